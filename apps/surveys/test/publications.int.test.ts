import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { admin, anonymous, inEnglish, manager } from '@charter/service/testing';
import { resultsSchema } from '../src/domain/results/export';
import { NOVEMBER, publishResults, published, respond, results, someone, times } from './fixtures/results';
import { OVERALL, type Surveys, empty, openSurveys, publish, save } from './fixtures/surveys';

let service: Surveys;
let surveyId: string;
beforeAll(async () => {
  service = await openSurveys();
});
afterAll(() => service.close());
beforeEach(async () => {
  await empty(service);
  service.clock.set('2026-11-23T10:00:00+09:00');
  await save(service);
  surveyId = (await publish(service)).survey!.id;
  service.clock.set('2026-12-01T09:00:00+09:00');
  await respond(
    service,
    surveyId,
    times(100, (n) => someone({}, OVERALL(3 + (n % 3)))),
  );
});
const november = (changes: object = {}) => publishResults(service, { surveyId, period: NOVEMBER, ...changes });

it('is read by everybody, with how it was made, and is what was seen before', async () => {
  const { data: before } = await results(service, { surveyId, period: NOVEMBER });
  const { publication } = await november();
  const { data } = await published(service, anonymous, publication!.id);
  expect(data!.publishedResults).toMatchObject({
    number: 1,
    corrects: null,
    correctedBy: null,
    survey: { code: 'SATISFACTION' },
  });
  expect(data!.publishedResults!.results.json).toBe(before!.surveyResults!.json);
  // R: qnorm(.975) * sqrt(.25 / 100)
  expect(data!.publishedResults!.results).toMatchObject({ ...NOVEMBER, responses: 100, marginOfError: 0.098 });
});

it('is found by everybody among the questionnaires, also when that is closed; one without results is not', async () => {
  const list = async () => {
    const { data } = await service.ask<{ surveys: object[] }>(
      anonymous,
      '{ surveys { status publishedResults { id } } }',
    );
    return data!.surveys;
  };
  const close = `mutation ($input: CloseSurveyInput!) { closeSurvey(input: $input) { errors { code } } }`;
  const { publication } = await november();
  await service.ask(admin, close, { input: { surveyId } });
  expect(await list()).toEqual([{ status: 'CLOSED', publishedResults: [{ id: publication!.id }] }]);
  await empty(service);
  await save(service);
  const { survey } = await publish(service);
  expect(await list()).toEqual([{ status: 'PUBLISHED', publishedResults: [] }]);
  await service.ask(admin, close, { input: { surveyId: survey!.id } });
  expect(await list()).toEqual([]);
});

it('stays as it was, whatever comes in later and whoever tries to change it', async () => {
  const { publication } = await november();
  const read = async () => (await published(service, anonymous, publication!.id)).data;
  const before = await read();
  await respond(
    service,
    surveyId,
    times(50, () => someone({}, OVERALL(1))),
  );
  expect(await read()).toEqual(before);
  for (const statement of [
    `UPDATE "survey_publication" SET "results" = '{}'`,
    `UPDATE "survey_publication" SET "reason" = 'none'`,
    'DELETE FROM "survey_publication"',
    `UPDATE "survey_shown" SET "groups" = '{}'`,
    'DELETE FROM "survey_shown"',
    'TRUNCATE "survey_publication" CASCADE',
    'TRUNCATE "survey_shown"',
    `UPDATE "survey_history" SET "to_status" = 'DRAFT'`,
    'DELETE FROM "survey_history"',
    'TRUNCATE "survey_history"',
    'DELETE FROM "survey"',
    'TRUNCATE "survey" CASCADE',
  ])
    await expect(service.dataSource.query(statement)).rejects.toThrow('never changes');
  expect(await read()).toEqual(before);
});

it('is published once, also when two do it at the same moment', async () => {
  const both = await Promise.all([november(), november()]);
  expect(both.filter(({ publication }) => publication)).toHaveLength(1);
  expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_DONE' }]);
  expect(await service.count('survey_publication')).toBe(1);
});

