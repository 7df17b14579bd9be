import { WorkingCalendar, localDate } from '@charter/calendar';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file, registerVisit, send, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { anonymous, citizen, officer, otherOfficer } from '@charter/service/testing';

const calendar = new WorkingCalendar();
const ALL = { from: '2020-01-01', to: '2029-12-28' };
const reason = '다른 부서가 맡은 일입니다.';

/** The figures as a scan of all complaints gives them: what is kept has to agree with it. */
const SCAN = `
  SELECT c.department_code AS key, count(*)::int AS received,
         count(*) FILTER (WHERE c.status = 'ANSWERED')::int AS answered,
         count(*) FILTER (WHERE c.status = 'REJECTED')::int AS rejected,
         count(*) FILTER (WHERE c.status = 'WITHDRAWN')::int AS withdrawn,
         count(*) FILTER (WHERE s.state = 'MET' AND s.missed_at IS NULL)::int AS "inTime",
         count(*) FILTER (WHERE p.state = 'MET' AND p.missed_at IS NULL)::int AS "charterInTime"
  FROM complaint c JOIN deadline s ON s.id = c.statutory_id JOIN deadline p ON p.id = c.charter_id
  GROUP BY 1 ORDER BY 1`;

interface Group {
  readonly key: string;
  readonly performance: Record<string, number | null>;
}

describe('the figures of complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set(new Date()));

  const statistics = async (groupBy: string, filter: object = {}, period = ALL): Promise<Group[]> => {
    const { data, errors } = await office.ask<{ complaintStatistics: Group[] }>(
      anonymous,
      `query ($period: PeriodInput!, $groupBy: ComplaintGroupBy!, $filter: ComplaintStatisticsFilterInput) {
        complaintStatistics(period: $period, groupBy: $groupBy, filter: $filter) { key performance {
          received answered rejected withdrawn inTime charterInTime open medianHours p90Hours } } }`,
      { period, groupBy, filter },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data!.complaintStatistics;
  };
  const kept = async () =>
    (await statistics('DEPARTMENT')).map(({ key, performance: p }) => ({
      ...{ key, received: p.received, answered: p.answered, rejected: p.rejected, withdrawn: p.withdrawn },
      ...{ inTime: p.inTime, charterInTime: p.charterInTime },
    }));

  it('agree with a scan after every kind of step: answered, refused, moved, withdrawn, returned to another department', async () => {
    const visits = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        registerVisit(office, new Date(Date.now() - 1_000 - index * 86_400_000 * 2)),
      ),
    );
    await answer(office, visits[0]!);
    await answer(office, visits[11]!); // late by now
    await step(office, officer, 'rejectComplaint', visits[1]!, { reason });
    await step(office, officer, 'transferComplaint', visits[2]!, { departmentCode: 'WATER', reason });
    await answer(office, visits[2]!, otherOfficer);
    await step(office, officer, 'transferComplaint', visits[3]!, { body: '국토교통부', reason });
    const filed = await file(office);
    await send(office, citizen, 'withdrawComplaint', { complaintId: filed.id });
    expect(await kept()).toEqual(await office.dataSource.query(SCAN));
    expect((await kept()).map(({ key }) => key)).toEqual(['ROADS', 'WATER']);
  });

  it('agree after fifty filings and answers at once', async () => {
    const filed = await Promise.all(Array.from({ length: 50 }, () => file(office)));
    await Promise.all(filed.slice(0, 25).map((each) => answer(office, each)));
    expect(await kept()).toEqual(await office.dataSource.query(SCAN));
  });

  it('are made up for complaints that are older than the figures, once', async () => {
    const before = await kept();
    await office.dataSource.query('TRUNCATE complaint_tally, complaint_day, complaint_speed');
    await Promise.all([office.startWorker(), office.startWorker()]);
    expect(await kept()).toEqual(before);
  });

  it('tell the median and the 90th percentile in working hours', async () => {
    const day = calendar.addWorkingDays(localDate(new Date()), -40);
    const at = (time: string) => new Date(`${day}T${time}:00+09:00`);
    for (const [closed, count] of [
      ['10:20', 8],
      ['11:10', 1],
      ['17:10', 1],
    ] as const) {
      for (let index = 0; index < count; index += 1) {
        const visit = await registerVisit(office, at('10:00'));
        office.clock.set(at(closed));
        await answer(office, visit);
        office.clock.set(new Date());
      }
    }
    const [roads] = await statistics('DEPARTMENT', { departmentCode: 'ROADS' }, { from: day, to: day });
    // A third of an hour eight times, then 1 h 10 and 6 h 10 with the lunch break left out.
    expect(roads!.performance).toMatchObject({ received: 10, medianHours: 0.25, p90Hours: 1.25 });
  });

  it('are grouped by service, kind, channel and month, and narrowed', async () => {
    const received = async (groupBy: string, filter?: object) =>
      (await statistics(groupBy, filter)).map(({ key, performance }) => [key, performance.received]);
    const sum = (rows: unknown[][]) => rows.reduce((total, [, count]) => total + (count as number), 0);
    const [{ all }] = (await office.dataSource.query('SELECT count(*)::int AS all FROM complaint')) as [
      { all: number },
    ];
    for (const groupBy of ['DEPARTMENT', 'SERVICE', 'KIND', 'CHANNEL', 'MONTH']) {
      expect(sum(await received(groupBy))).toBe(all);
    }
    expect((await received('CHANNEL')).map(([key]) => key)).toEqual(['ONLINE', 'VISIT']);
    expect(await received('CHANNEL', { channel: 'VISIT' })).toHaveLength(1);
    expect(await received('SERVICE', { departmentCode: 'NONE' })).toEqual([]);
  });

  it('may be given to the anonymous again, also as figures of a department; for who has signed in they are read anew', async () => {
    const period = 'period: { from: "2026-01-01", to: "2026-12-31" }';
    const statisticsOf = `{ complaintStatistics(${period}, groupBy: DEPARTMENT) { key performance { received onTimeRate } } }`;
    const figures = `complaintPerformance(${period}) { received } objectionPerformance(${period}) { filed } dunningLetters(${period})`;
    const department = `{ _entities(representations: [{ __typename: "Department", code: "ROADS" }]) { ... on Department { ${figures} } } }`;
    for (const query of [statisticsOf, department]) {
      expect(await office.freshness(anonymous, query)).toBe('max-age=30, public');
      for (const who of [citizen, officer]) expect(await office.freshness(who, query)).toBeNull();
    }
  });

  it('cost three statements for all departments, and read no closed complaint', async () => {
    expect(await office.statements(() => statistics('DEPARTMENT'))).toBe(3);
    await office.dataSource.query('ANALYZE');
    const plan = JSON.stringify(
      await office.dataSource.query(
        `EXPLAIN (FORMAT JSON) SELECT department_code, sum(received) FROM complaint_day
         WHERE received_on BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY 1`,
      ),
    );
    expect(plan).not.toContain('"Relation Name": "complaint"');
  });
});
