import { randomUUID } from 'node:crypto';
import { type QueueBackend, createQueueBackend } from '@charter/outbox';
import { IDENTITY_HEADER } from '@charter/service';
import { type Someone, admin, anonymous, auditor, manager } from '@charter/service/testing';
import { type TestDatabase, createEmptyDatabase, eventually } from '@charter/testkit';
import { QUEUES } from '../src/queue.service';
import { Office } from './fixtures/office';

const BOARD = '/admin/queues';
const EVENT = { id: randomUUID(), type: 'complaint.filed.v1', producer: 'complaints' };
const NOWHERE = 'smtp://127.0.0.1:9';

interface Shown {
  readonly queues: {
    name: string;
    counts: Record<string, number>;
    jobs: { id: string; data: unknown }[];
    readOnlyMode: boolean;
    isPaused: boolean;
  }[];
}

function itShowsTheBoard(open: () => Promise<QueueBackend>) {
  let queues: QueueBackend;
  let office: Office;
  const job = { id: `evt-${randomUUID()}-1`, data: { ...EVENT, payload: { complaintId: randomUUID() } } };

  beforeAll(async () => {
    queues = await open();
    office = await Office.open(NOWHERE, { queues });
    // The first call makes the store's tables, which may take longer than a call may; the same job again is one job.
    await eventually(
      () =>
        queues.add('notices-inbox', [job]).then(
          () => 'added',
          (error: Error) => error.message,
        ),
      (outcome) => outcome === 'added',
      40_000,
    );
    await queues.pause('surveys-invitations');
  });
  afterAll(async () => {
    await office.close();
    await queues.close();
  });

  const look = (path: string, who: Someone = admin, method = 'GET') => office.service.look(path, who, method);
  const shown = async (question = ''): Promise<Shown['queues']> =>
    ((await (await look(`${BOARD}/api/queues${question}`)).json()) as Shown).queues;

  it('shows an administrator every queue, and what waits in each', async () => {
    const found = await shown('?activeQueue=notices-inbox&status=waiting');
    expect(found.map(({ name }) => name).sort()).toEqual([...QUEUES].sort());
    const inbox = found.find(({ name }) => name === 'notices-inbox')!;
    expect(inbox.counts).toMatchObject({ waiting: 1, active: 0, failed: 0 });
    expect(inbox.jobs).toMatchObject([{ id: job.id }]);
    expect(inbox.jobs[0]!.data).toEqual(EVENT);
    expect(found.filter(({ isPaused }) => isPaused).map(({ name }) => name)).toEqual(['surveys-invitations']);
    const one = await look(`${BOARD}/api/queues/notices-inbox/${job.id}`);
    const text = await one.text();
    expect(JSON.parse(text)).toMatchObject({ job: { id: job.id }, status: 'waiting' });
    expect(text).not.toContain('complaintId');
  });

  it('serves its page and what the page needs', async () => {
    const page = await look(BOARD);
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    const [script] = /static\/js\/main[\w.]+\.js/.exec(html)!;
    expect((await look(`${BOARD}/${script}`)).status).toBe(200);
    expect((await look(`${BOARD}/static/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('changes nothing, whoever asks', async () => {
    for (const [method, path] of [
      ['PUT', 'notices-inbox/pause'],
      ['PUT', 'notices-inbox/obliterate'],
      ['PUT', `notices-inbox/${job.id}/clean`],
      ['POST', 'notices-inbox/add'],
      ['PATCH', `notices-inbox/${job.id}/update-data`],
    ] as const) {
      expect((await look(`${BOARD}/api/queues/${path}`, admin, method)).status).toBe(405);
    }
    expect((await shown()).every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(await queues.isPaused('notices-inbox')).toBe(false);
    expect(await queues.held('notices-inbox', [job.id])).toEqual(new Set([job.id]));
  });

  it('is for administrators alone, and for those whom the gateway knows', async () => {
    for (const path of [BOARD, `${BOARD}/api/queues`, `${BOARD}/static/images/logo.svg`]) {
      for (const who of [auditor, manager, anonymous]) expect((await look(path, who)).status).toBe(403);
      for (const headers of [{}, { [IDENTITY_HEADER]: 'a.b.c' }] as Record<string, string>[]) {
        expect((await fetch(new URL(path, office.service.url), { headers })).status).toBe(401);
      }
    }
  });
}

describe('the board of the queues on PostgreSQL', () => {
  let database: TestDatabase;
  afterAll(() => database.drop());
  itShowsTheBoard(async () => {
    database = await createEmptyDatabase();
    return createQueueBackend({ databaseUrl: database.url });
  });
});

const redisUrl = process.env.TEST_REDIS_URL;
(redisUrl ? describe : describe.skip)('the board of the queues on Redis (skipped without a redis-server)', () => {
  itShowsTheBoard(async () => createQueueBackend({ redisUrl: redisUrl!, prefix: `board_${randomUUID()}` }));
});

it('a board whose queues are out of reach says so, and its page opens', async () => {
  const queues = createQueueBackend({ redisUrl: 'redis://127.0.0.1:9' });
  const office = await Office.open(NOWHERE, { queues });
  expect((await office.service.look(`${BOARD}/api/queues`, admin)).status).toBe(500);
  expect((await office.service.look(BOARD, admin)).status).toBe(200);
  await office.close();
  await queues.close();
});
