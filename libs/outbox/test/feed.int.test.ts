import { randomUUID } from 'node:crypto';
import { createTestDatabase, eventually, type TestDatabase } from '@charter/testkit';
import { FeedTail, LAST_ONLY, appendEvents, pruneOutbox, readFeeds, type EventDraft, type Feed } from '../src';
import { invited, outboxSchema, overdue, recorder } from './outbox-database';

const about = (complaintId: string): EventDraft => {
  const draft = overdue();
  return { ...draft, payload: { ...draft.payload, complaintId } };
};

describe('the feed of a subject', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase(outboxSchema)));
  afterAll(() => database.drop());

  const write = (...drafts: EventDraft[]) => appendEvents(database.dataSource.manager, 'complaints', drafts);
  const feedOf = async (subject: string, after = 0): Promise<Feed> =>
    (await readFeeds(database.dataSource.manager, new Map([[subject, after]]))).get(subject)!;
  const numbers = async (subject: string, after = 0) =>
    (await feedOf(subject, after)).events.map(({ number }) => number);

  it('numbers what is watched, each subject by itself, in the order of the drafts', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await write(about(one), about(two), invited(), about(one));
    await write(about(one));
    expect(await numbers(one)).toEqual([1, 2, 3]);
    expect(await numbers(two)).toEqual([1]);
    expect(await numbers(one, 2)).toEqual([3]);
    expect(await feedOf(one, LAST_ONLY)).toEqual({ last: 3, events: [] });
    expect(await feedOf(randomUUID())).toEqual({ last: 0, events: [] });
    const { events } = await feedOf(one);
    expect(events[0]!.writtenAt).toBe(events[1]!.writtenAt);
    expect(events[2]!.writtenAt).not.toBe(events[0]!.writtenAt);
    const [{ unnumbered }] = await database.dataSource.query(
      `SELECT count(*)::int AS unnumbered FROM outbox_event WHERE type = 'survey.invited.v1' AND number IS NULL`,
    );
    expect(unnumbered).toBe(1);
  });

  it('has whoever writes second of a subject wait for the first, and take the number after it', async () => {
    const { dataSource } = database;
    const subject = randomUUID();
    const [first, second] = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
    await first.startTransaction();
    await second.startTransaction();
    await second.query('SELECT 1'); // its moment is earlier than what it will wait for
    await appendEvents(first.manager, 'complaints', [about(subject)]);
    let hasWritten = false;
    const written = appendEvents(second.manager, 'complaints', [about(subject)]).then(() => (hasWritten = true));
    const [{ pid }] = await first.query('SELECT pg_backend_pid() AS pid');
    await eventually(
      () => dataSource.query('SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))', [pid]),
      (waiting: unknown[]) => waiting.length === 1,
    );
    expect(hasWritten).toBe(false);
    expect(await numbers(subject)).toEqual([]);
    await first.commitTransaction();
    await written;
    expect(await numbers(subject)).toEqual([1]);
    await second.commitTransaction();
    expect(await numbers(subject, 1)).toEqual([2]);
    await Promise.all([first.release(), second.release()]);
  });

  it('gives the number of what was rolled back to the next, and holds up no other subject', async () => {
    const { dataSource } = database;
    const [subject, other] = [randomUUID(), randomUUID()];
    const undone = dataSource.createQueryRunner();
    await undone.startTransaction();
    await appendEvents(undone.manager, 'complaints', [about(subject)]);
    await write(about(other)); // begun later, committed earlier
    expect(await numbers(other)).toEqual([1]);
    const next = write(about(subject));
    await undone.rollbackTransaction();
    await next;
    expect(await numbers(subject)).toEqual([1]);
    await undone.release();
  });

  it('goes on counting where old events were deleted', async () => {
    const subject = randomUUID();
    await write(about(subject));
    await database.dataSource.query(`UPDATE outbox_event SET created_at = now() - interval '31 days'`);
    await database.dataSource.query(`UPDATE outbox_delivery SET confirmed_at = now(), outcome = 'DONE'`);
    await pruneOutbox(database.dataSource, 30);
    await write(about(subject));
    expect(await feedOf(subject)).toMatchObject({ last: 2, events: [{ number: 2 }] });
  });

  it('loses nothing and repeats nothing while many write at once and a reader goes on from the last number', async () => {
    const { dataSource } = database;
    const subjects = Array.from({ length: 3 }, () => randomUUID());
    let isOver = false;
    const writers = Array.from({ length: 4 }, async (_writer, offset) => {
      for (let turn = 0; turn < 25; turn += 1) {
        const drafts = [about(subjects[(turn + offset) % 3]!), about(subjects[turn % 3]!)];
        const work = dataSource.transaction(async (tx) => {
          await appendEvents(tx, 'complaints', drafts);
          if (turn % 5 === 0) throw new Error('undone');
        });
        await work.catch((error: Error) => expect(error.message).toBe('undone'));
      }
    });
    const read = new Map<string, number[]>(subjects.map((subject) => [subject, []]));
    const look = async () => {
      const after = new Map(subjects.map((subject) => [subject, read.get(subject)!.at(-1) ?? 0]));
      for (const [subject, { events }] of await readFeeds(dataSource.manager, after))
        read.get(subject)!.push(...events.map(({ number }) => number));
    };
    const reader = (async () => {
      while (!isOver) await look();
    })();
    await Promise.all(writers);
    isOver = true;
    await reader;
    await look();
    const total = [...read.values()].flat().length;
    expect(total).toBe(4 * 20 * 2);
    for (const seen of read.values()) expect(seen).toEqual(seen.map((_number, index) => index + 1));
  });
});

