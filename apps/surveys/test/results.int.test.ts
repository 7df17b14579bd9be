import { randomUUID } from 'node:crypto';
import { type Someone, admin, anonymous, auditor, citizen, manager, officer } from '@charter/service/testing';
import { Counting } from '../src/jobs/counting.job';
import { type Given, NOVEMBER, type ShownGroup, respond, results, someone, times } from './fixtures/results';
import { OVERALL, type Surveys, empty, invite, openSurveys, publish, save, submit } from './fixtures/surveys';

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
  service.clock.set('2026-12-01T00:00:00+09:00');
});

const shown = async (variables: object = {}): Promise<Map<string, ShownGroup>> => {
  const { data, errors } = await results(service, { surveyId, period: NOVEMBER, ...variables });
  if (!data?.surveyResults) throw new Error(JSON.stringify(errors));
  const { groups } = data.surveyResults.questions.find(({ question }) => question.code === 'overall')!;
  return new Map(groups.map((group) => [`${group.dimension} ${group.group}`.trim(), group]));
};
const figure = (group: ShownGroup, statistic: string, item: string | null = null) =>
  group.estimates.find((each) => each.statistic === statistic && each.item === item)!;
const scored = (scale: number, changes: Partial<Given> = {}): Given => someone(changes, OVERALL(scale));

describe('what the numbers are', () => {
  const given = [
    ...times(40, (n) => scored(1 + (n % 5), { channel: n % 2 ? 'VISIT' : 'ONLINE' })),
    ...times(30, (n) =>
      scored(3 + (n % 3), { department: 'WATER', service: n % 3 ? 'LEAKS' : 'METERS', on: '2026-11-30' }),
    ),
    ...times(7, () => scored(5, { department: null, service: null, channel: null, on: '2026-11-01' })),
  ];

  it('equal those of the rows themselves, in every group', async () => {
    await respond(service, surveyId, [...given, scored(1, { on: '2026-10-31' }), scored(1, { on: '2026-12-01' })]);
    const found = await shown();
    expect([...found.keys()].sort()).toEqual([
      ...['CHANNEL ONLINE', 'CHANNEL VISIT', 'DEPARTMENT ROADS', 'DEPARTMENT WATER'],
      ...['SERVICE LEAKS', 'SERVICE METERS', 'SERVICE ROAD_REPAIR', 'TOTAL'],
    ]);
    for (const [name, group] of found) {
      const [dimension, code] = name.split(' ');
      const own = given.filter(
        (each) =>
          dimension === 'TOTAL' || each[dimension!.toLowerCase() as 'department' | 'channel' | 'service'] === code,
      );
      const points = own.map(({ answers }) => answers[0]!.scale!);
      const mean = points.reduce((sum, each) => sum + each, 0) / points.length;
      expect(group.n).toBe(points.length);
      expect(figure(group, 'MEAN').value).toBeCloseTo(mean, 4);
      expect(figure(group, 'SCORE')).toMatchObject({ method: 'LIKERT_100_OF_5', methodVersion: 1, n: points.length });
      expect(figure(group, 'SCORE').value).toBeCloseTo((mean - 1) * 25, 2);
      expect(figure(group, 'TOP2_SHARE').count).toBe(points.filter((each) => each > 3).length);
      for (const point of [1, 2, 3, 4, 5])
        expect(figure(group, 'SHARE', `${point}`).count).toBe(points.filter((each) => each === point).length);
    }
  });

  it('have the intervals of another program', async () => {
    // R: x <- rep(1:5, c(3, 7, 20, 45, 25)); t.test(x)$conf.int; prop.test(70, 100, correct = FALSE)$conf.int
    const counts = [3, 7, 20, 45, 25];
    await respond(
      service,
      surveyId,
      counts.flatMap((n, index) => times(n, () => scored(index + 1))),
    );
    const total = (await shown()).get('TOTAL')!;
    expect(figure(total, 'MEAN')).toMatchObject({ value: 3.82, low: 3.6238, high: 4.0162, method: 'STUDENT_T' });
    expect(figure(total, 'TOP2_SHARE')).toMatchObject({ value: 0.7, low: 0.6042, high: 0.7811, method: 'WILSON' });
    expect(figure(total, 'SCORE')).toMatchObject({ value: 70.5, low: 65.5959, high: 75.4041 });
    // R: mean(x) ± qt(.975, 99) * sd(x) / 10 * sqrt(1 - 100 / 500)
    const finite = (await shown({ population: 500 })).get('TOTAL')!;
    expect(figure(finite, 'MEAN')).toMatchObject({ low: 3.6445, high: 3.9955 });
    const { data } = await results(service, { surveyId, period: NOVEMBER, population: 2000 });
    // R: qnorm(.975) * sqrt(.25 / 100 * (2000 - 100) / (2000 - 1))
    expect(data!.surveyResults).toMatchObject({ responses: 100, marginOfError: 0.0955, responseRate: null });
  });

  it('are those of answers that came in by invitation, with the rate of response', async () => {
    service.clock.set('2026-11-25T10:00:00+09:00');
    for (const scale of [5, 4, 4, 3, 5, 2])
      await submit(service, { invitationId: await invite(service), answers: OVERALL(scale) });
    for (let more = 0; more < 2; more += 1) await invite(service);
    service.clock.set('2026-12-01T00:00:00+09:00');
    const { data } = await results(service, { surveyId, period: NOVEMBER });
    // The sixth waits for four more, as everywhere, and counts in the month in which they have come.
    expect(data!.surveyResults).toMatchObject({ responses: 5, invited: 8, responseRate: 0.625 });
    expect(figure((await shown()).get('DEPARTMENT ROADS')!, 'MEAN').value).toBeCloseTo(21 / 5, 4);
  });

  it('weighted, stand for the population', async () => {
    await respond(service, surveyId, [
      ...times(80, (n) => scored(4 + (n % 2))),
      ...times(20, (n) => scored(1 + (n % 2), { department: 'WATER' })),
    ]);
    const population = [{ group: 'ROADS', size: 1_000 }, { group: 'WATER', size: 3_000 }]; // prettier-ignore
    const found = await shown({ weighting: { dimension: 'DEPARTMENT', population } });
    expect(figure(found.get('TOTAL')!, 'MEAN').value).toBe(3.9);
    expect(figure(found.get('WEIGHTED_TOTAL')!, 'MEAN').value).toBe(2.25); // (4.5 × 1000 + 1.5 × 3000) ÷ 4000
  });

  it('of texts are words that five wrote', async () => {
    const wrote = (text: string) => someone({}, [...OVERALL(5), { question: 'comment', text }]);
    await respond(service, surveyId, [
      ...times(4, () => wrote('가로등이 어두워요')),
      wrote('가로등은 어두워요'),
      wrote('김철수 주무관 감사합니다'),
    ]);
    const { data } = await results(service, { surveyId, period: NOVEMBER });
    const [total] = data!.surveyResults!.questions.find(({ question }) => question.code === 'comment')!.groups;
    expect(total!.estimates.map(({ item, count }) => [item, count])).toEqual([['가로등', 5], ['어두워', 5]]); // prettier-ignore
    expect(JSON.stringify(data)).not.toContain('김철수');
  });

  it('are drawn', async () => {
    await respond(
      service,
      surveyId,
      times(8, (n) => scored(4 + (n % 2))),
    );
    const { data } = await results(service, { surveyId, period: NOVEMBER });
    const { chart } = data!.surveyResults!.questions[0]!;
    expect(chart!.svg).toContain('role="img"');
    expect(chart!.rows[4]).toEqual({ label: '5', text: '50.0% (4) [21.5%–78.5%]' });
  });
});

