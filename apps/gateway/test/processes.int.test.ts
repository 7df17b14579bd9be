import { once } from 'node:events';
import { Agent, request } from 'undici';
import { eventually } from '@charter/testkit';
import { Cluster } from './fixtures/cluster';
import { type World, startWorld } from './fixtures/gateway';
import { startLoad } from './fixtures/load';

const CLIENTS = 8;
const QUERY = JSON.stringify({ query: '{ complaint(id: "7") { id title } }' });

describe('a gateway of two processes', () => {
  let world: World;
  let gateway: Cluster;

  beforeAll(async () => {
    world = await startWorld();
    gateway = await Cluster.start(world.settings, 2);
  }, 200_000);
  afterAll(async () => {
    await gateway?.stop();
    await world.stop();
  });

  /** Asks on several connections at once, each with one request under way. */
  function load() {
    const agent = new Agent({ connections: CLIENTS, pipelining: 1, headersTimeout: 5_000 });
    const { good, bad, stop } = startLoad(
      CLIENTS,
      async () => {
        const { statusCode, body } = await request(`${gateway.url}/graphql`, {
          ...{ method: 'POST', dispatcher: agent, body: QUERY, headers: { 'content-type': 'application/json' } },
        });
        const { data } = (await body.json()) as { data?: unknown };
        if (statusCode !== 200 || !data) throw new Error(`HTTP ${statusCode}`);
      },
      0,
    );
    return { good, bad, stop: () => stop().then(() => agent.close()) };
  }

  it('answers from both on one port, and tells its figures and health as one', async () => {
    expect(new Set(gateway.pids()).size).toBe(2);
    const asked = 20;
    for (let times = 0; times < asked; times++) {
      const answer = await request(`${gateway.url}/graphql`, {
        ...{ method: 'POST', body: QUERY, headers: { 'content-type': 'application/json', connection: 'close' } },
      });
      expect(answer.statusCode).toBe(200);
      await answer.body.dump();
    }
    expect(await gateway.figure('charter_gateway_request_seconds_count\\{operation="query",status="200"\\}')).toBe(
      asked,
    );
    expect(await gateway.figure('charter_gateway_processes')).toBe(2);
    expect(await gateway.figure('charter_gateway_processes_wanted')).toBe(2);
    expect(await (await fetch(`${gateway.metricsUrl}/health/ready`)).json()).toEqual({
      status: 'ready',
      processes: 2,
      of: 2,
    });
  });

  it('loses with one that is killed only what that one was answering, and replaces it', async () => {
    const [killed] = gateway.pids();
    const running = load();
    await eventually(
      async () => running.good(),
      (good) => good > 100,
    );
    process.kill(killed!, 'SIGKILL');
    await eventually(
      async () => gateway.pids().length,
      (count) => count === 3,
      90_000,
    );
    const before = running.good();
    await eventually(
      async () => running.good(),
      (good) => good > before + 100,
    );
    await running.stop();
    expect(running.bad.length).toBeLessThanOrEqual(CLIENTS);
    expect(await gateway.figure('charter_gateway_processes')).toBe(2);
    expect(await gateway.figure('charter_gateway_process_starts_total')).toBe(3);
  }, 120_000);

  it('tells a client at once whose connection was being handed to a process that died', async () => {
    const [before, dying] = [gateway.pids().length, gateway.pids().at(-1)!];
    process.kill(dying, 'SIGSTOP');
    let left = 0;
    const asked = Array.from({ length: 4 }, () => gateway.ask('{ __typename }').finally(() => (left += 1)));
    const ended = Promise.allSettled(asked);
    await eventually(
      async () => left,
      (count) => count === 3, // the fourth is with the one that stands still
    );
    process.kill(dying, 'SIGKILL');
    const outcomes = await ended;
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) } },
    ]);
    await eventually(
      async () => gateway.pids().length,
      (count) => count > before,
      90_000,
    );
  }, 120_000);

  it('finishes what it answers when it is stopped, and leaves no process behind', async () => {
    world.complaints.delay = 1_000;
    world.complaints.calls.length = 0;
    const under = request(`${gateway.url}/graphql`, {
      method: 'POST',
      body: QUERY,
      headers: { 'content-type': 'application/json', connection: 'close' },
    });
    await eventually(
      async () => world.complaints.calls.length,
      (count) => count > 0,
    );
    const ended = once(gateway.child, 'exit');
    gateway.child.kill('SIGTERM');
    expect((await under).statusCode).toBe(200);
    expect(await ended).toEqual([0, null]);
    for (const pid of gateway.pids()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
