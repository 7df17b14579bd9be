import { randomUUID } from 'node:crypto';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import {
  Deadlines,
  DeclaredHolidays,
  Successions,
  USUAL_PLAN,
  deadlineEntities,
  deadlineMigrations,
  findDeadline,
  historyOf,
  owedRows,
} from '../src';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const ADMIN = randomUUID();

describe('what a closed department owes', () => {
  let database: TestDatabase;
  const deadlines = new Deadlines(
    [{ kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN }],
    new DeclaredHolidays(),
  );
  const told = { type: 'holiday.revoked.v1' as const, payload: { date: '2026-12-24' } }; // any event will do
  const successions = () =>
    new Successions({
      ...{ dataSource: database.dataSource, service: 'complaints', deadlines, clock: { now: () => NOW } },
      estates: [
        owedRows({
          ...{ table: 'task', open: `"status" = 'OPEN'`, versioned: true },
          history: { table: 'task_history', subject: 'task_id', step: ['step', 'pass'] },
          then: async (_tx, ids) => ids.map(() => told),
        }),
        owedRows({ table: 'task', column: 'watched_code', open: `"status" = 'OPEN'` }),
      ],
    });
  const hear = (previousDepartmentCode: string, departmentCode: string) =>
    database.dataSource.transaction((tx) =>
      successions().hear(tx, { previousDepartmentCode, departmentCode, succeededOn: '2026-11-23', decidedBy: ADMIN }),
    );
  const query = (sql: string, values: unknown[] = []) => database.dataSource.query(sql, values);
  const task = async (department: string, status = 'OPEN') => {
    const id = randomUUID();
    await query(`INSERT INTO "task" ("id", "department_code", "watched_code", "status") VALUES ($1, $2, 'W', $3)`, [
      id,
      department,
      status,
    ]);
    return id;
  };
  const departments = async (...ids: string[]) =>
    Promise.all(
      ids.map(async (id) => (await query('SELECT "department_code" AS d FROM "task" WHERE "id" = $1', [id]))[0].d),
    );
  const open = (departmentCode: string, ownerId: string | null = null) =>
    database.dataSource.transaction((tx) =>
      deadlines.open(
        tx,
        {
          ...{ kind: 'ANSWER', subjectType: 'COMPLAINT', subjectId: randomUUID(), departmentCode, ownerId },
          ...{ receivedAt: NOW, period: { unit: 'DAYS', length: 7 } },
        },
        { by: 'system', at: NOW },
      ),
    );

  beforeEach(async () => {
    database = await createTestDatabase({
      entities: [...deadlineEntities, ...outboxEntities],
      migrations: [...outboxMigrations, ...deadlineMigrations],
    });
    await query(`
      CREATE TABLE "task" ("id" uuid PRIMARY KEY, "department_code" text, "watched_code" text, "status" text,
        "version" integer NOT NULL DEFAULT 1);
      CREATE TABLE "task_history" ("id" bigint GENERATED ALWAYS AS IDENTITY, "task_id" uuid, "changed_by" uuid,
        "changed_at" timestamptz, "from_status" text, "to_status" text, "step" text, "reason" text)`);
  });
  afterEach(() => database.drop());

  it('passes to the successor once, with history; what is settled stays', async () => {
    const [owed, settled, others] = [await task('A'), await task('A', 'DONE'), await task('C')];
    const owner = randomUUID();
    const [running, met] = [await open('A', owner), await open('A')];
    await database.dataSource.transaction((tx) => deadlines.meet(tx, met.id, { by: 'system', at: NOW }));
    await hear('A', 'B');
    await hear('A', 'B');
    expect(await departments(owed, settled, others)).toEqual(['B', 'A', 'C']);
    expect(
      await query('SELECT "task_id", "changed_by", "from_status", "to_status", "step", "reason" FROM "task_history"'),
    ).toEqual([
      {
        ...{ task_id: owed, changed_by: ADMIN, from_status: 'OPEN', to_status: 'OPEN', step: 'pass' },
        reason: '조직 개편: A → B',
      },
    ]);
    expect((await query('SELECT "version" FROM "task" WHERE "id" = $1', [owed]))[0]).toEqual({ version: 2 });
    const { manager } = database.dataSource;
    expect(await findDeadline(manager, running.id)).toMatchObject({
      ...{ departmentCode: 'B', ownerId: owner, dueAt: running.dueAt, announcedDueAt: running.dueAt },
    });
    expect(await findDeadline(manager, met.id)).toMatchObject({ departmentCode: 'A' });
    expect(
      (await historyOf(manager, [running.id])).map(({ change, changedBy, reason }) => [change, changedBy, reason]),
    ).toEqual([
      ['open', 'system', null],
      ['reassign', ADMIN, '조직 개편: A → B'],
    ]);
    expect((await query('SELECT count(*)::int AS n FROM "outbox_event"'))[0].n).toBe(1);
  });

  it.each<[string, [string, string][]]>([
    [
      'in their order',
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
    ],
    [
      'the other way round',
      [
        ['B', 'C'],
        ['A', 'B'],
      ],
    ],
  ])('goes to the end of a chain that is heard of %s', async (_name, chain) => {
    const ids = [await task('A'), await task('B'), await task('C')];
    const deadline = await open('A');
    for (const [from, to] of chain) await hear(from, to);
    expect(await departments(...ids)).toEqual(['C', 'C', 'C']);
    expect(await findDeadline(database.dataSource.manager, deadline.id)).toMatchObject({ departmentCode: 'C' });
  });

  it('goes to the end of a chain whose links come at once, and all of several into one', async () => {
    const ids = await Promise.all(['A', 'B', 'D', 'E'].map((code) => task(code)));
    await Promise.all([hear('A', 'B'), hear('B', 'C'), hear('D', 'C'), hear('E', 'C')]);
    expect(await departments(...ids)).toEqual(['C', 'C', 'C', 'C']);
  });

  it('passes on what reaches it afterwards, at the next look, and then nothing more', async () => {
    await hear('A', 'B');
    await hear('B', 'C');
    const [late, deadline] = [await task('A'), await open('B')];
    await successions().runOnce();
    await successions().runOnce();
    expect(await departments(late)).toEqual(['C']);
    expect(await findDeadline(database.dataSource.manager, deadline.id)).toMatchObject({ departmentCode: 'C' });
    expect(await query('SELECT count(*)::int AS n FROM "task_history"')).toEqual([{ n: 1 }]);
  });

  it('is the successor’s also where the department is named in another column', async () => {
    const id = await task('A');
    await hear('W', 'V');
    expect(await query('SELECT "department_code", "watched_code" FROM "task" WHERE "id" = $1', [id])).toEqual([
      { department_code: 'A', watched_code: 'V' },
    ]);
  });

  it('passes 1,200 deadlines in batches', async () => {
    await open('A');
    await query(
      `INSERT INTO "deadline" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
       FROM "deadline" d, generate_series(1, 1199)`,
    );
    await hear('A', 'B');
    expect(await query(`SELECT "department_code" AS d, count(*)::int AS n FROM "deadline" GROUP BY 1`)).toEqual([
      { d: 'B', n: 1200 },
    ]);
  });
});
