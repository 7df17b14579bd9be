import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { eventually } from '@charter/testkit';
import { type World, startWorld } from './fixtures/gateway';
import { startLoad } from './fixtures/load';

const CLIENTS = 8;
const QUERY = JSON.stringify({ query: '{ complaint(id: "7") { id title } }' });

interface Line {
  readonly msg: string;
  readonly pid?: number;
  readonly process?: number;
  readonly url?: string;
  readonly metrics?: string;
}

describe('a gateway of two processes', () => {
  let world: World;
  let gateway: ChildProcess;
  const lines: Line[] = [];
  let url: string;
  let metricsUrl: string;

  beforeAll(async () => {
    world = await startWorld();
    gateway = spawn(
      process.execPath,
      ['-r', join(__dirname, '../../../libs/testkit/register-typescript.cjs'), join(__dirname, '../src/main.ts')],
      {
        env: { PATH: process.env.PATH, ...world.settings, GATEWAY_PROCESSES: '2' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    createInterface({ input: gateway.stdout! }).on('line', (text) => lines.push(JSON.parse(text) as Line));
    const said = await eventually(
      async () => lines.filter(({ msg }) => msg === 'ready'),
      (ready) => ready.length === 3,
      120_000,
    );
    url = said.find((line) => line.url)!.url!;
    metricsUrl = said.find((line) => line.metrics)!.metrics!;
  }, 150_000);
  afterAll(async () => {
    if (gateway.exitCode === null) gateway.kill('SIGKILL');
    await world.stop();
  });

  const pids = (): number[] => lines.filter(({ msg }) => msg === 'process takes requests').map(({ pid }) => pid!);
  const figure = async (name: string): Promise<number> => {
    const text = await (await fetch(`${metricsUrl}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
  };

  /** Asks on several connections at once, each with one request under way. */
  function load() {
    const agent = new Agent({ connections: CLIENTS, pipelining: 1, headersTimeout: 5_000 });
    const { good, bad, stop } = startLoad(
      CLIENTS,
      async () => {
        const { statusCode, body } = await request(`${url}/graphql`, {
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
    expect(new Set(pids()).size).toBe(2);
    const asked = 20;
    for (let times = 0; times < asked; times++) {
      const answer = await request(`${url}/graphql`, {
        ...{ method: 'POST', body: QUERY, headers: { 'content-type': 'application/json', connection: 'close' } },
      });
      expect(answer.statusCode).toBe(200);
      await answer.body.dump();
    }
    expect(await figure('charter_gateway_request_seconds_count\\{operation="query",status="200"\\}')).toBe(asked);
    expect(await figure('charter_gateway_processes')).toBe(2);
    expect(await figure('charter_gateway_processes_wanted')).toBe(2);
    expect(await (await fetch(`${metricsUrl}/health/ready`)).json()).toEqual({ status: 'ready', processes: 2, of: 2 });
  });

  it('loses with one that is killed only what that one was answering, and replaces it', async () => {
    const [killed] = pids();
    const running = load();
    await eventually(
      async () => running.good(),
      (good) => good > 100,
    );
    process.kill(killed!, 'SIGKILL');
    await eventually(
      async () => pids().length,
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
    expect(await figure('charter_gateway_processes')).toBe(2);
    expect(await figure('charter_gateway_process_starts_total')).toBe(3);
  }, 120_000);

  it('finishes what it answers when it is stopped, and leaves no process behind', async () => {
    world.complaints.delay = 1_000;
    world.complaints.calls.length = 0;
    const under = request(`${url}/graphql`, {
      method: 'POST',
      body: QUERY,
      headers: { 'content-type': 'application/json', connection: 'close' },
    });
    await eventually(
      async () => world.complaints.calls.length,
      (count) => count > 0,
    );
    const ended = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    expect((await under).statusCode).toBe(200);
    expect(await ended).toEqual([0, null]);
    for (const pid of pids()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
