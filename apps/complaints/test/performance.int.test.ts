import { WorkingCalendar, localDate } from '@charter/calendar';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { anonymous, citizen, officer } from '@charter/service/testing';

const calendar = new WorkingCalendar();
const workingDaysAgo = (days: number): Date =>
  new Date(`${calendar.addWorkingDays(localDate(new Date()), -days)}T10:00:00+09:00`);
const DAY_MS = 86_400_000;

const PERFORMANCE = `query ($representations: [_Any!]!, $period: PeriodInput!) {
  _entities(representations: $representations) { ... on Department { code complaintPerformance(period: $period) {
    received answered withdrawn open openLate onTimeRate charterOnTimeRate medianHours } } } }`;

describe('Department.complaintPerformance', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const of = async (period: { from: string; to: string }, ...codes: string[]) => {
    const representations = codes.map((code) => ({ __typename: 'Department', code }));
    const { data, errors } = await office.ask<{ _entities: { complaintPerformance: Record<string, unknown> }[] }>(
      anonymous,
      PERFORMANCE,
      { representations, period },
    );
    return errors ?? data!._entities.map(({ complaintPerformance }) => complaintPerformance);
  };

  it('rates what was closed in time against all that is closed or late: the open late ones cannot hide', async () => {
    const from = workingDaysAgo(20);
    const day = localDate(from);
    const answerAt = async (receivedAt: Date, hours: number) => {
      const visit = await registerVisit(office, receivedAt);
      office.clock.set(new Date(receivedAt.getTime() + hours * 3_600_000));
      await answer(office, visit);
      office.clock.set(new Date());
    };
    await answerAt(from, 3); // in time
    await answerAt(from, 8 * 24); // by law in time on the sixth or seventh working day at most, by the charter late
    await answerAt(from, 16 * 24); // late
    await registerVisit(office, from); // open and late, whether or not the sweep has come by
    office.clock.set(from);
    const withdrawn = await file(office);
    await send(office, citizen, 'withdrawComplaint', { complaintId: withdrawn.id });
    await file(office, { serviceCode: 'WATER_LEAK' });
    office.clock.set(new Date());
    await registerVisit(office, new Date()); // open and in time, and not of the period

    const lateByLaw = (
      await office.dataSource.query(
        `SELECT count(*)::int AS count FROM deadline WHERE kind = 'STATUTORY' AND state = 'MET' AND missed_at IS NOT NULL`,
      )
    )[0].count as number;
    const [roads, water, unknown] = (await of({ from: day, to: day }, 'ROADS', 'WATER', 'NONE')) as Record<
      string,
      unknown
    >[];
    expect(roads).toEqual({
      ...{ received: 5, answered: 3, withdrawn: 1, open: 1, openLate: 1, medianHours: expect.any(Number) },
      onTimeRate: (3 - lateByLaw) / 4,
      charterOnTimeRate: 1 / 4,
    });
    expect(water).toMatchObject({ received: 1, open: 1, openLate: 1, onTimeRate: 0, charterOnTimeRate: 0 });
    expect(unknown).toEqual({
      ...{ received: 0, answered: 0, withdrawn: 0, open: 0, openLate: 0, medianHours: null },
      ...{ onTimeRate: null, charterOnTimeRate: null },
    });
  });

  it('counts days from their midnight in Seoul to their end', async () => {
    const [all] = (await of({ from: '2020-01-01', to: '2029-12-28' }, 'ROADS')) as { received: number }[];
    await registerVisit(office, new Date(Date.parse(`${localDate(new Date(Date.now() - 2 * DAY_MS))}T00:00:00+09:00`)));
    const day = localDate(new Date(Date.now() - 2 * DAY_MS));
    const before = localDate(new Date(Date.now() - 3 * DAY_MS));
    expect(await of({ from: day, to: day }, 'ROADS')).toMatchObject([{ received: 1 }]);
    expect(await of({ from: before, to: before }, 'ROADS')).toMatchObject([{ received: 0 }]);
    expect(await of({ from: '2020-01-01', to: '2029-12-28' }, 'ROADS')).toMatchObject([
      { received: all!.received + 1 },
    ]);
  });

  it('costs as many statements for a hundred departments as for one', async () => {
    const codes = Array.from({ length: 100 }, (_, index) => `D${index}`);
    const period = { from: '2026-01-01', to: '2026-12-31' };
    expect(await office.statements(() => of(period, ...codes))).toBe(
      await office.statements(() => of(period, 'ROADS')),
    );
  });

  it.each([
    ['ends before it begins', '2026-12-31', '2026-01-01'],
    ['is longer than ten years', '2010-01-01', '2026-01-01'],
  ])('refuses a period that %s', async (_name, from, to) =>
    expect(await of({ from, to }, 'ROADS')).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]),
  );

  it('is of the officer’s day too: what was filed a moment ago counts', async () => {
    office.clock.set(new Date());
    const today = localDate(new Date());
    const [before] = (await of({ from: today, to: today }, 'ROADS')) as { received: number }[];
    await registerVisit(office, new Date(Date.now() - 1_000), {}, officer);
    expect(await of({ from: today, to: today }, 'ROADS')).toMatchObject([{ received: before!.received + 1 }]);
  });
});
