import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@charter/contracts';
import { DeadLetters, type QueueBackend, createQueueBackend } from '@charter/outbox';
import { ServiceUnavailable } from '@charter/service';
import { type Someone, admin, anonymous, auditor, citizen, manager, officer } from '@charter/service/testing';
import { type TestDatabase, createEmptyDatabase } from '@charter/testkit';
import { QUEUES } from '../src/queue.service';
import { Office } from './fixtures/office';

const NOWHERE = 'smtp://127.0.0.1:9';
const LIST = '{ queues { name waiting active delayed failed paused oldestAt ageSeconds deadLetters } }';
const LETTERS = `query ($queue: String!, $first: Int! = 20, $after: String) {
  deadLetters(queue: $queue, first: $first, after: $after) { items { id consumer reason attempts } next } }`;

interface Listed {
  readonly name: string;
  readonly waiting: number;
  readonly paused: boolean;
  readonly ageSeconds: number | null;
  readonly deadLetters: number | null;
}

/** Only the notices service answers for its dead letters: really, from its own tables. The others are away. */
const neighbours = (office: () => Office) => async (owner: ServiceName, path: string, question: unknown) => {
  if (owner !== 'notices') throw new ServiceUnavailable(owner);
  const letters = new DeadLetters(office().sql);
  const asked = question as {
    consumer: string;
    first: number;
    after: string | null;
    ids: string[];
    by: string;
    reason: string;
  };
  if (path.endsWith('/count')) return { count: await letters.count(asked.consumer) };
  if (path.endsWith('/list')) return JSON.parse(JSON.stringify(await letters.list(asked))) as unknown;
  if (path.endsWith('/retry')) return { done: await letters.retry(asked.ids, new Date(), asked.by) };
  return { done: await letters.discard(asked.ids, asked, new Date()) };
};

