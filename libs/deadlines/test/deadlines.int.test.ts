import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { type TestDatabase, createEmptyDatabase, createTestDatabase, schemaDrift } from '@charter/testkit';
import {
  type Act,
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  type OpenDeadline,
  StaleDeadline,
  type StageReached,
  USUAL_PLAN,
  deadlineEntities,
  deadlineMigrations,
  deadlineStats,
  deadlinesById,
  deadlinesOf,
  findDeadline,
  historyOf,
} from '../src';
import { dueDeadlines } from '../src/store/due';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const holidays = new DeclaredHolidays();
const deadlines = new Deadlines(
  [{ kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN }],
  holidays,
);

describe('deadlines in PostgreSQL', () => {
  let database: TestDatabase;
  let announced: StageReached[];
  const tell = async (_tx: unknown, reached: readonly StageReached[]) => {
    announced.push(...reached);
    return reached.map(({ deadline, late }) => ({
      type: 'holiday.declared.v1' as const, // any event will do: what matters is that it is written with the stage
      payload: { date: '2026-12-24', nameKo: deadline.id, nameEn: String(late) },
    }));
  };
  const sweep = (changes: object = {}) =>
    new DeadlineSweep({
      dataSource: database.dataSource,
      deadlines,
      service: 'complaints',
      announce: tell,
      logger: quiet,
      batch: 50,
      ...changes,
    });
  const act = (at = new Date()): Act => ({ by: 'system', at });
  const open = (changes: Partial<OpenDeadline> = {}, now = new Date()) =>
    database.dataSource.transaction((tx) =>
      deadlines.open(
        tx,
        {
          kind: 'ANSWER',
          subjectType: 'COMPLAINT',
          subjectId: randomUUID(),
          departmentCode: 'ROADS',
          ownerId: null,
          receivedAt: now,
          period: { unit: 'DAYS', length: 7 },
          ...changes,
        },
        act(now),
      ),
    );
  const eventCount = async () =>
    Number((await database.dataSource.query('SELECT count(*) FROM "outbox_event"'))[0].count);

  beforeAll(async () => {
    database = await createTestDatabase({
      entities: [...deadlineEntities, ...outboxEntities],
      migrations: [...outboxMigrations, ...deadlineMigrations],
    });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    announced = [];
    await database.dataSource.query(
      'TRUNCATE "deadline_history", "deadline", "declared_holiday", "outbox_event" CASCADE',
    );
  });

  it('has entities that agree with the migrations', async () =>
    expect(await schemaDrift(database.dataSource)).toEqual([]));

  it('keeps every change with who, when, why, old and new date', async () => {
    const now = new Date('2026-11-23T10:00:00+09:00');
    const officer = randomUUID();
    const opened = await open({ receivedAt: now }, now);
    await database.dataSource.transaction(async (tx) => {
      await deadlines.pause(tx, opened.id, new Date('2026-11-25T11:00:00+09:00'), {
        by: officer,
        at: new Date('2026-11-25T11:00:00+09:00'),
        reason: '보완 요구',
      });
      await deadlines.resume(tx, opened.id, new Date('2026-12-01T10:00:00+09:00'), {
        by: officer,
        at: new Date('2026-12-01T10:00:00+09:00'),
      });
      await deadlines.extend(tx, opened.id, 5, {
        by: officer,
        at: new Date('2026-12-01T11:00:00+09:00'),
        reason: '현장 조사',
      });
      await deadlines.reassign(
        tx,
        opened.id,
        { departmentCode: 'PARKS', ownerId: officer },
        { by: officer, at: new Date('2026-12-01T12:00:00+09:00') },
      );
      await deadlines.meet(tx, opened.id, { by: officer, at: new Date('2026-12-02T12:00:00+09:00') });
    });
    const lines = await historyOf(database.dataSource.manager, [opened.id]);
    expect(
      lines.map(({ change, fromState, toState, oldDueAt, newDueAt }) => [
        change,
        fromState,
        toState,
        oldDueAt?.toISOString() ?? null,
        newDueAt?.toISOString() ?? null,
      ]),
    ).toEqual([
      ['open', null, 'RUNNING', null, '2026-12-01T15:00:00.000Z'],
      ['pause', 'RUNNING', 'PAUSED', '2026-12-01T15:00:00.000Z', null],
      ['resume', 'PAUSED', 'RUNNING', null, '2026-12-08T15:00:00.000Z'],
      ['extend', 'RUNNING', 'RUNNING', '2026-12-08T15:00:00.000Z', '2026-12-15T15:00:00.000Z'],
      ['reassign', 'RUNNING', 'RUNNING', '2026-12-15T15:00:00.000Z', '2026-12-15T15:00:00.000Z'],
      ['meet', 'RUNNING', 'MET', '2026-12-15T15:00:00.000Z', '2026-12-15T15:00:00.000Z'],
    ]);
    expect(lines[1]).toMatchObject({ changedBy: officer, reason: '보완 요구' });
    const [closed] = await deadlinesOf(database.dataSource.manager, [opened.subjectId]);
    expect(closed).toMatchObject({
      state: 'MET',
      announcedDueAt: new Date('2026-12-01T15:00:00Z'),
      departmentCode: 'PARKS',
      ownerId: officer,
      extension: 5,
    });
  });

  it('lets one of two who close it at once, and refuses the other', async () => {
    const { id } = await open();
    const close = (how: 'meet' | 'cancel') => database.dataSource.transaction((tx) => deadlines[how](tx, id, act()));
    const outcomes = await Promise.all([close('meet'), close('cancel'), close('meet')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await historyOf(database.dataSource.manager, [id])).toHaveLength(2);
  });

  it('refuses the same command twice, and one for a version that has passed', async () => {
    const { id, version } = await open();
    const extend = (from: number) =>
      database.dataSource.transaction((tx) => deadlines.extend(tx, id, 1, { ...act(), version: from }));
    expect(await extend(version)).toMatchObject({ ok: true, value: { extension: 1, version: version + 1 } });
    await expect(extend(version)).rejects.toBeInstanceOf(StaleDeadline);
    const meet = () => database.dataSource.transaction((tx) => deadlines.meet(tx, id, act()));
    expect(await meet()).toMatchObject({ ok: true });
    expect(await meet()).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_STATE' }] });
    expect(await findDeadline(database.dataSource.manager, id)).toMatchObject({ extension: 1, version: version + 2 });
    expect(await historyOf(database.dataSource.manager, [id])).toHaveLength(3);
  });

  it('never changes what history says', async () => {
    const { id } = await open();
    const change = (sql: string) => database.dataSource.query(sql, [id]);
    await expect(change(`UPDATE "deadline_history" SET "reason" = 'x' WHERE "deadline_id" = $1`)).rejects.toThrow(
      'append-only',
    );
    await expect(change(`DELETE FROM "deadline_history" WHERE "deadline_id" = $1`)).rejects.toThrow('append-only');
  });

  it('reads by id and by subject', async () => {
    const all = [await open(), await open()];
    const ids = all.map(({ id }) => id);
    const { manager } = database.dataSource;
    expect((await deadlinesById(manager, [...ids, randomUUID()])).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(
      await deadlinesOf(
        manager,
        all.map(({ subjectId }) => subjectId),
      ),
    ).toHaveLength(2);
    expect(await findDeadline(manager, randomUUID())).toBeUndefined();
  });

  it('announces lateness once for one opened late, and lets no past reminder through', async () => {
    const { id } = await open({ receivedAt: new Date(Date.now() - 30 * DAY) });
    expect(await sweep().runOnce()).toBe(1);
    expect(await sweep().runOnce()).toBe(0);
    expect(announced.map(({ stage, late }) => [stage, late])).toEqual([['LATE', true]]);
    expect(await findDeadline(database.dataSource.manager, id)).toMatchObject({
      state: 'MISSED',
      nextStage: 'ESCALATED',
    });
    expect(await deadlineStats(database.dataSource)).toMatchObject({ open: 1, late: 1, sweepLagSeconds: 0 });
  });

  it('goes through the whole plan when time passes, each stage once', async () => {
    const opened = await open();
    let offset = 0;
    const later = sweep({ offsetMs: () => offset });
    for (; offset < 30 * DAY; offset += 120 * MINUTE) await later.runOnce();
    expect(announced.slice(0, 6).map(({ stage }) => stage)).toEqual([
      'THREE_DAYS_BEFORE',
      'ONE_DAY_BEFORE',
      'DUE_TODAY',
      'LATE',
      'ESCALATED',
      'ESCALATED',
    ]);
    expect(announced.filter(({ late }) => late)).toHaveLength(1);
    expect(announced.slice(2, 5).map(({ role }) => role)).toEqual(['OFFICER', 'OFFICER', 'MANAGER']);
    expect(announced[3]!.deadline).toMatchObject({ id: opened.id, state: 'MISSED', missedAt: opened.dueAt });
  });

  it('reaches each stage once when three sweeps run at once', async () => {
    const receivedAt = new Date(Date.now() - 30 * DAY);
    await Promise.all(Array.from({ length: 120 }, () => open({ receivedAt })));
    const counts = await Promise.all([
      sweep({ batch: 7 }).runOnce(),
      sweep({ batch: 11 }).runOnce(),
      sweep({ batch: 13 }).runOnce(),
    ]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(120);
    expect(new Set(announced.map(({ deadline }) => deadline.id)).size).toBe(120);
    expect(await eventCount()).toBe(120);
  });

  it('leaves nothing half done when it fails in the middle', async () => {
    await open({ receivedAt: new Date(Date.now() - 30 * DAY) });
    const failing = sweep({ announce: async () => Promise.reject(new Error('killed')) });
    await expect(failing.runOnce()).rejects.toThrow('killed');
    expect(await eventCount()).toBe(0);
    expect(await sweep().runOnce()).toBe(1);
    expect(await eventCount()).toBe(1);
  });

  it('loses nothing and repeats nothing when its connection is killed in the middle', async () => {
    const receivedAt = new Date(Date.now() - 30 * DAY);
    await Promise.all(Array.from({ length: 60 }, () => open({ receivedAt })));
    let batches = 0;
    const killed = sweep({
      batch: 20,
      announce: async (tx: EntityManager, reached: StageReached[]) => {
        batches += 1;
        if (batches < 2) return tell(tx, reached);
        const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
        await database.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
        return tell(tx, []);
      },
    });
    await expect(killed.runOnce()).rejects.toThrow();
    expect(await eventCount()).toBe(20);
    announced = [];
    expect(await sweep().runOnce()).toBe(40);
    expect(await eventCount()).toBe(60);
    expect(await sweep().runOnce()).toBe(0);
  });

  it('moves the others when one cannot be moved, and says which', async () => {
    const receivedAt = new Date(Date.now() - 30 * DAY);
    const all = await Promise.all(Array.from({ length: 30 }, () => open({ receivedAt })));
    await database.dataSource.query(
      `UPDATE "deadline" SET "kind" = 'FORGOTTEN', "next_action_at" = '2000-01-01' WHERE "id" = $1`,
      [all[7]!.id],
    );
    const errors: object[] = [];
    const logger = { ...quiet, error: (about: object) => void errors.push(about) };
    await expect(sweep({ batch: 10, logger }).runOnce()).rejects.toThrow('1 deadlines could not be moved');
    expect(await eventCount()).toBe(29);
    expect(errors).toEqual([expect.objectContaining({ deadlineId: all[7]!.id })]);
  });

  it.each(['meet', 'cancel'] as const)(
    'tells of lateness that %s ended before a sweep had seen it, once',
    async (how) => {
      const { id, dueAt } = await open({ receivedAt: new Date(Date.now() - 30 * DAY) });
      await database.dataSource.transaction((tx) => deadlines[how](tx, id, act()));
      expect(await sweep().runOnce()).toBe(1);
      expect(await sweep({ offsetMs: () => 60 * DAY }).runOnce()).toBe(0);
      expect(announced).toHaveLength(1);
      expect(announced[0]).toMatchObject({ late: true, deadline: { missedAt: dueAt, nextActionAt: null } });
      expect(await deadlineStats(database.dataSource)).toMatchObject({ open: 0, late: 0, sweepLagSeconds: 0 });
    },
  );

  it('takes nothing that is paused, met or cancelled', async () => {
    const all = await Promise.all([open(), open(), open()]);
    await database.dataSource.transaction(async (tx) => {
      await deadlines.pause(tx, all[0].id, new Date(), act());
      await deadlines.meet(tx, all[1].id, act());
      await deadlines.cancel(tx, all[2].id, act());
    });
    expect(await sweep({ offsetMs: () => 60 * DAY }).runOnce()).toBe(0);
  });

  it('runs in the background, survives a failure and stops', async () => {
    await open({ receivedAt: new Date(Date.now() - 30 * DAY) });
    let failures = 1;
    const background = sweep({
      pollMs: 20,
      announce: async (tx: unknown, reached: StageReached[]) =>
        failures-- > 0 ? Promise.reject(new Error('once')) : tell(tx, reached),
    });
    await background.start();
    while (announced.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await background.stop(1_000);
    expect(announced).toHaveLength(1);
  });

  describe('a declared holiday', () => {
    const now = new Date('2026-11-23T10:00:00+09:00');
    const declare = (date: string) =>
      database.dataSource.transaction(async (tx) => {
        const declared = await holidays.declare(tx, { date, nameKo: '임시공휴일', nameEn: 'Temporary holiday' });
        return declared ? deadlines.recompute(tx, [date], { by: 'system', at: now, reason: '임시공휴일' }) : [];
      });

    it('moves what it touches and nothing else, once, and keeps the date first announced', async () => {
      const touched = await open({ receivedAt: now }, now);
      const before = await open({ receivedAt: now, period: { unit: 'HOURS', length: 2 } }, now);
      const met = await open({ receivedAt: now }, now);
      await database.dataSource.transaction((tx) => deadlines.meet(tx, met.id, act(now)));
      const moved = await declare('2026-11-30');
      expect(moved.map(({ before: old, after }) => [old.id, old.dueAt, after.dueAt])).toEqual([
        [touched.id, touched.dueAt, new Date('2026-12-02T15:00:00Z')],
      ]);
      expect(await declare('2026-11-30')).toEqual([]);
      expect(await findDeadline(database.dataSource.manager, touched.id)).toMatchObject({
        dueAt: new Date('2026-12-02T15:00:00Z'),
        announcedDueAt: touched.dueAt,
      });
      expect(await findDeadline(database.dataSource.manager, before.id)).toMatchObject({ dueAt: before.dueAt });
    });

    it('moves back when it is revoked', async () => {
      const { id, dueAt } = await open({ receivedAt: now }, now);
      await declare('2026-11-30');
      await database.dataSource.transaction(async (tx) => {
        await holidays.revoke(tx, '2026-11-30');
        await deadlines.recompute(tx, ['2026-11-30'], act(now));
      });
      expect(await findDeadline(database.dataSource.manager, id)).toMatchObject({ dueAt });
    });

    it('is revoked for good, also when the older declaration comes later', async () => {
      const { id, dueAt } = await open({ receivedAt: now }, now);
      const holiday = { date: '2026-11-30', nameKo: '임시공휴일', nameEn: 'Temporary holiday' };
      await database.dataSource.transaction(async (tx) => {
        expect(await holidays.revoke(tx, holiday.date, new Date('2026-11-24T10:00:00Z'))).toBe(false);
        expect(await holidays.declare(tx, holiday, new Date('2026-11-24T09:00:00Z'))).toBe(false);
        expect(await deadlines.recompute(tx, [holiday.date], act(now))).toEqual([]);
        expect(await holidays.declare(tx, holiday, new Date('2026-11-24T11:00:00Z'))).toBe(true);
        expect((await holidays.calendar(tx)).holidayName(holiday.date)).toEqual({
          ko: '임시공휴일',
          en: 'Temporary holiday',
        });
      });
      expect(await findDeadline(database.dataSource.manager, id)).toMatchObject({ dueAt });
    });

    it('takes back what was late when the day turns out not to have counted, and keeps it in history', async () => {
      const { id, dueAt } = await open({ receivedAt: now }, now);
      const late = new Date(dueAt!.getTime() + 60 * MINUTE);
      await sweep({ offsetMs: () => late.getTime() - Date.now() }).runOnce();
      const moved = await database.dataSource.transaction(async (tx) => {
        await holidays.declare(tx, { date: '2026-12-01', nameKo: '임시공휴일', nameEn: 'Temporary holiday' });
        return deadlines.recompute(tx, ['2026-12-01'], act(late));
      });
      expect(moved).toMatchObject([{ before: { state: 'MISSED' }, after: { state: 'RUNNING', missedAt: null } }]);
      const lines = await historyOf(database.dataSource.manager, [id]);
      expect(lines.map(({ change, toState }) => [change, toState])).toEqual([
        ['open', 'RUNNING'],
        ['LATE', 'MISSED'],
        ['recompute', 'RUNNING'],
      ]);
    });

    it('moves provisional dates when the gazette has announced their year', async () => {
      const { id, dueAt } = await open({ receivedAt: now }, now);
      await database.dataSource.query(
        `UPDATE "deadline" SET "provisional" = true, "due_at" = "due_at" - interval '1 day' WHERE "id" = $1`,
        [id],
      );
      const recompute = () => database.dataSource.transaction((tx) => deadlines.recomputeProvisional(tx, act(now)));
      expect(await recompute()).toMatchObject([{ after: { dueAt, provisional: false } }]);
      expect(await recompute()).toEqual([]);
    });

    it('moves 5,000 deadlines in batches', async () => {
      await database.dataSource.query(
        `INSERT INTO "deadline" ("id","kind","subject_type","subject_id","department_code","received_at","period_unit","period_length","first_day_counts","due_at","announced_due_at","provisional","state","next_action_at","next_stage")
         SELECT gen_random_uuid(),'ANSWER','COMPLAINT',gen_random_uuid(),'ROADS',$1,'DAYS',7,true,'2026-12-02T00:00+09','2026-12-02T00:00+09',false,'RUNNING','2026-11-26T09:00+09','THREE_DAYS_BEFORE' FROM generate_series(1,5000)`,
        [now],
      );
      expect(await declare('2026-11-30')).toHaveLength(5_000);
      const [{ count }] = await database.dataSource.query(
        `SELECT count(*)::int FROM "deadline" WHERE "due_at" = '2026-12-03T00:00+09'`,
      );
      expect(count).toBe(5_000);
    });
  });

  it('costs by what is due, not by what is open: it reads ten rows among 100,000', async () => {
    await database.dataSource.query(
      `INSERT INTO "deadline" ("id","kind","subject_type","subject_id","department_code","received_at","period_unit","period_length","first_day_counts","due_at","provisional","state","next_action_at","next_stage")
       SELECT gen_random_uuid(),'ANSWER','COMPLAINT',gen_random_uuid(),'ROADS',now(),'DAYS',7,true,now() + interval '9 days',false,'RUNNING',
              now() + CASE WHEN n <= 10 THEN interval '-1 minute' ELSE interval '5 days' END,'THREE_DAYS_BEFORE' FROM generate_series(1,100000) n`,
    );
    await database.dataSource.query('ANALYZE "deadline"');
    const plan = await database.dataSource.transaction(async (tx) => {
      const [sql, values] = dueDeadlines(tx, { now: new Date(), limit: 200 }).getQueryAndParameters();
      const [row] = await tx.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values);
      return row['QUERY PLAN'][0].Plan as PlanNode;
    });
    const scans = leaves(plan);
    expect(scans.map((node) => [node['Node Type'], node['Index Name']])).toEqual([
      ['Index Scan', 'deadline_next_action'],
    ]);
    expect(scans[0]!['Actual Rows'] * scans[0]!['Actual Loops']).toBe(10);
    expect(scans[0]!['Rows Removed by Filter'] ?? 0).toBe(0);
    expect(await sweep().runOnce()).toBe(10);
  });

  it('goes down as it came up', async () => {
    const empty = await createEmptyDatabase();
    const runner = empty.dataSource.createQueryRunner();
    const migrations = deadlineMigrations.map((Migration) => new Migration());
    const inOrder = { up: migrations, down: migrations.toReversed() };
    for (const way of ['up', 'down', 'up'] as const) for (const migration of inOrder[way]) await migration[way](runner);
    expect(await runner.hasTable('deadline_history')).toBe(true);
    await runner.release();
    await empty.drop();
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const leaves = (node: PlanNode): PlanNode[] => node.Plans?.flatMap(leaves) ?? [node];
