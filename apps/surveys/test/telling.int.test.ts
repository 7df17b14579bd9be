import { randomUUID } from 'node:crypto';
import { admin, anonymous } from '@charter/service/testing';
import { createEmptyDatabase } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { store } from '../src/store/store';
import { Telling } from '../src/jobs/telling.job';
import { type Surveys, empty, invite, loop, openSurveys, publish, save, submit } from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const scale = (code: string, changes: object = {}) => ({
  ...{ code, kind: 'SCALE_5', textKo: code, textEn: code, required: true, standard: 'PHONE_RINGS', ...changes },
});
const ASK = `query ($of: [_Any!]!, $period: PeriodInput!) { _entities(representations: $of) { ... on Standard {
  satisfaction(period: $period) { source score method methodVersion n closedAt publicationId survey { version } } } } }`;

describe('what the standing questionnaire finds of the standards', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service, 'survey_campaign');
    service.clock.set(NOW);
  });

  const ask = async (code = 'PHONE_RINGS', from = '2026-11-01', to = '2026-11-30'): Promise<object[]> => {
    const variables = { of: [{ __typename: 'Standard', code }], period: { from, to } };
    const { data, errors } = await service.ask<{ _entities: [{ satisfaction: object[] }] }>(anonymous, ASK, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data!._entities[0].satisfaction;
  };
  const say = async (departmentCode: string, ...answers: object[]): Promise<void> => {
    const invitationId = await invite(service, { departmentCode });
    expect((await submit(service, { invitationId, answers })).errors).toEqual([]);
  };
  const standing = (score: number, n: number, version: number, method = 'LIKERT_100_OF_5') => ({
    ...{ source: 'STANDING_SURVEY', score, method, methodVersion: 1, n, closedAt: null, publicationId: null },
    survey: { version },
  });

  it('stands beside the yearly survey, each with its method, version and n', async () => {
    await save(service, { questions: [scale('rings'), scale('again', { kind: 'SCALE_7' }), scale('other', { standard: 'KINDNESS' })] }); // prettier-ignore
    await publish(service);
    const said = (rings: number, again: number) => [
      ...[{ question: 'rings', scale: rings }, { question: 'again', scale: again }, { question: 'other', scale: 1 }], // prettier-ignore
    ];
    for (const n of [1, 2, 3, 4]) await say('ROADS', ...said(n, 7));
    for (const n of [5, 5, 5, 5, 4]) await say('WATER', ...said(n, 1));
    expect(await ask()).toEqual([standing(95, 5, 1), standing(0, 5, 1, 'LIKERT_100_OF_7')]);
    await say('ROADS', ...said(5, 7));
    expect(await ask()).toEqual([standing(72.5, 10, 1), standing(50, 10, 1, 'LIKERT_100_OF_7')]);
    expect(await ask('KINDNESS')).toEqual([standing(0, 10, 1)]);
    expect(await ask('NONE')).toEqual([]);
    expect(await ask('PHONE_RINGS', '2026-11-24', '2026-11-30')).toEqual([]);
    const [{ id }] = await service.dataSource.query('SELECT "id" FROM "survey"');
    const publicationId = randomUUID();
    await service.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(
        `INSERT INTO "survey_campaign" ("id", "survey_id", "audience_id", "department_code", "started_at", "started_by", "closes_at", "publication_id", "scores")
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'AUDIT', $2, gen_random_uuid(), $2, $3, $4)`,
        [id, NOW, publicationId, '[{"standard": "PHONE_RINGS", "method": "LIKERT_100_OF_5", "score": 81.5, "n": 900}]'],
      );
    });
    expect(await ask()).toEqual([
      {
        ...{ source: 'YEARLY_SURVEY', score: 81.5, method: 'LIKERT_100_OF_5', methodVersion: 1, n: 900 },
        ...{ closedAt: NOW, publicationId, survey: { version: 1 } },
      },
      standing(72.5, 10, 1),
      standing(50, 10, 1, 'LIKERT_100_OF_7'),
    ]);
  });

  it('keeps the versions of the questionnaire apart', async () => {
    for (const version of [1, 2]) {
      await save(service, { questions: [scale('rings')] });
      await publish(service);
      for (let n = 0; n < 5; n += 1) await say('ROADS', { question: 'rings', scale: version * 2 });
    }
    expect(await ask()).toEqual([standing(25, 5, 1), standing(75, 5, 2)]);
  });

  it('of a question that not everybody answers waits for five of its own, and for the end of the day', async () => {
    await save(service, { questions: [scale('all', { standard: 'KINDNESS' }), scale('rings', { required: false })] });
    await publish(service);
    const all = { question: 'all', scale: 5 };
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const seen: (number | undefined)[] = [];
    for (const day of days) {
      service.clock.set(`${day}T10:00:00+09:00`);
      for (let n = 0; n < 5; n += 1) await say('ROADS', all, ...(n < 3 ? [{ question: 'rings', scale: 3 }] : []));
      expect(await ask('KINDNESS')).toMatchObject([{ n: 5 * (days.indexOf(day) + 1) }]);
      seen.push(((await ask())[0] as { n: number } | undefined)?.n);
    }
    expect(seen).toEqual([undefined, undefined, 6]);
    expect(await ask('PHONE_RINGS', '2026-11-24', '2026-11-24')).toEqual([standing(50, 6, 1)]);
    expect(await ask('PHONE_RINGS', '2026-11-23', '2026-11-23')).toEqual([]);
  });

  it('is told by a worker where telling did not work when the fifth answered, who is thanked all the same', async () => {
    await save(service, { questions: [scale('rings')] });
    await publish(service);
    await service.dataSource.query('ALTER TABLE "survey_told" RENAME TO "away"');
    for (let n = 0; n < 5; n += 1) await say('ROADS', { question: 'rings', scale: 4 });
    await say('WATER', { question: 'rings', scale: 4 });
    await service.dataSource.query('ALTER TABLE "away" RENAME TO "survey_told"');
    expect(await ask()).toEqual([]);
    expect(await loop(service, Telling).runOnce()).toBe(1);
    expect(await ask()).toEqual([standing(75, 5, 1)]);
    expect(await loop(service, Telling).runOnce()).toBe(0);
  });

  it('costs the same for many standards', async () => {
    await save(service, { questions: [scale('rings')] });
    await publish(service);
    const asked = (codes: string[]) => {
      const of = codes.map((code) => ({ __typename: 'Standard', code }));
      const period = { from: '2026-11-01', to: '2026-11-30' };
      return service.statements(() => service.ask(admin, ASK, { of, period }));
    };
    expect(await asked(['PHONE_RINGS'])).toBe(3); // of campaigns, the questionnaires, what was told
    expect(await asked(['PHONE_RINGS', 'KINDNESS', 'SPEED'])).toBe(3);
  });
});

