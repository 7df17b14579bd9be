import { createHash } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import { COUNTED_MEASURES, countYear } from '../../src/scorecard-figures';
import type { UserError } from '../../src/story';

interface Figure {
  readonly measure: string;
  readonly state: string;
  readonly value: number | null;
  readonly n: number;
  readonly kept: number | null;
  readonly standard: { readonly code: string; readonly measuredBy: string } | null;
  readonly source: { readonly service: string };
}
interface Scorecard {
  readonly id: string;
  readonly status: string;
  readonly edition: number;
  readonly reason: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly contentHash: string;
  readonly csv: string;
  readonly departments: readonly { readonly code: string; readonly figures: readonly Figure[] }[];
  readonly city: readonly Figure[];
}

const FIGURE = 'measure state value n kept standard { code measuredBy } source { service }';
const READ = `id status edition reason startsOn endsOn contentHash csv
  departments { code figures { ${FIGURE} } } city { ${FIGURE} }`;
const LIST = `query ($year: Int!) { scorecards(year: $year, part: YEAR) { ${READ} } }`;
const PUBLISH = `mutation ($input: PublishScorecardInput!) { done: publishScorecard(input: $input) {
  scorecard { ${READ} } errors { code message } } }`;

const SHARES = ['COMPLAINTS_ON_TIME', 'COMPLAINTS_CHARTER_ON_TIME', 'OBJECTIONS_UPHELD', 'PROPOSALS_ON_TIME'];
const IN_PERCENT = [...SHARES, 'PROPOSALS_ADOPTED', 'MONITORING_KEPT'];
/** What is told as it is, however few: it judges nobody. */
const COUNTS = ['COMPLAINTS_RECEIVED', 'COMPENSATION_CLAIMS', 'COMPENSATION_AMOUNT', 'PROPOSALS_RECEIVED'];

const year = Number(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 4));