describe('what is not told', () => {
  it('groups under five, and what would give them away', async () => {
    await respond(service, surveyId, [
      ...times(20, () => scored(4)),
      ...times(6, () => scored(5, { department: 'WATER', service: 'LEAKS' })),
      ...times(3, () => scored(1, { department: 'PARKS', service: 'TREES' })),
    ]);
    expect([...(await shown()).keys()]).toEqual(['TOTAL', 'DEPARTMENT ROADS', 'CHANNEL ONLINE', 'SERVICE ROAD_REPAIR']);
  });

  it('anything of a survey with four answers', async () => {
    await respond(
      service,
      surveyId,
      times(4, () => scored(4)),
    );
    const { data } = await results(service, { surveyId, period: NOVEMBER });
    expect(data!.surveyResults).toMatchObject({ responses: null, responsesByGroup: [] });
    expect(data!.surveyResults!.questions.every(({ suppressed, chart }) => suppressed && chart === null)).toBe(true);
  });

  it('a month that only differs by few from what was told of more months', async () => {
    await respond(service, surveyId, [
      ...times(20, () => scored(4)),
      ...times(3, () => scored(1, { on: '2026-10-10' })),
      ...times(9, () => scored(1, { on: '2026-10-11', department: 'WATER', service: 'LEAKS' })),
    ]);
    const [november, both] = [NOVEMBER, { from: '2026-10-01', to: '2026-11-30' }];
    expect([...(await shown({ period: both })).keys()]).toContain('DEPARTMENT ROADS');
    // Of ROADS, November and both months differ by three answers.
    expect([...(await shown({ period: november })).keys()]).not.toContain('DEPARTMENT ROADS');
    // What was told once is told again, the same.
    expect([...(await shown({ period: both })).keys()]).toContain('DEPARTMENT ROADS');
  });

  it('who wrote what, to somebody with the database: counts are written together, apart from answers', async () => {
    service.clock.set('2026-11-25T10:00:00+09:00');
    for (let n = 0; n < 6; n += 1) await submit(service, { invitationId: await invite(service) });
    service.clock.set('2026-12-01T00:00:00+09:00');
    await shown();
    const transactions = async (table: string): Promise<string[]> =>
      (await service.dataSource.query(`SELECT DISTINCT xmin::text AS x FROM "${table}"`)).map(
        ({ x }: { x: string }) => x,
      );
    const counted = await transactions('survey_count');
    expect(counted).toHaveLength(1);
    for (const table of ['survey_response', 'survey_used_token', 'survey_invitation'])
      expect(await transactions(table)).not.toContain(counted[0]);
  });
});

