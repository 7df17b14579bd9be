import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { type TestDatabase, createTestDatabase, eventually } from '@charter/testkit';
import {
  type Deadline,
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  type MovedDeadline,
  USUAL_PLAN,
  deadlineEntities,
  deadlineMigrations,
  findDeadline,
  lockDeadlinesOf,
} from '../src';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const HOLIDAY = '2026-11-30';
/** Seven working days from 23 November: 24:00 of 1 December, and of 2 December with the holiday. */
const WITHOUT = new Date('2026-12-01T15:00:00Z');
const WITH = new Date('2026-12-02T15:00:00Z');
const act = { by: 'system', at: NOW };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/** Something to wait for, that the test lets happen. */
function gate(): { passed: Promise<void>; open(): void } {
  let open!: () => void;
  return { passed: new Promise<void>((resolve) => (open = resolve)), open };
}

describe('a holiday that is declared at the very moment when dates are computed', () => {
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(
    [{ kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN }],
    holidays,
  );
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({
      entities: [...deadlineEntities, ...outboxEntities],
      migrations: [...outboxMigrations, ...deadlineMigrations],
    });
  });
  afterEach(() => database.drop());

  const openIn = (tx: EntityManager): Promise<Deadline> =>
    deadlines.open(
      tx,
      {
        ...{
          kind: 'ANSWER',
          subjectType: 'COMPLAINT',
          subjectId: randomUUID(),
          departmentCode: 'ROADS',
          ownerId: null,
        },
        ...{ receivedAt: NOW, period: { unit: 'DAYS', length: 7 } },
      },
      act,
    );
  const open = () => database.dataSource.transaction(openIn);
  const declareIn = async (tx: EntityManager): Promise<MovedDeadline[]> =>
    (await holidays.declare(tx, { date: HOLIDAY, nameKo: '임시공휴일', nameEn: 'Temporary holiday' }))
      ? deadlines.recompute(tx, [HOLIDAY], act)
      : [];
  const declare = () => database.dataSource.transaction(declareIn);
  const dueOf = async (id: string) => (await findDeadline(database.dataSource.manager, id))!.dueAt;
  const waiting = (count: number) =>
    eventually(
      async () =>
        (
          await database.dataSource
            .query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
        )[0].n as number,
      (n) => n === count,
    );

  it('waits for the date that is computed without it, and moves it', async () => {
    const { passed, open: commit } = gate();
    let opened!: Deadline;
    const begun = gate();
    const opening = database.dataSource.transaction(async (tx) => {
      opened = await openIn(tx);
      begun.open();
      await passed;
    });
    await begun.passed;
    const declaring = declare();
    await waiting(1);
    commit();
    await opening;
    expect(opened.dueAt).toEqual(WITHOUT);
    expect((await declaring).map(({ after }) => [after.id, after.dueAt])).toEqual([[opened.id, WITH]]);
    expect(await dueOf(opened.id)).toEqual(WITH);
  });

  it('lets the date wait that would not know of it, and be computed with it', async () => {
    const { passed, open: commit } = gate();
    const begun = gate();
    const declaring = database.dataSource.transaction(async (tx) => {
      await declareIn(tx);
      begun.open();
      await passed;
    });
    await begun.passed;
    const opening = open();
    await waiting(1);
    commit();
    await declaring;
    expect((await opening).dueAt).toEqual(WITH);
  });

  it('misses none of many that are opened, met and swept at once, and moves each once', async () => {
    const met = await Promise.all(Array.from({ length: 10 }, open));
    const sweep = new DeadlineSweep({
      ...{ dataSource: database.dataSource, deadlines, service: 'complaints', logger: quiet },
      announce: async () => [],
    });
    const [moved, opened] = await Promise.all([
      Promise.all([declare(), declare()]),
      Promise.all(Array.from({ length: 60 }, open)),
      Promise.all(met.map(({ id }) => database.dataSource.transaction((tx) => deadlines.meet(tx, id, act)))),
      sweep.runOnce(),
    ]);
    const dates = await Promise.all(opened.map(({ id }) => dueOf(id)));
    expect(dates).toEqual(opened.map(() => WITH));
    const early = opened.filter(({ dueAt }) => dueAt!.getTime() === WITHOUT.getTime()).map(({ id }) => id);
    const told = moved.flat().map(({ after }) => after.id);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((id) => early.includes(id)).sort()).toEqual([...early].sort());
  });

  it('waits in no circle with who has locked deadlines and goes on to open another', async () => {
    const first = await open();
    const { passed, open: goOn } = gate();
    const begun = gate();
    const handling = database.dataSource.transaction(async (tx) => {
      await lockDeadlinesOf(tx, [first.subjectId]);
      begun.open();
      await passed;
      await deadlines.meet(tx, first.id, act);
      return openIn(tx);
    });
    await begun.passed;
    const declaring = declare();
    await waiting(1);
    goOn();
    const second = await handling;
    expect((await declaring).map(({ after }) => after.id)).toEqual([second.id]);
  });

  it('gives way to who holds what it needs, and leaves nothing half done', async () => {
    const deadline = await open();
    const { passed, open: goOn } = gate();
    const begun = gate();
    const holding = database.dataSource.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM "deadline" WHERE "id" = $1 FOR UPDATE', [deadline.id]); // not as the mechanism does it
      begun.open();
      await passed;
    });
    await begun.passed;
    await expect(declare()).rejects.toThrow(/lock timeout/);
    goOn();
    await holding;
    expect(await dueOf(deadline.id)).toEqual(WITHOUT);
    expect((await declare()).length).toBe(1);
    expect(await dueOf(deadline.id)).toEqual(WITH);
  });
});
