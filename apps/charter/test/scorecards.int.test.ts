import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
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
  openTestService,
} from '@charter/service/testing';
import { definition } from '../src/definition';
import { OWNERS } from '../src/domain/scorecards/answers';
import { queryOf } from '../src/scorecards/questions';
import { FakeOwners } from './fixtures/owners';
import { foundTheCity } from './fixtures/scorecards';

interface Figure {
  measure: string;
  state: string;
  value: number | null;
  n: number | null;
  kept: number | null;
  reached: boolean | null;
  standard: { code: string } | null;
  source: { service: string; field: string; method: string; methodVersion: number | null; takenAt: string | null };
}
interface Scorecard {
  id: string;
  status: string;
  edition: number;
  complete: boolean;
  reason: string | null;
  contentHash: string | null;
  json: string;
  replaces: { id: string } | null;
  replacedBy: { id: string } | null;
  departments: { code: string; name: string; figures: Figure[] }[];
  city: Figure[];
  rankings: {
    measure: string;
    ranked: { rank: number; department: { code: string } }[];
    unranked: { state: string }[];
  }[];
  sources: { service: string; takenAt: string | null }[];
}
interface Published {
  published: { scorecard: Scorecard | null; errors: { code: string; message: string; path: string[] | null }[] };
}

const FIGURE =
  'measure state value n kept low high reached standard { code } source { service field method methodVersion takenAt }';
const HEAD =
  'id status edition complete reason contentHash json replaces { id } replacedBy { id } sources { service takenAt }';
const ALL = `${HEAD} departments { code name figures { ${FIGURE} } } city { ${FIGURE} }
  rankings { measure ranked { rank department { code } } unranked { state } }`;
const PUBLISH = `mutation ($input: PublishScorecardInput!) { published: publishScorecard(input: $input) {
  scorecard { ${ALL} } errors { code message path } } }`;
const LIST = `query ($year: Int!, $part: ScorecardPart) { scorecards(year: $year, part: $part) { ${ALL} } }`;