describe('when and for whom', () => {
  beforeEach(() =>
    respond(
      service,
      surveyId,
      times(6, () => scored(4)),
    ),
  );

  it.each([
    ['the month is not over', '2026-11-30T23:59:59+09:00', NOVEMBER, 'not over'],
    [
      'it is half a month',
      '2026-12-01T00:00:00+09:00',
      { from: '2026-11-01', to: '2026-11-15' },
      'first day of a month',
    ],
    ['it ends before it begins', '2027-01-01T00:00:00+09:00', { from: '2026-12-01', to: '2026-11-30' }, 'first day'],
    ['no period is given', '2026-12-01T00:00:00+09:00', null, 'first day of a month'],
  ])('says what to do where %s', async (_name, now, period, words) => {
    service.clock.set(now);
    const { errors } = await results(service, { surveyId, period });
    expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['a population of nobody', { population: 0 }],
    ['weights of nobody', { weighting: { dimension: 'CHANNEL', population: [] } }],
    [
      'a group twice',
      { weighting: { dimension: 'CHANNEL', population: [1, 2].map((size) => ({ group: 'VISIT', size })) } },
    ],
  ])('refuses %s', async (_name, variables) => {
    const { errors } = await results(service, { surveyId, period: NOVEMBER, ...variables });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each<[string, Someone, string | undefined]>([
    ['an administrator', admin, undefined],
    ['an auditor', auditor, undefined],
    ['a manager', manager, undefined],
    ['an officer', officer, 'FORBIDDEN'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['nobody', anonymous, 'UNAUTHENTICATED'],
  ])('%s', async (_name, who, code) => {
    const { data, errors } = await results(service, { surveyId, period: NOVEMBER }, who);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(Boolean(data?.surveyResults)).toBe(code === undefined);
  });

  it('none of a survey that there is not', async () => {
    for (const id of [randomUUID(), 'nonsense'])
      expect((await results(service, { surveyId: id, period: NOVEMBER })).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
  });

  it('of a survey that is not asked all the time, all at once when it has closed', async () => {
    service.clock.set('2026-11-24T10:00:00+09:00');
    await save(service, { code: 'PARKS_2026', audience: 'EVERYONE' });
    const id = (await publish(service, { code: 'PARKS_2026', closesAt: '2026-11-26T18:00:00+09:00' })).survey!.id;
    await respond(
      service,
      id,
      times(9, () => scored(3, { department: null, service: null, channel: null, on: '2026-11-24' })),
    );
    const ask = (period: object | null) => results(service, { surveyId: id, period });
    expect((await ask(null)).errors![0]!.message).toContain('has closed');
    service.clock.set('2026-11-26T18:00:00+09:00');
    expect((await ask(NOVEMBER)).errors![0]!.message).toContain('leave `period` out');
    expect((await ask(null)).data!.surveyResults).toMatchObject({ responses: 9, invited: null });
  });

  it('of a sample, stand for those whom it was drawn of', async () => {
    service.clock.set('2026-11-24T10:00:00+09:00');
    await save(service, { code: 'SAMPLED', audience: 'SAMPLE' });
    const id = (await publish(service, { code: 'SAMPLED', closesAt: '2026-11-26T18:00:00+09:00' })).survey!.id;
    const drawn = (departmentCode: string | null, population: number) => ({ departmentCode, population, drawn: 50 });
    await service.dataSource.query(
      `INSERT INTO "survey_audience" ("id", "survey_id", "department_code", "served_from", "served_to", "seed", "population", "size",
                                      "invited", "known", "groups", "created_at", "created_by")
       VALUES (gen_random_uuid(), $1, 'AUDIT', '2026-01-01', '2026-10-31', 'seed', 500, 150, 0, 0, $2, now(), gen_random_uuid())`,
      [id, JSON.stringify([drawn('ROADS', 100), drawn('WATER', 300), drawn(null, 100)])],
    );
    const on = '2026-11-24';
    await respond(service, id, [
      ...times(20, (n) => scored(4 + (n % 2), { on, service: null })),
      ...times(20, (n) => scored(1 + (n % 2), { on, department: 'WATER', service: null })),
      ...times(10, () => scored(3, { on, department: null, service: null, channel: null })),
    ]);
    service.clock.set('2026-11-26T18:00:00+09:00');
    const found = await shown({ surveyId: id, period: null });
    // R: x <- c(rep(4:5, 10), rep(1:2, 10), rep(3, 10)); mean(x) - qt(.975, 49) * sd(x) / sqrt(50) * sqrt(1 - 50 / 500)
    expect(figure(found.get('TOTAL')!, 'MEAN')).toMatchObject({ value: 3, low: 2.6148 });
    // (4.5 × 100 + 1.5 × 300 + 3 × 100) ÷ 500
    expect(figure(found.get('WEIGHTED_TOTAL')!, 'MEAN').value).toBe(2.4);
  });

  it('are counted before anybody asks, once, when a month is over; then a request reads no answers', async () => {
    const counting = service.parts.loops.find((one) => one instanceof Counting)!;
    service.clock.set('2026-11-30T23:59:59+09:00');
    expect(await counting.runOnce()).toBe(0);
    service.clock.set('2026-12-01T00:00:00+09:00');
    expect([await counting.runOnce(), await counting.runOnce()]).toEqual([1, 0]);
    const before = await shown();
    await service.dataSource.query('DELETE FROM "survey_response"');
    expect(await shown()).toEqual(before);
    expect(before.get('TOTAL')!.n).toBe(6);
  });

  it('costs the same however many questions and groups', async () => {
    await shown(); // counts the month
    const one = await service.statements(() => shown());
    service.clock.set('2026-11-24T10:00:00+09:00');
    const questions = Array.from({ length: 20 }, (_, n) => ({
      ...{ code: `q${n}`, kind: 'SCALE_5', textKo: `q${n}`, textEn: `q${n}`, required: true, options: [] },
    }));
    await save(service, { code: 'MANY', audience: 'PETITIONER', questions });
    const many = (await publish(service, { code: 'MANY' })).survey!.id;
    const answers = questions.map(({ code }) => ({ question: code, scale: 4 }));
    await respond(
      service,
      many,
      times(50, (n) => someone({ department: `D${n % 9}` }, answers)),
    );
    service.clock.set('2026-12-01T00:00:00+09:00');
    const ask = () => results(service, { surveyId: many, period: NOVEMBER });
    await ask();
    expect(await service.statements(ask)).toBeLessThanOrEqual(one);
  });
});

it('show no service from which, with what is told of departments as of now, one could reckon what few said', async () => {
  const [october, november] = ['2026-10-10', '2026-11-10'];
  const water = (on: string) => times(20, () => scored(4, { department: 'WATER', service: 'LEAKS', on }));
  await respond(service, surveyId, [
    ...times(6, () => scored(3, { on: october })),
    ...times(4, () => scored(5, { on: november })),
    ...times(8, () => scored(2, { service: 'BRIDGES', on: november })),
    ...[...water(october), ...water(november)],
  ]);
  const period = { from: '2026-10-01', to: '2026-11-30' };
  const services = async () => [...(await shown({ period })).keys()].filter((name) => name.startsWith('SERVICE'));
  // Who repairs roads in both months, less the department in October, would be four people.
  await service.dataSource.query(
    `INSERT INTO "survey_told" SELECT $1, department, told_on::date, '', n, n
     FROM (VALUES ('ROADS', '2026-10-10', 6), ('ROADS', '2026-11-10', 12), ('WATER', '2026-10-10', 20), ('WATER', '2026-11-10', 20))
       AS told(department, told_on, n)`,
    [surveyId],
  );
  expect(await services()).toEqual(['SERVICE LEAKS']);
  await service.dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query('TRUNCATE "survey_shown", "survey_told"');
  });
  expect(await services()).toEqual(['SERVICE LEAKS', 'SERVICE ROAD_REPAIR', 'SERVICE BRIDGES']);
});