function itShowsTheQueues(open: () => Promise<QueueBackend>) {
  let queues: QueueBackend;
  let office: Office;

  beforeAll(async () => {
    queues = await open();
    office = await Office.open(NOWHERE, { queues, post: neighbours(() => office) });
  });
  afterAll(async () => {
    await office.close();
    await queues.close();
  });
  beforeEach(() => office.reset());

  const list = async (who: Someone = admin): Promise<Listed[]> =>
    (await office.service.ask<{ queues: Listed[] }>(who, LIST)).data!.queues;
  const one = async (name: string): Promise<Listed> => (await list()).find((queue) => queue.name === name)!;
  const bury = (count: number, consumer = 'notices-inbox') =>
    office.sql.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts, reason, envelope, settled_at)
       SELECT gen_random_uuid(), $1, 'complaint.filed.v1', 'complaints', 'DEAD', 8, 'Error: no', '{}', now() FROM generate_series(1, $2)`,
      [consumer, count],
    );
  const lettersOf = async (variables: object) =>
    (
      await office.service.ask<{ deadLetters: { items: { id: string; reason: string }[]; next: string | null } }>(
        admin,
        LETTERS,
        { queue: 'notices-inbox', ...variables },
      )
    ).data!.deadLetters;
  const act = (who: Someone, name: string, input: object, fields: string) =>
    office.service.ask<Record<string, never>>(
      who,
      `mutation ($input: ${name === 'pauseQueue' || name === 'resumeQueue' ? 'QueueInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`}!) { ${name}(input: $input) { ${fields} errors { code path } } }`,
      { input },
    );
  const actions = async (): Promise<{ person_id: string; action: string; details: object }[]> =>
    office.sql.query('SELECT person_id, action, details FROM "admin_action" ORDER BY id');

  it('lists every consumer and every queue of acknowledgements, with what waits and for how long', async () => {
    await queues.add('notices-inbox', [
      { id: `evt-${randomUUID()}-1`, data: {} },
      { id: `evt-${randomUUID()}-1`, data: {} },
    ]);
    office.service.clock.set(new Date(Date.now() + 60_000));
    const found = await list();
    expect(found.map(({ name }) => name)).toEqual(QUEUES);
    expect(found.find(({ name }) => name === 'notices-inbox')).toMatchObject({ waiting: 2, active: 0, paused: false });
    const { ageSeconds } = await one('notices-inbox');
    expect(ageSeconds).toBeGreaterThan(55);
    expect(ageSeconds).toBeLessThan(90);
    expect(await one('charter-acks')).toMatchObject({ waiting: 0, ageSeconds: null, deadLetters: 0 });
  });

  it('counts the dead letters of each consumer, and says null where its service does not answer', async () => {
    await bury(3);
    await bury(2, 'notices-charter');
    const dead = Object.fromEntries((await list(auditor)).map(({ name, deadLetters }) => [name, deadLetters]));
    expect(dead).toMatchObject({
      ...{ 'notices-inbox': 3, 'notices-charter': 2, 'complaints-charter': null, 'surveys-invitations': null },
    });
  });

  it('pauses and resumes, with a line for each', async () => {
    const paused = await act(admin, 'pauseQueue', { queue: 'surveys-invitations' }, 'queue { name paused }');
    expect(paused.data).toEqual({
      pauseQueue: { queue: { name: 'surveys-invitations', paused: true }, errors: [] },
    });
    expect((await one('surveys-invitations')).paused).toBe(true);
    expect(await queues.isPaused('surveys-invitations')).toBe(true);
    await act(admin, 'resumeQueue', { queue: 'surveys-invitations' }, 'queue { paused }');
    expect((await one('surveys-invitations')).paused).toBe(false);
    expect(await actions()).toEqual([
      { person_id: admin.id, action: 'pauseQueue', details: { queue: 'surveys-invitations' } },
      { person_id: admin.id, action: 'resumeQueue', details: { queue: 'surveys-invitations' } },
    ]);
    await expect(office.sql.query('DELETE FROM "admin_action"')).rejects.toThrow('append-only');
    await expect(office.sql.query(`UPDATE "admin_action" SET action = 'x'`)).rejects.toThrow('append-only');
  });

  it('shows dead letters page by page, sends some round again and gives others up with the reason', async () => {
    await bury(3);
    const first = await lettersOf({ first: 2 });
    const second = await lettersOf({ first: 2, after: first.next });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([new Set(ids).size, second.next, first.items[0]!.reason]).toEqual([3, null, 'Error: no']);
    const retried = await act(admin, 'retryDeadLetters', { queue: 'notices-inbox', ids: [ids[0]] }, 'done');
    expect(retried.data).toEqual({ retryDeadLetters: { done: 1, errors: [] } });
    const rest = { queue: 'notices-inbox', ids: ids.slice(1), reason: ' 시험 자료 ' };
    const discarded = await act(admin, 'discardDeadLetters', rest, 'done');
    expect(discarded.data).toEqual({ discardDeadLetters: { done: 2, errors: [] } });
    const kept = await office.sql.query(
      'SELECT status, decided_by, decided_reason FROM inbox_entry ORDER BY status DESC',
    );
    expect(kept).toEqual([
      { status: 'RETRYING', decided_by: admin.id, decided_reason: null },
      ...Array(2).fill({ status: 'DISCARDED', decided_by: admin.id, decided_reason: '시험 자료' }),
    ]);
    expect((await actions()).map(({ action }) => action)).toEqual(['retryDeadLetters', 'discardDeadLetters']);
    expect((await lettersOf({})).items).toEqual([]);
  });

  it.each([
    ['no reason', ' ', 'INVALID_VALUE'],
    ['too long a reason', 'x'.repeat(501), 'INVALID_VALUE'],
    ['a resident number', '000101-3123451', 'RESIDENT_NUMBER_PRESENT'],
  ])('gives nothing up for %s', async (_what, reason, code) => {
    await bury(1);
    const ids = (await lettersOf({})).items.map(({ id }) => id);
    const { data } = await act(admin, 'discardDeadLetters', { queue: 'notices-inbox', ids, reason }, 'done');
    expect(data).toEqual({ discardDeadLetters: { done: 0, errors: [{ code, path: ['reason'] }] } });
    expect((await lettersOf({})).items).toHaveLength(1);
    expect(await actions()).toEqual([]);
  });

  it('notes also what could not be done, and says which service is away', async () => {
    const ids = [`${randomUUID()}.surveys-invitations`];
    const { errors } = await act(admin, 'retryDeadLetters', { queue: 'surveys-invitations', ids }, 'done');
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect((await actions()).map(({ details }) => details)).toMatchObject([
      { queue: 'surveys-invitations', ids },
      { queue: 'surveys-invitations', ids, failed: 'The service surveys could not be reached.' },
    ]);
  });

  it.each([
    ['an edited cursor', LETTERS, { queue: 'notices-inbox', after: 'MTc.x' }],
    ['a queue that is none', LETTERS, { queue: 'no-such-queue' }],
    ['a page too large', LETTERS, { queue: 'notices-inbox', first: 101 }],
    ['a pause of a queue that is none', 'mutation { pauseQueue(input: { queue: "x" }) { queue { name } } }', {}],
    [
      'letters of another queue',
      `mutation { retryDeadLetters(input: { queue: "notices-inbox", ids: ["${randomUUID()}.notices-charter"] }) { done } }`,
      {},
    ],
  ])('refuses %s', async (_what, query, variables) => {
    const { errors } = await office.service.ask(admin, query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await actions()).toEqual([]);
  });

  it('is for administrators; the auditor reads, and everybody else is refused', async () => {
    const refusedTo = async (who: Someone, query: string, variables = {}) =>
      (await office.service.ask(who, query, variables)).errors?.[0]?.extensions.code;
    const pause = 'mutation { pauseQueue(input: { queue: "notices-inbox" }) { queue { name } } }';
    for (const who of [citizen, officer, manager]) {
      expect(await refusedTo(who, LIST)).toBe('FORBIDDEN');
      expect(await refusedTo(who, LETTERS, { queue: 'notices-inbox' })).toBe('FORBIDDEN');
      expect(await refusedTo(who, pause)).toBe('FORBIDDEN');
    }
    expect(await refusedTo(auditor, LETTERS, { queue: 'notices-inbox' })).toBeUndefined();
    for (const mutation of [
      pause,
      pause.replace('pause', 'resume'),
      'mutation { retryDeadLetters(input: { queue: "notices-inbox", ids: [] }) { done } }',
      'mutation { discardDeadLetters(input: { queue: "notices-inbox", ids: [], reason: "x" }) { done } }',
    ])
      expect(await refusedTo(auditor, mutation)).toBe('FORBIDDEN');
    expect(await refusedTo(anonymous, LIST)).toBe('UNAUTHENTICATED');
    expect(await queues.isPaused('notices-inbox')).toBe(false);
  });
}