/** The year's record: published out of the owners' figures, equal to what their tables say, the same for ever. */
export function publishesTheYear(running: () => RunningStack): void {
  const list = async (who?: Person): Promise<readonly Scorecard[]> =>
    (await running().get<{ scorecards: Scorecard[] }>(who, LIST, { year })).scorecards;
  const publish = (input: object) =>
    running().ask<{ done: { scorecard: Scorecard | null; errors: UserError[] } }>('admin', PUBLISH, { input });

  /** Published between two counts that agree: while workers write, it is tried again. */
  async function publishQuietly(): Promise<{ scorecard: Scorecard; counted: Awaited<ReturnType<typeof countYear>> }> {
    const attempt = async () => {
      const [newest] = await list('citizen'); // the anonymous may be told of the edition before for a minute
      const { startsOn, endsOn, id } = newest!;
      const before = await countYear(running(), startsOn, endsOn);
      const { data, errors } = await publish({ year, replaces: id, reason: '직접 센 값과 견주어 봄' });
      if (!data) throw new Error(JSON.stringify(errors));
      expect(data.done.errors).toEqual([]);
      const counted = await countYear(running(), startsOn, endsOn);
      return { scorecard: data.done.scorecard!, before, counted };
    };
    return eventually(attempt, ({ before, counted }) => JSON.stringify(before) === JSON.stringify(counted), 60_000);
  }

  it('is published with the demo, and again with a year of history; everybody reads both', async () => {
    const [newest, first] = await list();
    expect(newest).toMatchObject({ status: 'PUBLISHED', edition: 2, reason: expect.stringContaining('이력') });
    expect(first).toMatchObject({ status: 'PUBLISHED', edition: 1, reason: null });
    const received = ({ city }: Scorecard): number =>
      city.find(({ measure }) => measure === 'COMPLAINTS_RECEIVED')!.value!;
    expect(received(newest!)).toBeGreaterThan(1_000);
    expect(received(first!)).toBeLessThan(100);
  });

  it('says what direct SQL over each service’s tables says', async () => {
    const { scorecard, counted } = await publishQuietly();
    const shown: Record<string, number> = {};
    for (const { code, figures } of scorecard.departments)
      for (const { measure, state, value, n, kept } of figures.filter((one) =>
        COUNTED_MEASURES.includes(one.measure),
      )) {
        const found = counted[measure]!.find((row) => row.code === code) ?? { n: 0, value: 0 };
        const where = `${code} ${measure}`;
        expect([where, n]).toEqual([where, found.n]);
        if (found.n > 0 && found.n < 5 && !COUNTS.includes(measure))
          expect([where, state]).toEqual([where, 'SUPPRESSED']);
        if (state !== 'SHOWN') {
          expect([where, value, kept]).toEqual([where, null, null]);
          continue;
        }
        shown[measure] = (shown[measure] ?? 0) + 1;
        if (IN_PERCENT.includes(measure)) {
          expect([where, kept]).toEqual([where, found.value]);
          expect(value).toBeCloseTo((found.value! / found.n) * 100, 2);
        } else expect([where, value]).toEqual([where, found.value ?? 0]);
      }
    for (const figure of scorecard.city.filter(({ measure }) => COUNTED_MEASURES.includes(measure))) {
      const rows = counted[figure.measure]!;
      const n = rows.reduce((sum, row) => sum + row.n, 0);
      const all = rows.reduce((sum, row) => sum + row.value!, 0);
      expect([figure.measure, figure.n]).toEqual([figure.measure, n]);
      if (figure.state !== 'SHOWN') continue;
      if (IN_PERCENT.includes(figure.measure)) expect([figure.measure, figure.kept]).toEqual([figure.measure, all]);
      else expect([figure.measure, figure.value]).toEqual([figure.measure, all]);
    }
    // None of this was true of nothing.
    for (const measure of ['COMPLAINTS_ON_TIME', 'COMPLAINTS_CHARTER_ON_TIME', 'SATISFACTION', 'PROPOSALS_RECEIVED'])
      expect([measure, shown[measure]! > 5]).toEqual([measure, true]);
  });

  it('says of the standards what the owners’ tables say', async () => {
    const { scorecard, counted } = await publishQuietly();
    const all = [...scorecard.city, ...scorecard.departments.flatMap(({ figures }) => figures)];
    const monitored = all.filter(({ standard }) => standard?.measuredBy === 'MONITORING');
    expect(monitored.length).toBeGreaterThan(0);
    for (const { standard, n, kept, state } of monitored) {
      const found = counted['BY_STANDARD']!.find(({ code }) => code === standard!.code) ?? { n: 0, value: 0 };
      expect([standard!.code, n]).toEqual([standard!.code, found.n]);
      if (state === 'SHOWN') expect([standard!.code, kept]).toEqual([standard!.code, found.value]);
    }
    for (const { code, figures } of scorecard.departments) {
      const of = (measure: string) => figures.find((figure) => figure.measure === measure)!;
      const inTime = figures.find(({ standard }) => standard?.code === 'COMPLAINT_IN_TIME')!;
      const { state, n, kept, value } = of('COMPLAINTS_CHARTER_ON_TIME');
      expect([code, inTime]).toMatchObject([code, { state, n, kept, value }]);
    }
  });

  it('is a file for everybody, by its hash, which is not sent twice', async () => {
    const [{ id, contentHash, csv }] = (await list()) as [Scorecard];
    const at = new URL(`/open-data/scorecards/${id}`, running().description.endpoint);
    const json = await fetch(at);
    const etag = json.headers.get('etag')!;
    expect(
      createHash('sha256')
        .update(Buffer.from(await json.arrayBuffer()))
        .digest('hex'),
    ).toBe(contentHash);
    expect((await fetch(at, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const sheet = await fetch(`${at.href}?format=csv`);
    expect(Buffer.from(await sheet.arrayBuffer()).toString('utf8')).toBe(csv);
  });

  it('is not published while a service hangs, by its name; what is published stays readable', async () => {
    const [before] = await list('citizen');
    await running().signal('surveys', 'SIGSTOP');
    try {
      const { errors } = await publish({ year, replaces: before!.id, reason: '응답하지 않는 서비스' });
      expect(errors).toMatchObject([
        { extensions: { code: 'SERVICE_UNAVAILABLE' }, message: expect.stringContaining('surveys') },
      ]);
      expect((await list('citizen'))[0]).toEqual(before);
    } finally {
      await running().signal('surveys', 'SIGCONT');
    }
  });
}
