import {
  type Someone,
  type TestService,
  admin,
  anonymous,
  auditor,
  citizen,
  inEnglish,
  manager,
  officer,
  otherOfficer,
  openTestService,
} from '@charter/service/testing';
import { definition } from '../src/definition';
import { FakeOwners } from './fixtures/owners';
import { foundTheCity } from './fixtures/scorecards';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const SHOW = `state value unit n kept low high reached target { value } source { service field method methodVersion takenAt }`;
const RECORD = `mutation ($input: RecordStandardCountInput!) { done: recordStandardCount(input: $input) {
  count { id month edition n kept mean evidence recordedBy } errors { code message path } } }`;

interface Recorded {
  done: { count: { id: string; edition: number } | null; errors: { code: string; path: string[]; message: string }[] };
}

describe('how standards are kept', () => {
  const owners = new FakeOwners();
  let charter: TestService<never>;
  beforeAll(async () => {
    charter = (await openTestService(definition, { services: owners })) as never;
    await foundTheCity(charter);
  });
  afterAll(() => charter.close());
  beforeEach(() => {
    owners.reset();
    charter.clock.set('2026-11-30T03:00:00Z');
  });

  const read = async (who: Someone, codes: string[], ask: string) => {
    const query = `query ($of: [_Any!]!, $period: PeriodInput!) { _entities(representations: $of) { ... on Standard { code ${ask} } } }`;
    const of = codes.map((code) => ({ __typename: 'Standard', code }));
    const { data, errors } = await charter.ask<{ _entities: Record<string, never>[] }>(who, query, {
      of,
      period: YEAR,
    });
    return { rows: data!._entities, errors };
  };
  const compliance = async (code: string, departmentCode?: string) => {
    const args = `period: $period${departmentCode ? `, departmentCode: "${departmentCode}"` : ''}`;
    return (await read(anonymous, [code], `compliance(${args}) { ${SHOW} }`)).rows[0]!['compliance'];
  };
  const record = async (input: object, who: Someone = officer) =>
    (await charter.ask<Recorded>(inEnglish(who), RECORD, { input })).data?.done;
  const letters = { standardCode: 'LETTERS', departmentCode: 'ROADS', n: 10, mean: 2.5, evidence: '우편물 접수대장' };

  it('is asked of whoever measures each, once, however many standards', async () => {
    const { rows, errors } = await read(
      anonymous,
      ['IN_TIME', 'CONTENT', 'ROADS_EDGES', 'ROADS_MINUTES'],
      `compliance(period: $period) { ${SHOW} }`,
    );
    expect(errors).toBeUndefined();
    expect(rows.map(({ compliance: found }) => found)).toMatchObject([
      { state: 'SHOWN', value: 72.73, unit: 'PERCENT', n: 165, kept: 120, reached: false, target: { value: 90 } },
      { value: 84, unit: 'POINTS', n: 120, reached: true, source: { service: 'surveys', method: 'LIKERT_100' } },
      { value: 95, unit: 'PERCENT', n: 20, kept: 19, reached: false, source: { service: 'participation' } },
      // Monitors say how often it was kept, not in how many minutes.
      { value: 95, unit: 'PERCENT', n: 20, reached: null, target: { value: 5 } },
    ]);
    expect(owners.asked.map(({ service }) => service).sort()).toEqual(['complaints', 'participation', 'surveys']);
  });

  it('is told of a department where its owner tells it, and of nothing else', async () => {
    expect(await compliance('IN_TIME', 'WATER')).toMatchObject({ value: 72.73, n: 55, kept: 40 });
    expect(await compliance('CONTENT', 'WATER')).toBeNull();
    expect(await compliance('ROADS_EDGES', 'WATER')).toBeNull();
    expect(await compliance('IN_TIME', 'NOWHERE')).toBeNull();
  });

  it('is suppressed under five cases', async () => {
    owners.said['surveys CONTENT'] = {
      satisfaction: [
        { source: 'YEARLY_SURVEY', score: 84, method: 'LIKERT_100', n: 4, closedAt: '2026-10-31T18:00:00+09:00' },
      ],
    };
    expect(await compliance('CONTENT')).toMatchObject({ state: 'SUPPRESSED', value: null, n: 4, reached: null });
  });

  it('takes the newest of several surveys and never mixes methods', async () => {
    const score = (value: number, method: string, closedAt: string) => ({
      ...{ source: 'YEARLY_SURVEY', score: value, method, n: 50, closedAt },
    });
    owners.said['surveys CONTENT'] = {
      satisfaction: [
        score(70, 'LIKERT_100', '2026-06-30T18:00:00+09:00'),
        score(90, 'POINTS', '2026-09-30T23:00:00+00:00'),
        score(10, 'LIKERT_100', '2026-10-01T01:00:00+09:00'),
      ],
    };
    expect(await compliance('CONTENT')).toMatchObject({ value: 90, source: { method: 'POINTS' } });
  });

  it('is null, by the name of who does not answer, and the others are there', async () => {
    owners.away.add('participation');
    const { rows, errors } = await read(
      inEnglish(anonymous),
      ['IN_TIME', 'ROADS_EDGES'],
      'compliance(period: $period) { value }',
    );
    expect(rows).toEqual([
      { code: 'IN_TIME', compliance: { value: 72.73 } },
      { code: 'ROADS_EDGES', compliance: null },
    ]);
    expect(errors).toMatchObject([
      { message: expect.stringContaining('participation'), extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  describe('counted by hand', () => {
    it('is entered by the department for itself, and by nobody else', async () => {
      for (const who of [otherOfficer, citizen, admin, auditor, anonymous])
        expect(await record({ ...letters, month: '2026-01' }, who)).toBeUndefined();
      expect(await record({ ...letters, month: '2026-01' })).toMatchObject({
        count: { month: '2026-01', edition: 1, n: 10, mean: 2.5, recordedBy: officer.id },
        errors: [],
      });
      expect(await record({ ...letters, month: '2026-11' })).toMatchObject({
        errors: [{ code: 'TOO_EARLY', path: ['month'] }],
      });
    });

    it('comes to a mean by its cases, of the department and of the city, with the charter as its source', async () => {
      await record({ ...letters, month: '2026-02', n: 30, mean: 3.5 }, manager);
      await record({ ...letters, month: '2026-02', departmentCode: 'WATER', n: 40, mean: 4 }, otherOfficer);
      // A month of another year is not in the period.
      await record({ ...letters, month: '2025-12', n: 1_000, mean: 9 });
      expect(await compliance('LETTERS')).toEqual({
        ...{ state: 'SHOWN', value: 3.63, unit: 'DAYS', n: 80, kept: null, low: null, high: null, reached: false },
        target: { value: 3 },
        source: {
          ...{ service: 'charter', field: 'Standard.counts', method: 'MANUAL_COUNT', methodVersion: 1 },
          takenAt: '2026-11-30T12:00:00+09:00',
        },
      });
      expect(await compliance('LETTERS', 'ROADS')).toMatchObject({ value: 3.25, n: 40, reached: false });
      expect(await compliance('LETTERS', 'PARKS')).toBeNull();
      expect(owners.asked).toEqual([]);
    });

    it('is corrected by a further edition that names the one it corrects; what was entered is kept', async () => {
      expect(await record({ ...letters, month: '2026-02' })).toMatchObject({
        count: null,
        errors: [{ code: 'ALREADY_DONE', path: ['corrects'], message: expect.stringContaining('`corrects`') }],
      });
      expect(await record({ ...letters, month: '2026-02', n: 30, mean: 2.5, corrects: 1 })).toMatchObject({
        count: { edition: 2 },
      });
      const stale = await charter.ask(officer, RECORD, { input: { ...letters, month: '2026-02', corrects: 1 } });
      expect(stale.errors).toMatchObject([{ extensions: { code: 'STALE_VERSION' } }]);
      expect(await compliance('LETTERS', 'ROADS')).toMatchObject({ value: 2.5, n: 40, reached: true });
      expect(await charter.count('standard_count')).toBe(5);
      for (const statement of [
        `UPDATE "standard_count" SET "n" = 1`,
        `DELETE FROM "standard_count"`,
        `TRUNCATE "standard_count"`,
      ])
        await expect(charter.dataSource.query(statement)).rejects.toThrow('never changes');
    });

    it('is entered once by two at once, and by one who sends it twice', async () => {
      const input = { ...letters, month: '2026-03', idempotencyKey: 'march' };
      const twice = await Promise.all([record(input), record(input)]);
      expect(new Set(twice.map((done) => done!.count!.id)).size).toBe(1);
      const two = await Promise.all([
        record({ ...letters, month: '2026-04' }),
        record({ ...letters, month: '2026-04' }, manager),
      ]);
      expect(two.flatMap((done) => done!.errors.map(({ code }) => code))).toEqual(['ALREADY_DONE']);
    });

    it('is shown month by month to staff alone', async () => {
      const ask = 'counts(period: $period) { month departmentCode edition n mean evidence }';
      for (const who of [anonymous, citizen])
        expect((await read(who, ['LETTERS'], ask)).rows).toEqual([{ code: 'LETTERS', counts: null }]);
      const { rows } = await read(auditor, ['LETTERS', 'RETURNS'], ask);
      expect(rows[0]!['counts']).toMatchObject([
        { departmentCode: 'ROADS', month: '2026-01', edition: 1, evidence: letters.evidence },
        { departmentCode: 'ROADS', month: '2026-02', edition: 2, n: 30 },
        { departmentCode: 'ROADS', month: '2026-03' },
        { departmentCode: 'ROADS', month: '2026-04' },
        { departmentCode: 'WATER', month: '2026-02' },
      ]);
      expect(rows[1]!['counts']).toEqual([]);
    });

    it('stands in the scorecard', async () => {
      await record({ ...letters, standardCode: 'RETURNS', month: '2026-02', n: 20, mean: null, kept: 19 });
      const query = `{ scorecards(year: 2026) { city(measures: [STANDARD]) { value n kept reached standard { code } source { service takenAt } } } }`;
      const { data } = await charter.ask<{ scorecards: { city: { standard: { code: string } }[] }[] }>(admin, query);
      const figure = (of: string) => data!.scorecards[0]!.city.find(({ standard: { code } }) => code === of);
      expect(figure('RETURNS')).toMatchObject({
        value: 95,
        n: 20,
        kept: 19,
        reached: true,
        source: { service: 'charter' },
      });
      expect(figure('LETTERS')).toMatchObject({ value: 3.1, n: 100, reached: false });
    });
  });
});