it('is the same publication for the same key and input, and an error for another input', async () => {
  const [first, again] = [await november({ idempotencyKey: 'k' }), await november({ idempotencyKey: 'k' })];
  expect(again).toEqual(first);
  await expect(november({ idempotencyKey: 'k', population: 500 })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
  expect(await service.count('survey_publication')).toBe(1);
});

it('is corrected by another one that names it and says why', async () => {
  const first = (await november()).publication!.id;
  const second = await november({ corrects: first, reason: '모집단 수를 바로잡습니다.', population: 500 });
  expect(second.publication).toMatchObject({ number: 2 });
  const [old, mended] = [
    (await published(service, anonymous, first)).data!.publishedResults!,
    (await published(service, anonymous, second.publication!.id)).data!.publishedResults!,
  ];
  expect(old).toMatchObject({
    reason: null,
    correctedBy: { id: second.publication!.id },
    results: { marginOfError: 0.098 },
  });
  expect(mended).toMatchObject({ reason: '모집단 수를 바로잡습니다.', corrects: { id: first }, correctedBy: null });
  expect(mended.results.marginOfError).toBe(0.0877); // R: qnorm(.975) * sqrt(.25 / 100 * 400 / 499)
});

describe('a correction', () => {
  it('says why', async () => {
    const corrects = (await november()).publication!.id;
    expect((await november({ corrects })).errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['reason'] }]);
    const number = { corrects, reason: '민원인 000101-3123451 요청' };
    expect((await november(number)).errors).toMatchObject([{ code: 'RESIDENT_NUMBER_PRESENT', path: ['reason'] }]);
  });

  it('names what it corrects', async () =>
    expect((await november({ reason: 'because' })).errors).toMatchObject([
      { code: 'INVALID_VALUE', path: ['corrects'] },
    ]));

  it('comes once for each; the next one corrects the correction', async () => {
    const first = (await november()).publication!.id;
    const mend = (corrects: string) => november({ corrects, reason: 'because' });
    const both = await Promise.all([mend(first), mend(first)]);
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_DONE', path: ['corrects'] }]);
    const second = both.find(({ publication }) => publication)!.publication!.id;
    expect((await mend(second)).publication).toMatchObject({ number: 3 });
  });

  it('is of the same survey, and of something that was published', async () => {
    const first = (await november()).publication!.id;
    service.clock.set('2026-11-24T10:00:00+09:00');
    await save(service, { code: 'OTHER', audience: 'PETITIONER' });
    const other = (await publish(service, { code: 'OTHER' })).survey!.id;
    service.clock.set('2026-12-01T09:00:00+09:00');
    await respond(
      service,
      other,
      times(9, () => someone({}, OVERALL(4))),
    );
    const foreign = await november({ surveyId: other, corrects: first, reason: 'because' });
    expect(foreign.errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['corrects'] }]);
    await expect(november({ corrects: randomUUID(), reason: 'because' })).rejects.toThrow('NOT_FOUND');
  });
});