describe('the queues on PostgreSQL', () => {
  let database: TestDatabase;
  afterAll(() => database.drop());
  itShowsTheQueues(async () => {
    database = await createEmptyDatabase();
    return createQueueBackend({ databaseUrl: database.url });
  });
});

const redisUrl = process.env.TEST_REDIS_URL;
(redisUrl ? describe : describe.skip)('the queues on Redis (skipped without a redis-server)', () => {
  itShowsTheQueues(async () => createQueueBackend({ redisUrl: redisUrl!, prefix: `notices_${randomUUID()}` }));
});

it('the queues out of reach are said to be, and a pause that failed has its line', async () => {
  const queues = createQueueBackend({ redisUrl: 'redis://127.0.0.1:9' });
  const office: Office = await Office.open(NOWHERE, { queues, post: neighbours(() => office) });
  const pause = 'mutation { pauseQueue(input: { queue: "notices-inbox" }) { queue { name } } }';
  for (const query of [LIST, pause]) {
    const { errors } = await office.service.ask(admin, query);
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  }
  const lines = await office.sql.query('SELECT details FROM "admin_action" ORDER BY id');
  expect(lines).toMatchObject([{ details: {} }, { details: { failed: 'The queue is out of reach.' } }]);
  await office.close();
  await queues.close();
});
