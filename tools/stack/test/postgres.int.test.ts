import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { ensureDatabases } from '../src/databases';
import { isAlive } from '../src/live-process';
import { keepPorts } from '../src/ports';
import { loadSecrets } from '../src/secrets';
import { compileAll } from './compile';

const NOBODY = 65534;
/** Whether a user without rights could run this checkout at all: one in a private folder of root's cannot be. */
const isOpenToAll =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['--check', join(__dirname, 'fixtures/host.cjs')], { uid: NOBODY, gid: NOBODY, cwd: '/' })
    .status === 0;

interface Running {
  readonly host: ChildProcess;
  readonly url: string;
  readonly pids: number[];
}

describe('embedded PostgreSQL under a supervisor', () => {
  let folder: string;
  let ports: Record<string, number>;
  let hosts: ChildProcess[];

  beforeAll(() => compileAll());
  beforeEach(async () => {
    hosts = [];
    folder = await mkdtemp(join(tmpdir(), 'charter-postgres-')); // closed to all others, as a private checkout would be
    ports = await keepPorts(join(folder, 'ports.json'), ['postgres', 'dummy']);
  });
  afterEach(async () => {
    for (const host of hosts.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode)) {
      host.kill('SIGTERM');
      await once(host, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  const spawnHost = (uid?: number): ChildProcess => {
    const args = [folder, String(ports['postgres']), String(ports['dummy'])];
    const host = spawn(process.execPath, [join(__dirname, 'fixtures/host.cjs'), ...args], { uid, gid: uid, cwd: '/' });
    hosts.push(host);
    return host;
  };
  const start = async (uid?: number): Promise<Running> => {
    const host = spawnHost(uid);
    let said = '';
    host.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const lines = createInterface(host.stdout!);
    const [line] = await Promise.race([once(lines, 'line'), once(host, 'exit').then(() => [undefined])]);
    if (!line) throw new Error(said);
    return { host, ...(JSON.parse(line) as { url: string; pids: number[] }) };
  };
  const query = async (url: string, sql: string): Promise<unknown[][]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][];
    } finally {
      await client.end();
    }
  };
  const postmaster = (): number => Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);
  const gone = async (pids: readonly number[]): Promise<void> => {
    for (let wait = 0; wait < 400 && pids.some(isAlive); wait += 1) await sleep(25);
    expect(pids.filter(isAlive)).toEqual([]);
  };

  it('starts as the present user, is UTF-8, reads Hangul as letters, and listens on loopback alone', async () => {
    const { url } = await start();
    expect(await query(url, 'SHOW server_encoding')).toEqual([['UTF8']]);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([['127.0.0.1']]);
    await query(url, 'CREATE EXTENSION pg_trgm');
    const [[trigrams]] = (await query(url, "SELECT show_trgm('가로등')")) as [[string[]]];
    expect(trigrams.length).toBeGreaterThan(2);
  });

  (isOpenToAll ? it : it.skip)('starts as a user without rights (as root, from a checkout open to all)', async () => {
    chownSync(folder, NOBODY, NOBODY);
    const { url, pids } = await start(NOBODY);
    expect(await query(url, 'SELECT 1')).toEqual([[1]]);
    expect(pids).toHaveLength(2);
  });

  it('keeps its data, and leaves no process when the supervisor is killed', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    const pids = [...first.pids, postmaster()];
    first.host.kill('SIGKILL');
    await gone(pids);
    const second = await start();
    expect(await query(second.url, 'SELECT number FROM kept')).toEqual([[7]]);
  });

  it('takes over a server whose keeper was killed, and a process id that another program has now', async () => {
    const first = await start();
    const [keeper] = first.pids;
    const orphan = postmaster();
    first.host.kill('SIGKILL');
    process.kill(keeper ?? 0, 'SIGKILL');
    expect(isAlive(orphan)).toBe(true);
    const second = await start();
    await gone([orphan]);
    second.host.kill('SIGTERM');
    await once(second.host, 'exit');
    await writeFile(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`);
    const third = await start();
    expect(await query(third.url, 'SELECT 1')).toEqual([[1]]);
  });

  it('says in one sentence what is wrong with its folder', async () => {
    const { host } = await start();
    host.kill('SIGTERM');
    await once(host, 'exit');
    await rm(join(folder, 'postgres/global/pg_control'));
    await expect(start()).rejects.toThrow(
      /^The database folder .*postgres is broken: .*pg_control.*\. Restore it from a copy, or start over with "npm run reset"\.\n$/,
    );
    await writeFile(join(folder, 'postgres/PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/belongs to PostgreSQL 15, not 18/);
    await rm(join(folder, 'postgres/PG_VERSION'));
    await expect(start()).rejects.toThrow(/holds files but no PostgreSQL cluster/);
    chmodSync(folder, 0o700);
  });

  it('holds a database for each service whose application role can use tables and not define them', async () => {
    const { url } = await start();
    const secrets = await loadSecrets(join(folder, 'secrets.json'));
    await ensureDatabases({ url, prefix: '' }, secrets, true);
    const { services, queueUrl } = await ensureDatabases({ url, prefix: '' }, secrets, true); // again: nothing breaks
    const { ownerUrl, appUrl } = services.complaints;
    await query(ownerUrl, 'CREATE TABLE complaint (id bigserial PRIMARY KEY, note text)');
    await query(ownerUrl, 'CREATE SCHEMA history; CREATE TABLE history.step (id int)');
    await query(appUrl, "INSERT INTO complaint (note) VALUES ('x'); INSERT INTO history.step VALUES (1)");
    await expect(query(appUrl, 'CREATE TABLE other (id int)')).rejects.toThrow(/permission denied/);
    await expect(query(appUrl, 'CREATE TEMP TABLE other (id int)')).rejects.toThrow(/permission denied/);
    await expect(query(appUrl, 'ALTER TABLE complaint ADD more int')).rejects.toThrow(/must be owner/);
    await expect(query(appUrl, 'TRUNCATE complaint')).rejects.toThrow(/permission denied/);
    await query(queueUrl ?? '', 'CREATE TABLE job (id int)');
    const foreign = new URL(appUrl);
    foreign.pathname = '/surveys';
    await expect(query(foreign.href, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });
});