it('is refused of fewer than five, before the month is over, and to who is no administrator', async () => {
  const october = { from: '2026-10-01', to: '2026-10-31' };
  expect((await november({ period: october })).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
  const december = { from: '2026-12-01', to: '2026-12-31' };
  expect((await november({ period: december })).errors).toMatchObject([{ code: 'TOO_EARLY', path: ['period'] }]);
  const { errors } = await service.ask(
    inEnglish(manager),
    'mutation ($input: PublishResultsInput!) { publishResults(input: $input) { errors { code } } }',
    { input: { surveyId, period: NOVEMBER } },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

it('has cross tables, which say what the rows of the database say and stay as they were decided', async () => {
  const spoke = (scale: number, choice: string) => someone({}, [...OVERALL(scale), { question: 'channel', choice }]);
  await respond(service, surveyId, [
    ...times(30, (n) => spoke(4 + (n % 2), 'phone')),
    ...times(20, (n) => spoke(1 + (n % 2), 'visit')),
    ...times(2, () => spoke(3, 'visit')),
  ]);
  const crossTables = [{ rows: 'channel', columns: 'overall' }];
  const { publication } = await november({ crossTables });
  const read = async () =>
    (
      await service.ask<{ publishedResults: { results: { crossTables: object[] } } }>(
        anonymous,
        `query ($id: ID!) { publishedResults(id: $id) { results { crossTables {
           rows { code } columns { code } suppressed association { n degreesOfFreedom cramersV }
           groups { dimension group n estimates { item count } } } } } }`,
        { id: publication!.id },
      )
    ).data!.publishedResults.results.crossTables;
  const [table] = await read();
  // Of those who answered both, two gave three points: these stand with the next in OTHER.
  expect(table).toMatchObject({
    ...{ rows: { code: 'channel' }, columns: { code: 'overall' }, suppressed: false },
    association: { n: 52, degreesOfFreedom: 3 },
    groups: [
      { dimension: 'ANSWER', group: 'channel=phone', n: 30 },
      { dimension: 'ANSWER', group: 'channel=visit', n: 22 },
    ],
  });
  const { groups } = table as { groups: { estimates: { item: string; count: number }[] }[] };
  expect(groups[1]!.estimates).toEqual([
    { item: '1', count: 10 },
    { item: '4', count: 0 },
    { item: '5', count: 0 },
    { item: 'OTHER', count: 12 },
  ]);
  const again = await results(service, { surveyId, period: NOVEMBER });
  expect(again.data!.surveyResults!.responses).toBe(152);
  expect(await service.count('survey_shown')).toBe(2);
  expect((await november({ crossTables: [{ rows: 'comment', columns: 'overall' }] })).errors).toMatchObject([
    { code: 'INVALID_VALUE', path: ['crossTables', '0'] },
  ]);
});

it('goes out and comes back as JSON and as a sheet', async () => {
  const { publication } = await november();
  const { json, csv, questions } = (await published(service, anonymous, publication!.id)).data!.publishedResults!
    .results;
  expect(resultsSchema.parse(JSON.parse(json))).toEqual(JSON.parse(json));
  const lines = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  const figures = questions.flatMap(({ question: { code }, groups }) =>
    groups.flatMap(({ dimension, group, estimates }) =>
      estimates.map(({ statistic, item, n, value }) => [code, dimension, group, statistic, item ?? '', n, value]),
    ),
  );
  expect(
    lines.map(({ question, dimension, group, statistic, item, n, value }) => [
      ...[question, dimension, group, statistic, item, Number(n), Number(value)],
    ]),
  ).toEqual(figures);
});

it('makes a line over the years, which breaks where it was measured in another way', async () => {
  await november();
  const later = async (version: object, scale: number, month: string) => {
    service.clock.set(`${month}-02T10:00:00+09:00`);
    await save(service, version);
    const id = (await publish(service)).survey!.id;
    await respond(
      service,
      id,
      times(100, (n) => someone({ on: `${month}-10` }, OVERALL(scale + (n % 3)))),
    );
    service.clock.set(`${month}-28T10:00:00+09:00`);
    service.clock.advance(4 * 86_400_000);
    const first = await publishResults(service, { surveyId: id, period: { from: `${month}-01`, to: `${month}-31` } });
    return first.publication!.id;
  };
  await later({}, 2, '2027-05');
  const seven = [
    { ...{ code: 'overall', kind: 'SCALE_7', textKo: 'overall', textEn: 'overall', required: true }, options: [] },
  ];
  const wrong = await later({ questions: seven }, 4, '2028-05');
  const [{ id: last }] = await service.dataSource.query(
    'SELECT "survey_id" AS id FROM "survey_publication" WHERE "id" = $1',
    [wrong],
  );
  await publishResults(service, {
    ...{ surveyId: last, period: { from: '2028-05-01', to: '2028-05-31' }, corrects: wrong, reason: 'because' },
  });
  const { data } = await service.ask<{ survey: { trend: object[]; publishedResults: object[] } }>(
    anonymous,
    `query ($id: ID!) { survey(id: $id) { publishedResults { number correctedBy { number } }
       trend(question: "overall") { from version breaks significant score { value method } change { value } } } }`,
    { id: last },
  );
  expect(data!.survey.publishedResults).toEqual([
    { number: 2, correctedBy: null },
    { number: 1, correctedBy: { number: 2 } },
  ]);
  expect(data!.survey.trend).toMatchObject([
    { from: '2026-11-01', version: 1, breaks: false, change: null, score: { method: 'LIKERT_100_OF_5', value: 74.75 } },
    { from: '2027-05-01', version: 2, breaks: false, significant: true, change: { value: -25 } },
    { from: '2028-05-01', version: 3, breaks: true, change: null, score: { method: 'LIKERT_100_OF_7', value: 66.5 } },
  ]);
});
