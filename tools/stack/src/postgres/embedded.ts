import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { Client } from 'pg';

import { compiled } from '../home';
import { StackError } from '../stack-error';
import type { ProcessSpec } from '../supervisor/process-spec';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { broken, ensureCluster } from './data-folder';

/** A PostgreSQL server of our own, as a process for the supervisor. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly process: ProcessSpec;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_min_messages: 'fatal', // what a query does wrong, its service logs
  log_line_prefix: '',
};

/**
 * Prepares the data folder and says how to start PostgreSQL on it.
 * @param folder created when missing
 * @throws {StackError} when the folder or the machine cannot hold it
 */
export async function prepareEmbedded(folder: string, port: number, password: string): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  const account = chooseAccount(binaries, dirname(folder));
  await ensureCluster(folder, binaries, account, password);
  checkOwner(folder);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const order = account.command(binaries.postgres, ['-D', folder, '-p', String(port), ...settings]);
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  return {
    url,
    process: {
      name: 'postgres',
      role: 'database',
      script: compiled('keeper/main.js'),
      args: [JSON.stringify({ folder: realpathSync(folder), ...order })],
      env: {},
      probe: () => answers(url),
      explain: (lines) => explain(folder, lines),
    },
  };
}

/** True when the server takes a session. @throws {StackError} when it refuses our password: the data are another home's */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false; // not up yet, or recovering
    throw new StackError(
      'The database refuses the password kept in secrets.json: restore that file, or start over with "npm run reset".',
    );
  } finally {
    await client.end().catch(() => undefined); // a session that was never opened has nothing to end
  }
}

/** Data made by another user cannot be opened by this one. */
function checkOwner(folder: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || uid === 0) return;
  const owner = statSync(folder).uid;
  if (owner === uid) return;
  throw new StackError(
    `The database folder ${folder} belongs to another user (uid ${owner}): start as that user, or name another folder with CHARTER_HOME.`,
  );
}

function explain(folder: string, lines: readonly string[]): StackError {
  const fault = [...lines].reverse().find((line) => /FATAL|PANIC|could not/.test(line));
  return broken(folder, fault?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? lines.at(-1) ?? 'PostgreSQL ends at once');
}
