import { performance } from 'node:perf_hooks';
import {
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  USUAL_PLAN,
  deadlineEntities,
  deadlineMigrations,
} from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';

const DUE = 1_000;
const OPEN = [10_000, 100_000, 1_000_000];
const LOOKS = 21;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
const kind = { kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN } as const;

const sweepOf = ({ dataSource }: TestDatabase) =>
  new DeadlineSweep({
    dataSource,
    deadlines: new Deadlines([kind], new DeclaredHolidays()),
    service: 'complaints',
    announce: async () => [],
    logger: quiet,
  });

async function fill({ dataSource }: TestDatabase, open: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO "deadline" ("id","kind","subject_type","subject_id","department_code","received_at","period_unit","period_length",
       "first_day_counts","due_at","provisional","state","next_action_at","next_stage")
     SELECT gen_random_uuid(),'ANSWER','COMPLAINT',gen_random_uuid(),'ROADS',now(),'DAYS',7,true,now() + interval '9 days',false,'RUNNING',
            now() + interval '5 days','THREE_DAYS_BEFORE' FROM generate_series(1, $1::int)`,
    [open],
  );
  await dataSource.query('VACUUM ANALYZE "deadline"');
}

const makeDue = ({ dataSource }: TestDatabase): Promise<unknown> =>
  dataSource.query(
    `UPDATE "deadline" SET "next_action_at" = now() - interval '1 minute', "due_at" = now() - interval '1 minute',
       "state" = 'RUNNING', "missed_at" = NULL WHERE "id" IN (SELECT "id" FROM "deadline" LIMIT ${DUE})`,
  );

/** What a sweep returns, and how long it takes in milliseconds. */
async function timed(sweep: DeadlineSweep): Promise<{ taken: number; ms: number }> {
  const from = performance.now();
  const taken = await sweep.runOnce();
  return { taken, ms: performance.now() - from };
}

/** One look with nothing due (the median), and a sweep of what is due, in milliseconds. */
async function measure(database: TestDatabase): Promise<[idle: number, due: number]> {
  const sweep = sweepOf(database);
  const idle: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) idle.push((await timed(sweep)).ms);
  await makeDue(database);
  const { taken, ms } = await timed(sweep);
  if (taken !== DUE) throw new Error(`The sweep took ${taken} of ${DUE}.`);
  return [idle.sort((a, b) => a - b)[(LOOKS - 1) / 2]!, ms];
}

/**
 * What a sweep costs as the number of open deadlines grows, and in the same run its control: the same sweep without the
 * partial index. Needs `TEST_DATABASE_URL`, the superuser of a PostgreSQL that may be filled with a million rows.
 */
async function main(): Promise<void> {
  console.log(`open | idle look, ms | sweep of ${DUE}, ms | without the index: idle look, ms | sweep of ${DUE}, ms`);
  for (const open of OPEN) {
    const database = await createTestDatabase({
      entities: [...deadlineEntities, ...outboxEntities],
      migrations: [...outboxMigrations, ...deadlineMigrations],
    });
    await fill(database, open);
    const indexed = await measure(database);
    await database.dataSource.query('DROP INDEX "deadline_next_action"');
    const control = await measure(database);
    console.log([open, ...[...indexed, ...control].map((ms) => ms.toFixed(1))].join(' | '));
    await database.drop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
