import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@charter/contracts';
import { DeadLetters, type QueueBackend, appendEvents, createQueueBackend, readQueueFigures } from '@charter/outbox';
import { ServiceUnavailable } from '@charter/service';
import { type Someone, admin, anonymous, auditor, citizen, manager, officer } from '@charter/service/testing';
import { type TestDatabase, createEmptyDatabase } from '@charter/testkit';
import { QUEUES } from '../src/queue.service';
import { Office } from './fixtures/office';

const NOWHERE = 'smtp://127.0.0.1:9';
const LIST = `{ queues { name waiting active delayed failed paused oldestAt ageSeconds deadLetters failing
  unconfirmed oldestUnconfirmedAt lateSeconds doneLastHour diedLastHour averageSeconds worstSeconds silent attention } }`;
const LETTERS = `query ($queue: String!, $first: Int! = 20, $after: String) {
  deadLetters(queue: $queue, first: $first, after: $after) { items { id consumer reason attempts } next } }`;
const LETTER = `query ($id: ID!) { deadLetter(id: $id) {
  id state type producer reason occurredAt decidedAt decidedReason decider { id } fields { name value withheld } } }`;
const ACTIONS = `query ($filter: AdminActionsFilter, $first: Int! = 20, $after: String) {
  adminActions(filter: $filter, first: $first, after: $after) {
    edges { node { action failure actor { id } details { name value } } } totalCount pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  readonly name: string;
  readonly waiting: number;
  readonly paused: boolean;
  readonly ageSeconds: number | null;
  readonly deadLetters: number | null;
  readonly silent: string[];
  readonly attention: string[];
}

interface Done {
  readonly action: string;
  readonly failure: string | null;
  readonly actor: { readonly id: string };
  readonly details: readonly { readonly name: string; readonly value: string }[];
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
    id: string;
    by: string;
    reason: string;
  };
  const told = (answer: unknown) => JSON.parse(JSON.stringify(answer)) as unknown;
  if (path.endsWith('/queue-figures')) return told(await readQueueFigures(office().sql));
  if (path.endsWith('/list')) return told(await letters.list(asked));
  if (path.endsWith('/one')) return told({ letter: (await letters.one(asked.id)) ?? null });
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
    expect((await one('notices-inbox')).attention).toContain('DEAD_LETTERS');
    expect(dead).toMatchObject({
      ...{ 'notices-inbox': 3, 'notices-charter': 2, 'complaints-charter': null, 'surveys-invitations': null },
    });
  });

  it('shows what flows through a queue, also while it is not in it, and who does not tell', async () => {
    const payload = { ...{ surveyId: randomUUID(), invitationId: randomUUID(), complaintId: randomUUID() } };
    const event = { ...payload, receiptNumber: '2026-000001-7', citizenId: randomUUID(), departmentCode: 'ROADS' };
    const [id] = await appendEvents(office.sql.manager, 'notices', [
      { type: 'survey.invited.v1', payload: { ...event, expiresAt: '2026-12-23T10:00:00+09:00' } },
      { type: 'survey.invited.v1', payload: { ...event, expiresAt: '2026-12-23T10:00:00+09:00' } },
    ]);
    await office.sql.query(`UPDATE outbox_event SET created_at = now() - interval '30 seconds'`);
    await office.sql.query(
      `UPDATE outbox_delivery SET confirmed_at = created_at + interval '10 seconds', outcome = 'DONE'
       FROM outbox_event AS e WHERE event_id = e.id AND e.id = $1`,
      [id],
    );
    office.service.clock.set(new Date());
    expect(await one('notices-inbox')).toMatchObject({
      ...{ unconfirmed: 1, failing: 0, doneLastHour: 1, diedLastHour: 0 },
      ...{ averageSeconds: 10, worstSeconds: 10 },
      silent: ['charter', 'complaints', 'participation', 'surveys', 'compensation'],
    });
    const { lateSeconds } = (await one('notices-inbox')) as Listed & { lateSeconds: number };
    expect(lateSeconds).toBeGreaterThan(25);
    await office.sql.query('TRUNCATE outbox_event CASCADE');
  });

  it('pauses and resumes, with a line for each', async () => {
    const paused = await act(admin, 'pauseQueue', { queue: 'surveys-invitations' }, 'queue { name paused }');
    expect(paused.data).toEqual({
      pauseQueue: { queue: { name: 'surveys-invitations', paused: true }, errors: [] },
    });
    expect(await one('surveys-invitations')).toMatchObject({ paused: true, attention: ['PAUSED', 'SILENT'] });
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

  it('shows what a dead letter says without personal data, and what became of it', async () => {
    const citizenId = randomUUID();
    const proposalId = randomUUID();
    const payload = { proposalId, complaintId: randomUUID(), citizenId, departmentCode: 'ROADS', officerId: null };
    const envelope = { occurredAt: '2026-11-23T12:00:00+09:00', payload: { ...payload, dueAt: '홍길동' } };
    await bury(1);
    await office.sql.query(`UPDATE inbox_entry SET type = 'proposal.opened-from-complaint.v1', envelope = $1`, [
      JSON.stringify(envelope),
    ]);
    const { id } = (await lettersOf({})).items[0]!;
    const read = async (who: Someone = admin) =>
      (await office.service.ask<{ deadLetter: { fields: object[] } | null }>(who, LETTER, { id })).data!.deadLetter;
    const seen = await read(auditor);
    expect(seen).toMatchObject({ id, state: 'DEAD', producer: 'complaints', occurredAt: envelope.occurredAt });
    expect(seen!.fields).toEqual([
      { name: 'proposalId', value: proposalId, withheld: null },
      { name: 'citizenId', value: null, withheld: 'PERSON' },
      { name: 'departmentCode', value: 'ROADS', withheld: null },
      { name: 'officerId', value: null, withheld: null },
      { name: 'complaintId', value: payload.complaintId, withheld: null },
      { name: 'dueAt', value: null, withheld: 'BROKEN' },
    ]);
    await act(admin, 'discardDeadLetters', { queue: 'notices-inbox', ids: [id], reason: '중복' }, 'done');
    expect(await read()).toMatchObject({ state: 'DISCARDED', decidedReason: '중복', decider: { id: admin.id } });
    const unknown = await office.service.ask(admin, LETTER, { id: `${randomUUID()}.notices-inbox` });
    expect(unknown.data).toEqual({ deadLetter: null });
  });

  it('tells what administrators did, newest first, by page and filter', async () => {
    await bury(1);
    const [letter] = (await lettersOf({})).items;
    await act(admin, 'pauseQueue', { queue: 'surveys-invitations' }, 'queue { name }');
    await act(admin, 'resumeQueue', { queue: 'surveys-invitations' }, 'queue { name }');
    const rest = { queue: 'notices-inbox', ids: [letter!.id], reason: '시험' };
    await act(admin, 'discardDeadLetters', rest, 'done');
    await act(
      admin,
      'retryDeadLetters',
      { queue: 'surveys-charter', ids: [`${randomUUID()}.surveys-charter`] },
      'done',
    );
    const ask = async (variables: object, who: Someone = auditor) => {
      const { data } = await office.service.ask<{
        adminActions: { edges: { node: Done }[]; totalCount: number; pageInfo: { endCursor: string } };
      }>(who, ACTIONS, variables);
      return { ...data!.adminActions, nodes: data!.adminActions.edges.map(({ node }) => node) };
    };
    const first = await ask({ first: 2 });
    const second = await ask({ first: 20, after: first.pageInfo.endCursor }, admin);
    expect(first.totalCount).toBe(5);
    expect([...first.nodes, ...second.nodes].map(({ action, failure }) => [action, failure])).toEqual([
      ['retryDeadLetters', 'The service surveys could not be reached.'],
      ['retryDeadLetters', null],
      ['discardDeadLetters', null],
      ['resumeQueue', null],
      ['pauseQueue', null],
    ]);
    expect((await ask({ filter: { queue: 'notices-inbox' } })).nodes).toEqual([
      {
        ...{ action: 'discardDeadLetters', failure: null, actor: { id: admin.id } },
        details: [
          ...[
            { name: 'ids', value: letter!.id },
            { name: 'queue', value: 'notices-inbox' },
          ],
          { name: 'reason', value: '시험' },
        ],
      },
    ]);
    expect((await ask({ filter: { action: 'pauseQueue', actorId: admin.id } })).totalCount).toBe(1);
    expect((await ask({ filter: { actorId: randomUUID() } })).nodes).toEqual([]);
    const now = office.service.clock.now().toISOString();
    expect((await ask({ filter: { to: now } })).nodes).toEqual([]);
    expect((await ask({ filter: { from: now } })).totalCount).toBe(5);
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
    ['a letter of a queue that is none', LETTER, { id: `${randomUUID()}.no-such-queue` }],
    ['a cursor of another list', ACTIONS, { after: 'MTc.x' }],
    ['an actor that is none', ACTIONS, { filter: { actorId: '7' } }],
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
      expect(await refusedTo(who, LETTER, { id: `${randomUUID()}.notices-inbox` })).toBe('FORBIDDEN');
      expect(await refusedTo(who, ACTIONS)).toBe('FORBIDDEN');
      expect(await refusedTo(who, pause)).toBe('FORBIDDEN');
    }
    expect(await refusedTo(auditor, ACTIONS)).toBeUndefined();
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
