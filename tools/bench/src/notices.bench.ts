import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { createEmptyDatabase } from '@charter/testkit';
import { MailServer } from './notices/mail-server';
import { startNeighbour } from './notices/neighbour';
import { NoticeWorkers } from './notices/workers';

const NOTICES = Number(process.env.BENCH_NOTICES ?? 10_000);
const WORKERS = 2;
const DOWN_MS = 6_000;
const LIMIT_MS = 60 * 60_000;
const CONTROL = 500;

/** Plans notices by mail, each to somebody else, of an event of its own; at no rate but that of the machine. */
async function plan(database: Client): Promise<void> {
  await database.query(`UPDATE "channel_lane" SET "per_second" = NULL WHERE "channel" = 'EMAIL'`);
  await database.query(
    `INSERT INTO "notice" ("id", "event_id", "event_type", "recipient_id", "audience", "channel", "subject_type", "subject_id",
       "department_code", "words", "state", "next_attempt_at", "created_at", "template_version")
     SELECT gen_random_uuid(), gen_random_uuid(), 'complaint.answered.v1', gen_random_uuid(), 'CITIZEN', 'EMAIL', 'COMPLAINT',
       gen_random_uuid(), 'ROADS', '{"receiptNumber": "2026-000001-7"}', 'PENDING', now(), now(), 1 FROM generate_series(1, $1::int)`,
    [NOTICES],
  );
}

interface Standing {
  readonly open: number;
  readonly delivered: number;
  readonly otherwise: number;
}

const standing = async (database: Client): Promise<Standing> =>
  (
    await database.query<Standing>(
      `SELECT count(*) FILTER (WHERE "state" = 'PENDING')::int AS open, count(*) FILTER (WHERE "state" = 'DELIVERED')::int AS delivered,
              count(*) FILTER (WHERE "state" NOT IN ('PENDING', 'DELIVERED'))::int AS otherwise FROM "notice"`,
    )
  ).rows[0]!;

/** Lets the workers go on; stops the mail server after a third, and again after two thirds. @returns how long it took, in ms */
async function untilAllDelivered(database: Client, mail: MailServer): Promise<number> {
  const from = performance.now();
  const stops = [NOTICES / 3, (NOTICES * 2) / 3];
  while ((await standing(database)).open > 0) {
    if (performance.now() - from > LIMIT_MS) throw new Error('The notices did not come to an end.');
    if (mail.taken.size >= (stops[0] ?? Infinity)) {
      stops.shift();
      await mail.stop();
      await sleep(DOWN_MS);
      await mail.start();
    }
    await sleep(50);
  }
  if (stops.length > 0) throw new Error('The mail server was not stopped twice.');
  return performance.now() - from;
}

/** What the record says: lines of attempts, and notices whose delivery was recorded more than once. */
const recorded = async (database: Client) =>
  (
    await database.query<{ attempts: number; most: number; twice: number; p50: number; p95: number }>(
      `SELECT (SELECT count(*)::int FROM "delivery_attempt") AS attempts, (SELECT max("attempts") FROM "notice") AS most,
         (SELECT count(*)::int FROM (SELECT 1 FROM "delivery_attempt" WHERE "outcome" = 'DELIVERED'
            GROUP BY "notice_id" HAVING count(*) > 1) AS more) AS twice,
         (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM "delivered_at" - "created_at")) FROM "notice")::float AS p50,
         (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM "delivered_at" - "created_at")) FROM "notice")::float AS p95`,
    )
  ).rows[0]!;

/** The control: the same library by itself, which sends each letter once and keeps no record. @returns how many were lost */
async function control(): Promise<number> {
  const mail = new MailServer();
  await mail.start();
  const transport = createTransport({ url: mail.url, pool: true });
  const letters = Array.from({ length: CONTROL }, (_, n) =>
    transport.sendMail({ from: 'a@city.example', to: `${n}@example.org`, messageId: `<${n}@city.example>`, text: '-' }),
  );
  await Promise.allSettled(letters);
  transport.close();
  await mail.stop();
  return CONTROL - mail.taken.size;
}

/**
 * Many notices to a mail server that is stopped twice and puts off three of ten letters: every one has to come, once by its
 * key, and be recorded once. Needs `TEST_DATABASE_URL`. `BENCH_NOTICES` sets how many.
 */
async function main(): Promise<void> {
  const mail = new MailServer();
  await mail.start();
  const [{ url: neighbour, server }, empty] = await Promise.all([startNeighbour(), createEmptyDatabase()]);
  const workers = await NoticeWorkers.prepare({ database: empty.url, mail: mail.url, neighbour });
  const database = new Client({ connectionString: empty.url });
  await database.connect();
  await plan(database);
  workers.start(WORKERS);
  const ms = await untilAllDelivered(database, mail);
  await workers.stop();
  const { delivered, otherwise } = await standing(database);
  const { attempts, most, twice, p50, p95 } = await recorded(database);
  const ids = (await database.query<{ id: string }>('SELECT "id" FROM "notice"')).rows.map(({ id }) => id);
  const lost = ids.filter((id) => !mail.taken.has(id)).length;
  const copies = [...mail.taken.values()].reduce((sum, times) => sum + times - 1, 0);
  const seconds = ms / 1_000;
  const lines: [string, string | number][] = [
    ['notices', NOTICES],
    ['delivered', delivered],
    ['ended otherwise', otherwise],
    ['lost: delivered, and not at the mail server', lost],
    ['recorded as delivered twice', twice],
    ['letters at the mail server, by Message-ID', mail.taken.size],
    ['copies under a Message-ID that was there', copies],
    ['tries that the mail server saw', mail.tries],
    ['of them put off, %', ((mail.putOffs / mail.tries) * 100).toFixed(1)],
    [`stops of the mail server, ${DOWN_MS / 1_000} s each`, 2],
    ['attempts in the record', attempts],
    ['most attempts for one notice', most],
    [`seconds, with ${WORKERS} workers`, seconds.toFixed(1)],
    ['notices a second, stops included', (NOTICES / seconds).toFixed(0)],
    ['seconds to delivery, median and 95 %', `${p50.toFixed(1)}, ${p95.toFixed(1)}`],
    [`control, ${CONTROL} letters sent once: lost`, await control()],
  ];
  for (const [name, value] of lines) console.log(`${name} | ${value}`);
  await database.end();
  await Promise.all([mail.stop(), new Promise((resolve) => server.close(resolve)), empty.drop()]);
  if (delivered !== NOTICES || lost > 0 || twice > 0 || mail.taken.size !== NOTICES) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