describe('scorecards', () => {
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

  const publish = async (input: object, who: Someone = admin) => {
    const { data, errors } = await charter.ask<Published>(inEnglish(who), PUBLISH, { input });
    if (errors) throw new Error(JSON.stringify(errors));
    return data!.published;
  };
  const list = async (who: Someone, year: number, part?: string) =>
    (await charter.ask<{ scorecards: Scorecard[] }>(inEnglish(who), LIST, { year, part })).data!.scorecards;
  const rows = () => charter.count('scorecard');

  it.each(OWNERS)('asks %s for fields that its graph has', (owner) => {
    const sdl = readFileSync(join(__dirname, `../../${owner}/schema.graphql`), 'utf8');
    expect(validate(buildSubgraphSchema(parse(sdl)), parse(queryOf(owner)))).toEqual([]);
  });

  describe('as they stand now', () => {
    it('are for staff: what the owners say, each figure with its source', async () => {
      const [draft] = await list(officer, 2026);
      expect(draft).toMatchObject({
        id: 'draft-2026-YEAR',
        status: 'DRAFT',
        edition: 1,
        complete: false,
        contentHash: null,
      });
      const roads = draft!.departments.find(({ code }) => code === 'ROADS')!;
      expect(roads.name).toBe('Road Safety');
      const figure = (measure: string, standard?: string) =>
        roads.figures.find((one) => one.measure === measure && (!standard || one.standard?.code === standard))!;
      expect(figure('COMPLAINTS_CHARTER_ON_TIME')).toEqual({
        ...{ measure: 'COMPLAINTS_CHARTER_ON_TIME', state: 'SHOWN', value: 72.73, n: 55, kept: 40, reached: null },
        ...{ low: 59.77, high: 82.72, standard: null },
        source: {
          service: 'complaints',
          field: 'Department.complaintPerformance.charterOnTimeRate',
          method: 'CLOSED_IN_TIME_OF_CLOSED_AND_OPEN_LATE',
          methodVersion: 1,
          takenAt: '2026-11-30T12:00:00+09:00',
        },
      });
      expect(figure('COMPENSATION_AMOUNT')).toMatchObject({ state: 'SHOWN', value: 30_000, n: 3 });
      expect(figure('PROPOSALS_ADOPTED')).toMatchObject({ value: 50, n: 8, kept: 4 });
      expect(figure('STANDARD', 'IN_TIME')).toMatchObject({ value: 72.73, n: 55, reached: false });
      expect(figure('STANDARD', 'ROADS_EDGES')).toMatchObject({ value: 95, n: 20, reached: false });
      // What monitors count is no minutes: it is told, and not held against the target.
      expect(figure('STANDARD', 'ROADS_MINUTES')).toMatchObject({ value: 95, n: 20, reached: null });
      const city = (measure: string, code?: string) =>
        draft!.city.find((one) => one.measure === measure && (!code || one.standard?.code === code));
      expect(city('COMPLAINTS_CHARTER_ON_TIME')).toMatchObject({ value: 72.73, n: 165, kept: 120 });
      expect(city('COMPENSATION_AMOUNT')).toMatchObject({ value: 90_000, n: 9 });
      expect(city('SATISFACTION')).toBeUndefined();
      expect(city('STANDARD', 'CONTENT')).toMatchObject({
        ...{ value: 84, n: 120, reached: true },
        source: { service: 'surveys', field: 'Standard.satisfaction.score', method: 'LIKERT_100', methodVersion: null },
      });
      expect(city('STANDARD', 'LETTERS')).toMatchObject({ state: 'NONE', value: null, source: { service: 'charter' } });
      expect(city('STANDARD', 'ENDED')).toBeUndefined();
    });

    it('are for nobody else', async () => {
      for (const who of [anonymous, citizen]) expect(await list(who, 2026)).toEqual([]);
      expect(owners.asked).toEqual([]);
    });

    it('lack what a service does not answer, by its name, and never count it as zero', async () => {
      owners.away.add('complaints');
      owners.broken.add('surveys');
      const [draft] = await list(auditor, 2026, 'Q4');
      expect(draft!.sources.filter(({ takenAt }) => takenAt === null).map(({ service }) => service)).toEqual([
        'complaints',
        'surveys',
      ]);
      const missing = draft!.departments[0]!.figures.filter(({ state }) => state === 'MISSING');
      expect(new Set(missing.map(({ source }) => source.service))).toEqual(new Set(['complaints', 'surveys']));
      expect(missing.map(({ value, n, source }) => [value, n, source.takenAt])).toEqual(
        missing.map(() => [null, null, null]),
      );
      expect(draft!.city.find(({ measure }) => measure === 'COMPLAINTS_RECEIVED')).toMatchObject({ state: 'MISSING' });
      expect(draft!.rankings[0]!.ranked).toEqual([]);
    });

    it('are not drawn up for a period that has not begun, nor where nobody asks what they say', async () => {
      expect(await list(admin, 2027)).toEqual([]);
      await charter.ask(admin, '{ scorecards(year: 2026) { id status } }');
      expect(owners.asked).toEqual([]);
    });

    it('cost one request to each owner and a few statements, however many departments there are', async () => {
      const cost = () => charter.statements(() => list(officer, 2026));
      const few = await cost();
      expect(owners.asked).toHaveLength(4);
      await charter.dataSource.query(
        `INSERT INTO "department" ("code", "name_ko", "name_en") SELECT 'D' || n, '부서', 'Office' FROM generate_series(1, 100) n`,
      );
      owners.reset();
      const [draft] = await list(officer, 2026);
      expect(draft!.departments).toHaveLength(103);
      expect(owners.asked.map(({ variables }) => variables.departments.length)).toEqual([103, 103, 103, 103]);
      expect(await cost()).toBe(few);
      await charter.dataSource.query(`DELETE FROM "department" WHERE "code" LIKE 'D%' AND "name_en" = 'Office'`);
    });

    it('hide departments of fewer than five, and one more that the total would tell', async () => {
      const few = (closed: number) => ({
        complaintPerformance: {
          ...{ received: closed, closed, inTime: closed, openLate: 0, charterInTime: closed, charterOpenLate: 0 },
          medianHours: 3,
        },
      });
      owners.said['complaints PARKS'] = few(3);
      owners.said['complaints WATER'] = few(30);
      const [draft] = await list(admin, 2026);
      const stateOf = (code: string, measure: string) =>
        draft!.departments.find((one) => one.code === code)!.figures.find((one) => one.measure === measure)!;
      expect(stateOf('PARKS', 'COMPLAINTS_CHARTER_ON_TIME')).toMatchObject({
        ...{ state: 'SUPPRESSED', value: null, kept: null, n: 3, low: null, high: null },
      });
      expect(stateOf('WATER', 'COMPLAINTS_CHARTER_ON_TIME')).toMatchObject({ state: 'SUPPRESSED', n: 30 });
      expect(stateOf('WATER', 'STANDARD')).toMatchObject({ state: 'SUPPRESSED' });
      expect(stateOf('PARKS', 'COMPLAINTS_RECEIVED')).toMatchObject({ state: 'SHOWN', value: 3 });
      // A median has no total: it tells nothing of the others.
      expect(stateOf('WATER', 'COMPLAINTS_MEDIAN_HOURS')).toMatchObject({ state: 'SHOWN', value: 3 });
      const { ranked, unranked } = draft!.rankings.find(({ measure }) => measure === 'COMPLAINTS_CHARTER_ON_TIME')!;
      expect(ranked).toEqual([{ rank: 1, department: { code: 'ROADS' } }]);
      expect(unranked).toEqual([{ state: 'SUPPRESSED' }, { state: 'SUPPRESSED' }]);
    });
  });

  describe('published', () => {
    it('are refused while a service is away, by its name, and nothing is kept', async () => {
      owners.away.add('compensation');
      const { errors } = await charter.ask<Published>(inEnglish(admin), PUBLISH, { input: { year: 2026, part: 'Q1' } });
      expect(errors).toMatchObject([
        { extensions: { code: 'SERVICE_UNAVAILABLE' }, message: expect.stringContaining('compensation') },
      ]);
      const korean = await charter.ask<Published>(admin, PUBLISH, { input: { year: 2026, part: 'Q1' } });
      expect(korean.errors).toMatchObject([{ message: expect.stringContaining('다시 시도') }]);
      expect(await rows()).toBe(0);
    });

    it.each([
      ['an officer', officer],
      ['a manager', manager],
      ['an auditor', auditor],
      ['a citizen', citizen],
    ])('are not for %s to publish', async (_who, who) => {
      const { errors } = await charter.ask<Published>(who, PUBLISH, { input: { year: 2026 } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(await rows()).toBe(0);
    });

    it('stay what they were, whatever the owners say later, and everybody reads them', async () => {
      const { scorecard, errors } = await publish({ year: 2026 });
      expect(errors).toEqual([]);
      expect(scorecard).toMatchObject({ status: 'PUBLISHED', edition: 1, complete: false, replaces: null });
      expect(createHash('sha256').update(scorecard!.json).digest('hex')).toBe(scorecard!.contentHash);
      expect(JSON.parse(scorecard!.json)).toMatchObject({ format: 1, year: 2026, edition: 1, replaces: null });
      owners.said['complaints ROADS'] = { objectionPerformance: { decided: 60, upheld: 0 } };
      owners.away.add('surveys');
      const [read, ...others] = await list(anonymous, 2026);
      expect([read, others]).toEqual([scorecard, []]);
    });

    it('are open data: a sheet of all figures, explained by a dictionary', async () => {
      const query =
        '{ scorecards(year: 2026) { json csv } scorecardDictionary { name type values { value meaningKo } } }';
      const { data } = await charter.ask<{
        scorecards: { json: string; csv: string }[];
        scorecardDictionary: { name: string; type: string; values: object[] }[];
      }>(anonymous, query);
      const [{ json, csv }] = data!.scorecards as [{ json: string; csv: string }];
      const { figures } = JSON.parse(json) as { figures: object[] };
      const lines = csv.split('\r\n');
      expect(lines).toHaveLength(figures.length + 2);
      expect(lines[0]).toBe(`\uFEFF${data!.scorecardDictionary.map(({ name }) => name).join(',')}`);
      expect(data!.scorecardDictionary.find(({ name }) => name === 'state')!.values).toContainEqual({
        ...{ value: 'NONE', meaningKo: expect.stringContaining('해당 없음') },
      });
    });

    it('are files for everybody, which are not sent twice', async () => {
      const query = '{ scorecards(year: 2026) { id json csv contentHash } }';
      const { data } = await charter.ask<{ scorecards: Record<string, string>[] }>(anonymous, query);
      const { id, json, csv, contentHash } = data!.scorecards[0]!;
      const get = (path: string, headers = {}) => fetch(`${charter.url}/open-data/scorecards/${path}`, { headers });
      for (const [path, type, content] of [
        [id, 'application/json; charset=utf-8', json],
        [`${id}?format=csv`, 'text/csv; charset=utf-8', csv],
      ]) {
        const answer = await get(path!);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
        expect(Buffer.from(await answer.arrayBuffer()).toString('utf8')).toBe(content);
        const etag = answer.headers.get('etag')!;
        expect(etag).toMatch(new RegExp(`^W/"${contentHash!}-`)); // one for the file, packed or not
        for (const given of [etag, etag.slice(2), `"other", ${etag}`]) {
          const again = await get(path!, { 'if-none-match': given });
          expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
        }
      }
      for (const path of [
        'no-id',
        '0198a000-0000-7000-8000-0000000000ff',
        `${id}?format=xlsx`,
        `${id}?format=toString`,
      ])
        expect([path, (await get(path)).status]).toEqual([path, 404]);
    });

    it('are changed, deleted or emptied by nobody', async () => {
      const { dataSource } = charter;
      await expect(dataSource.query(`UPDATE "scorecard" SET "content" = '{}'`)).rejects.toThrow('never changes');
      await expect(dataSource.query('DELETE FROM "scorecard"')).rejects.toThrow('never changes');
      await expect(dataSource.query('TRUNCATE "scorecard"')).rejects.toThrow('never changes');
      const copy = dataSource.query(
        `INSERT INTO "scorecard" SELECT gen_random_uuid(), "year", 'Q2', 1, "complete", "taken_at", "published_by",
           "published_at", NULL, NULL, "content" || ' ', "content_hash" FROM "scorecard" LIMIT 1`,
      );
      await expect(copy).rejects.toThrow('scorecard_hash_is_its_own');
    });

    it('are replaced by one that names the newest and says why; both stay', async () => {
      const [first] = await list(anonymous, 2026);
      expect(await publish({ year: 2026 })).toMatchObject({
        scorecard: null,
        errors: [{ code: 'ALREADY_DONE', path: ['replaces'], message: expect.stringContaining(first!.id) }],
      });
      charter.clock.set('2027-01-02T00:00:00Z');
      const next = { year: 2026, replaces: first!.id, reason: 'The year is over.' };
      const { scorecard } = await publish(next);
      expect(scorecard).toMatchObject({ edition: 2, complete: true, replaces: { id: first!.id }, reason: next.reason });
      expect(await publish({ ...next, reason: 'Once more.' })).toMatchObject({ errors: [{ code: 'INVALID_STATE' }] });
      const read = await list(anonymous, 2026);
      expect(read.map(({ id, replacedBy }) => [id, replacedBy?.id])).toEqual([
        [scorecard!.id, undefined],
        [first!.id, scorecard!.id],
      ]);
      expect({ ...read[1], replacedBy: null }).toEqual(first);
      const one = await charter.ask(anonymous, 'query ($id: ID!) { scorecard(id: $id) { edition } }', {
        id: first!.id,
      });
      expect(one.data).toEqual({ scorecard: { edition: 1 } });
    });

    it('are published once, by two at once and by one who sends it twice', async () => {
      const input = { year: 2026, part: 'Q3', idempotencyKey: 'q3' };
      const both = await Promise.all([publish(input), publish(input)]);
      expect(new Set(both.map(({ scorecard }) => scorecard!.id)).size).toBe(1);
      owners.reset();
      owners.away.add('complaints');
      expect((await publish(input)).scorecard!.id).toBe(both[0]!.scorecard!.id);
      expect(owners.asked).toEqual([]);
      owners.reset();
      const others = await Promise.all([publish({ year: 2026, part: 'Q2' }), publish({ year: 2026, part: 'Q2' })]);
      expect(others.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['ALREADY_DONE']);
      const reused = await charter.ask(admin, PUBLISH, { input: { ...input, part: 'Q4' } });
      expect(reused.errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    });

    it('do not tell of a part of the year what was hidden in another', async () => {
      charter.clock.set('2028-01-02T00:00:00Z');
      const few = {
        received: 3,
        closed: 3,
        inTime: 3,
        openLate: 0,
        charterInTime: 3,
        charterOpenLate: 0,
        medianHours: 3,
      };
      owners.said['complaints PARKS'] = { complaintPerformance: few };
      await publish({ year: 2027, part: 'FIRST_HALF' });
      owners.reset();
      const stateIn = ({ departments }: Scorecard, code: string) =>
        departments.find((one) => one.code === code)!.figures.find(({ measure }) => measure === 'COMPLAINTS_ON_TIME')!
          .state;
      // In a year of which nothing is published all would be shown; the year less its second half would be the first.
      const second = (await publish({ year: 2027, part: 'SECOND_HALF' })).scorecard!;
      expect(['ROADS', 'WATER', 'PARKS'].map((code) => stateIn(second, code))).toEqual(['SHOWN', 'SHOWN', 'SHOWN']);
      const year = (await publish({ year: 2027 })).scorecard!;
      // ROADS was hidden with it, since the total would have told.
      expect(['ROADS', 'WATER', 'PARKS'].map((code) => stateIn(year, code))).toEqual([
        'SUPPRESSED',
        'SHOWN',
        'SUPPRESSED',
      ]);
    });

    it('of one year are published one after the other: who was overtaken looks again', async () => {
      charter.clock.set('2029-01-02T00:00:00Z');
      const post = owners.post;
      let overtaken = false;
      jest.spyOn(owners, 'post').mockImplementation(async (...asked) => {
        if (!overtaken) {
          overtaken = true;
          await publish({ year: 2028, part: 'Q1' });
        }
        return post(...asked);
      });
      const answer = await charter.ask(admin, PUBLISH, { input: { year: 2028, part: 'Q2' } });
      jest.restoreAllMocks();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'STALE_VERSION' } }]);
      expect((await list(anonymous, 2028)).map(({ edition }) => edition)).toEqual([1]);
    });

    it.each([['no id'], ['0198a000-0000-7000-8000-0000000000ff']])('are not found by %s', async (id) => {
      const { data } = await charter.ask(anonymous, 'query ($id: ID!) { scorecard(id: $id) { id } }', { id });
      expect(data).toEqual({ scorecard: null });
    });
  });
});
