import { randomUUID } from 'node:crypto';
import { AnswerMixer } from '../src/jobs/answer-mixer.job';
import { Inviting } from '../src/jobs/inviting.job';
import {
  OVERALL,
  type Surveys,
  answered,
  inviteAudience,
  loop,
  openSurveys,
  publish,
  publishedSurvey,
  save,
  serve,
  submit,
} from './fixtures/surveys';

type Row = Record<string, unknown> & { xmin: string; xmax: string; ctid: string };

/** The tables of which a row tells nothing of a person: questionnaires, what was answered, and bookkeeping. */
const ANSWERS = ['survey_response', 'survey_used_token', 'survey_draft_response'];
const PEOPLELESS = [
  ...ANSWERS,
  'survey_told',
  'survey',
  'survey_history',
  'survey_quota',
  'survey_audience',
  'migrations',
];

/**
 * Somebody who may read every table, every system column and the catalogue, and who knows in which order and on which day everybody
 * answered: they were told so by the people themselves.
 */
describe('who reads the whole database', () => {
  let service: Surveys;
  /** Citizens in the order in which they answered, and what they said. */
  const said: { citizenId: string; scale: number; text: string }[] = [];
  let surveyId: string;

  const rows = (table: string): Promise<Row[]> =>
    service.dataSource.query(`SELECT *, xmin::text, xmax::text, ctid::text FROM "${table}"`);
  const tables = async (): Promise<string[]> =>
    (await service.dataSource.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).map(
      ({ tablename }: { tablename: string }) => tablename,
    );

  beforeAll(async () => {
    service = await openSurveys();
    service.clock.set('2026-11-23T10:00:00+09:00');
    await save(service);
    await publish(service);
    await serve(service, 60);
    surveyId = await publishedSurvey(service);
    await inviteAudience(service, { surveyId, sample: { from: '2026-03-01', to: '2026-03-31', size: 60, seed: 's' } });
    await loop(service, Inviting).runOnce();
    const invitations = (await service.dataSource.query(
      'SELECT id, citizen_id FROM "survey_invitation" ORDER BY id',
    )) as { id: string; citizen_id: string }[];
    for (const [n, { id, citizen_id: citizenId }] of invitations.slice(0, 40).entries()) {
      const one = { citizenId, scale: (n % 5) + 1, text: `answer ${n}` };
      if (n === 20) service.clock.set('2026-11-24T10:00:00+09:00');
      const who = { id: citizenId, roles: ['CITIZEN' as const] };
      if (n % 4 === 0) {
        const input = { invitationId: id, answers: OVERALL(one.scale) };
        await service.ask(
          who,
          'mutation ($input: SaveDraftResponseInput!) { saveDraftResponse(input: $input) { taken } }',
          { input },
        );
      }
      const answers = [...OVERALL(one.scale), { question: 'comment', text: one.text }];
      expect((await submit(service, { invitationId: id, idempotencyKey: `k${n}`, answers }, who)).errors).toEqual([]);
      said.push(one);
      await answered(service, { complaintId: randomUUID() }); // life goes on in between: numbers of transactions grow
    }
  });
  afterAll(() => service.close());

  const attack = {
    /** Rows of people that one transaction wrote or touched together with an answer. */
    byTransaction: async (): Promise<string[]> => {
      const numbers = new Set<string>();
      for (const table of ANSWERS)
        for (const { xmin, xmax } of await rows(table)) [xmin, xmax].forEach((one) => numbers.add(one));
      numbers.delete('0');
      const found: string[] = [];
      for (const table of await tables()) {
        if (PEOPLELESS.includes(table)) continue;
        for (const { xmin, xmax } of await rows(table)) if (numbers.has(xmin) || numbers.has(xmax)) found.push(table);
      }
      return found;
    },
    /** Values of an answer, or of its mark, that stand with fewer than five of those who were invited. */
    byValue: async (): Promise<string[]> => {
      const people = await service.dataSource.query('SELECT * FROM "survey_invitation" WHERE survey_id = $1', [
        surveyId,
      ]);
      const found: string[] = [];
      for (const table of ANSWERS)
        for (const row of (await rows(table)).filter(
          (one) => one['survey_id'] === undefined || one['survey_id'] === surveyId,
        ))
          for (const [column, value] of Object.entries(row)) {
            if (typeof value !== 'string' || ['xmin', 'xmax', 'ctid'].includes(column)) continue;
            const same = people.filter((person: object) =>
              JSON.stringify(person).includes(JSON.stringify(value)),
            ).length;
            if (same > 0 && same < 5) found.push(`${table}.${column}`);
          }
      return found;
    },
    /** How many answers somebody finds who puts them in the order in which they lie, and knows in which order people answered. */
    byOrder: async (order: string): Promise<number> => {
      const lying = await service.dataSource.query(
        `SELECT answers FROM "survey_response" WHERE survey_id = $1 ORDER BY ${order}`,
        [surveyId],
      );
      return lying.filter(
        ({ answers }: { answers: { text?: string }[] }, n: number) => answers[1]!.text === said[n]!.text,
      ).length;
    },
  };

  it('finds no row of a person that an answer was written with', async () =>
    expect(await attack.byTransaction()).toEqual([]));

  it('finds no value that leads to fewer than five people', async () => expect(await attack.byValue()).toEqual([]));

  it('finds no moment, no number that counts and no trigger that keeps one', async () => {
    const columns = await service.dataSource.query(
      `SELECT table_name, column_name, data_type, column_default, is_identity FROM information_schema.columns
       WHERE table_name = ANY($1) AND (data_type LIKE 'timestamp%' OR data_type LIKE 'time%' OR is_identity = 'YES' OR column_default IS NOT NULL)`,
      [ANSWERS],
    );
    expect(columns).toEqual([]);
    const triggers = await service.dataSource.query(
      `SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY($1::regclass[])`,
      [ANSWERS.map((table) => `"${table}"`)],
    );
    expect(triggers).toEqual([]);
  });

  it('finds the order of a day while it lasts, which is why it is mixed', async () =>
    expect(await attack.byOrder('ctid')).toBe(40));

  describe('once the day is over', () => {
    beforeAll(async () => {
      service.clock.set('2026-11-25T00:00:01+09:00');
      const before = await service.dataSource.query(
        'SELECT answers, mean, department_code, channel FROM "survey_response" ORDER BY answers::text',
      );
      expect(await loop(service, AnswerMixer).runOnce()).toBe(80);
      const after = await service.dataSource.query(
        'SELECT answers, mean, department_code, channel FROM "survey_response" ORDER BY answers::text',
      );
      expect(after).toEqual(before);
    });

    it.each(['ctid', 'xmin::text::bigint, ctid', 'id'])('finds no order of answers by %s', async (order) =>
      // One of forty comes to lie at its own place by chance; six would be one in a thousand draws.
      expect(await attack.byOrder(order)).toBeLessThan(7),
    );

    it('finds one transaction for all answers of a survey, and another for the marks', async () => {
      const numbers = async (table: string) => new Set((await rows(table)).map(({ xmin }) => xmin));
      const [answers, marks] = [await numbers('survey_response'), await numbers('survey_used_token')];
      expect([answers.size, marks.size]).toEqual([1, 1]);
      expect([...answers]).not.toEqual([...marks]);
      expect(await attack.byTransaction()).toEqual([]);
    });

    it('finds one day for all, and nothing of the requests', async () => {
      const days = await service.dataSource.query(
        'SELECT DISTINCT answered_on::text AS day, fresh_on FROM "survey_response"',
      );
      expect(days).toEqual([{ day: '2026-11-23', fresh_on: null }]);
      expect(await service.dataSource.query('SELECT DISTINCT request, fresh_on FROM "survey_used_token"')).toEqual([
        { request: null, fresh_on: null },
      ]);
    });

    it('still finds that nobody answers twice', async () => {
      const [{ id, citizen_id: citizenId }] = await service.dataSource.query(
        'SELECT id, citizen_id FROM "survey_invitation" WHERE citizen_id = $1',
        [said[0]!.citizenId],
      );
      expect((await submit(service, { invitationId: id }, { id: citizenId, roles: ['CITIZEN'] })).errors).toMatchObject(
        [{ code: 'ALREADY_DONE' }],
      );
    });

    it('mixes all again when more have come, and the days of a standing survey by themselves', async () => {
      expect(await loop(service, AnswerMixer).runOnce()).toBe(0);
      const [one] = await service.dataSource.query(
        'SELECT id, citizen_id FROM "survey_invitation" WHERE survey_id = $1 ORDER BY id OFFSET 45 LIMIT 1',
        [surveyId],
      );
      await submit(service, { invitationId: one.id }, { id: one.citizen_id, roles: ['CITIZEN'] });
      const [standing] = await service.dataSource.query(
        'SELECT id, citizen_id FROM "survey_invitation" WHERE survey_id <> $1 LIMIT 1',
        [surveyId],
      );
      await submit(service, { invitationId: standing.id }, { id: standing.citizen_id, roles: ['CITIZEN'] });
      service.clock.set('2026-11-26T00:00:01+09:00');
      expect(await loop(service, AnswerMixer).runOnce()).toBe(41 + 1 + 2);
      const days = await service.dataSource.query(
        'SELECT DISTINCT answered_on::text AS day FROM "survey_response" ORDER BY 1',
      );
      expect(days).toEqual([{ day: '2026-11-23' }, { day: null }]);
    });

    it('finds nothing of the days on which a batch of the standing survey was answered, nor of its order', async () => {
      const standing = `SELECT id, answers, answered_on::text AS day, xmin::text FROM "survey_response" WHERE department_code = 'WATER' AND service_code = 'METERS' ORDER BY ctid`;
      const waited: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        service.clock.set(`2026-11-${26 + Math.floor(n / 2)}T10:00:00+09:00`);
        const complaintId = randomUUID();
        await answered(service, { complaintId, departmentCode: 'WATER', serviceCode: 'METERS' });
        const [{ id }] = await service.dataSource.query('SELECT id FROM "survey_invitation" WHERE complaint_id = $1', [
          complaintId,
        ]);
        const answers = [...OVERALL(n + 1), { question: 'comment', text: `batch ${n}` }];
        expect((await submit(service, { invitationId: id, answers })).errors).toEqual([]);
        const rows = await service.dataSource.query(standing);
        if (n < 4) {
          expect(rows.map(({ day }: { day: string | null }) => day)).toEqual(Array.from({ length: n + 1 }, () => null));
          waited.push(...rows.map(({ id: one }: { id: string }) => one));
        }
      }
      const told = await service.dataSource.query(standing);
      expect(new Set(told.map(({ day }: { day: string }) => day))).toEqual(new Set(['2026-11-28']));
      expect(new Set(told.map(({ xmin }: { xmin: string }) => xmin)).size).toBe(1);
      expect(told.filter(({ id }: { id: string }) => waited.includes(id))).toEqual([]);
      const ids = told.map(({ id }: { id: string }) => id);
      expect(ids).toEqual(ids.toSorted()); // they lie in the order of their new ids
      service.clock.set('2026-11-29T00:00:01+09:00');
      await loop(service, AnswerMixer).runOnce();
      expect(await attack.byTransaction()).toEqual([]);
    });
  });
});