it('what was answered before the rule is told month by month, and fewer than five of the running one wait', async () => {
  const bare = await createEmptyDatabase();
  const before = store.migrations.filter(({ name }) => !/^(Told|AppendOnly)/.test(name));
  const at = (migrations: readonly unknown[]) =>
    new DataSource({ type: 'postgres', url: bare.url, migrations: migrations as never[] }).initialize();
  const old = await at(before);
  await old.runMigrations({ transaction: 'each' });
  const survey = randomUUID();
  await old.query(
    `INSERT INTO "survey" ("id", "code", "version", "audience", "status", "title_ko", "title_en", "answer_days", "questions",
       "once_per_person", "by_token", "sections", "quotas", "published_at")
     VALUES ($1, 'S', 1, 'PETITIONER', 'PUBLISHED', '', '', 14, $2, true, true, '[]', '[]', now())`,
    [survey, JSON.stringify([scale('rings')])],
  );
  const answer = (department: string, on: string, n: number) =>
    old.query(
      `INSERT INTO "survey_response" ("id", "survey_id", "department_code", "service_code", "answered_on", "answers", "mean")
       SELECT gen_random_uuid(), $1, $2, 'S', ${on}, '[{"question": "rings", "scale": 4}]', 4 FROM generate_series(1, $3::int)`,
      [survey, department, n],
    );
  const today = `(now() AT TIME ZONE 'Asia/Seoul')::date`;
  await answer('ROADS', `'2026-03-02'`, 3);
  await answer('ROADS', `'2026-03-30'`, 4);
  await answer('WATER', `'2026-03-30'`, 4);
  await answer('ROADS', today, 5);
  await answer('WATER', today, 2);
  await old.destroy();
  const fresh = await at(store.migrations);
  await fresh.runMigrations({ transaction: 'each' });
  expect(
    await fresh.query(
      `SELECT "department_code" AS of, "told_on" = ${today} AS now, "question", "n", "sum" FROM "survey_told" ORDER BY 2, 3`,
    ),
  ).toEqual([
    { of: 'ROADS', now: false, question: '', n: 7, sum: 7 },
    { of: 'ROADS', now: false, question: '*mean', n: 7, sum: 28 },
    { of: 'ROADS', now: false, question: 'rings', n: 7, sum: 28 },
    { of: 'ROADS', now: true, question: '', n: 5, sum: 5 },
    { of: 'ROADS', now: true, question: '*mean', n: 5, sum: 20 },
    { of: 'ROADS', now: true, question: 'rings', n: 5, sum: 20 },
  ]);
  const waiting = `SELECT "department_code" AS of, count(*)::int AS n FROM "survey_response" WHERE "answered_on" IS NULL GROUP BY 1`;
  expect(await fresh.query(waiting)).toEqual([{ of: 'WATER', n: 2 }]);
  await fresh.undoLastMigration();
  await fresh.undoLastMigration();
  expect(await fresh.query(waiting)).toEqual([]);
  await fresh.destroy();
  await bare.drop();
});
