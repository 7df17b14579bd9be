import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive } from '../src/live-process';
import { keepPorts } from '../src/ports';
import type { ProcessSpec } from '../src/supervisor/process-spec';
import { readyAt } from '../src/supervisor/process-spec';
import { type RestartPolicy, USUAL_POLICY } from '../src/supervisor/supervised-process';
import { Supervisor } from '../src/supervisor/supervisor';
import { compileAll } from './compile';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const quick: RestartPolicy = { ...USUAL_POLICY, backoffMs: 20, maxBackoffMs: 100, maxQuickDeaths: 3, readyMs: 10_000 };

describe('the supervisor', () => {
  let folder: string;
  let port: number;
  let notes: string[];
  let lines: string[];
  let supervisor: Supervisor;

  beforeAll(async () => {
    compileAll();
    folder = await mkdtemp(join(tmpdir(), 'charter-supervisor-'));
    port = (await keepPorts(join(folder, 'ports.json'), ['dummy']))['dummy'] ?? 0;
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    notes = [];
    lines = [];
    supervisor = new Supervisor(
      {
        line: (name, line) => lines.push(`${name}: ${line}`),
        note: (name, note) => notes.push(`${name}: ${note}`),
        changed: () => undefined,
      },
      quick,
    );
  });
  afterEach(() => supervisor.stop(1_000));

  const dummy = (...how: string[]): ProcessSpec => ({
    name: 'dummy',
    role: 'server',
    script: join(__dirname, 'fixtures/dummy.cjs'),
    args: [String(port), ...how],
    env: { PATH: process.env['PATH'] ?? '' },
    probe: readyAt(`http://127.0.0.1:${port}`),
  });
  const pid = (): number => supervisor.processes[0]?.pid ?? 0;
  const until = async (what: () => boolean): Promise<void> => {
    for (let wait = 0; wait < 200 && !what(); wait += 1) await sleep(25);
    expect(what()).toBe(true);
  };

  it('waits until a process is ready, hands on its lines, and stops it', async () => {
    await supervisor.start([dummy()]);
    const first = pid();
    expect(isAlive(first)).toBe(true);
    expect(lines).toEqual(['dummy: {"level":30,"msg":"up"}']);
    await supervisor.stop(5_000);
    expect(isAlive(first)).toBe(false);
  });

  it('starts a process that was killed again', async () => {
    await supervisor.start([dummy()]);
    const first = pid();
    process.kill(first, 'SIGKILL');
    await until(() => pid() !== 0 && pid() !== first && supervisor.processes[0]?.state === 'ready');
    expect(notes).toEqual(['dummy: ended (SIGKILL), started again in 40 ms.']);
  });

  it('gives up on one that dies at every start, with its own last words', async () => {
    await expect(supervisor.start([dummy('dies')])).rejects.toThrow(
      /^dummy dies at every start\. It last said:\n(.*\n)*.*the reason of its death$/,
    );
    expect(notes.at(-1)).toBe('dummy: ended 3 times soon after its start (code 3): it is left stopped.');
    expect(pid()).toBe(0);
  });

  it('forces one that does not end when asked', async () => {
    await supervisor.start([dummy('stubborn')]);
    const first = pid();
    const asked = Date.now();
    await supervisor.stop(500);
    expect(Date.now() - asked).toBeLessThan(3_000);
    expect(lines).toContain('dummy: asked to end, staying');
    expect(isAlive(first)).toBe(false);
  });

  it('does not start again what dies while it stops', async () => {
    await supervisor.start([dummy()]);
    process.kill(pid(), 'SIGKILL');
    await supervisor.stop(1_000);
    await sleep(300);
    expect(pid()).toBe(0);
  });
});