describe('following feeds', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase(outboxSchema)));
  afterAll(() => database.drop());

  const write = (subject: string) => appendEvents(database.dataSource.manager, 'complaints', [about(subject)]);

  async function follow(
    watched: ReadonlyMap<string, unknown>,
    look: (ids: readonly string[]) => Promise<void>,
    pollMs: number,
  ) {
    const log = recorder();
    const tail = new FeedTail({ dataSource: database.dataSource, logger: log, watched, look, pollMs });
    tail.start();
    await eventually(
      () => database.dataSource.query(`SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN charter_feed'`),
      (listening: unknown[]) => listening.length === 1,
    );
    return { tail, log };
  }

  it('is woken by commits of what is watched alone', async () => {
    const [watched, other] = [randomUUID(), randomUUID()];
    const seen: string[] = [];
    const { tail } = await follow(new Map([[watched, 1]]), async (ids) => void seen.push(...ids), 3_600_000);
    await eventually(
      async () => seen.length,
      (looks) => looks === 1,
    ); // the first look, of all that is watched
    await write(other);
    await write(watched);
    await eventually(
      async () => seen.length,
      (looks) => looks === 2,
    );
    expect(seen).toEqual([watched, watched]);
    await tail.stop(1_000);
  });

  it('looks by time too, hears again after its connection was killed, and looks again at what failed', async () => {
    const watched = randomUUID();
    let looks = 0;
    const look = async () => {
      looks += 1;
      if (looks === 2) throw new Error('away');
    };
    const { tail, log } = await follow(new Map([[watched, 1]]), look, 50);
    await eventually(
      async () => looks,
      (count) => count >= 4,
    );
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }));
    await tail.stop(1_000);
    looks = 10;
    const second = await follow(new Map([[watched, 1]]), look, 3_600_000);
    await eventually(
      async () => looks,
      (count) => count === 11,
    );
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN charter_feed'`,
    );
    await eventually(
      async () => looks,
      (count) => count === 12,
    ); // connected again
    await write(watched);
    await eventually(
      async () => looks,
      (count) => count === 13,
    );
    await second.tail.stop(1_000);
  });
});
