import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive } from '../live-process';

const PATIENCE_MS = 10_000;

/**
 * Deals with what a crash left in the data folder: a PostgreSQL that still runs there is shut down (it checkpoints, nothing
 * is lost), and a process id that now belongs to another program, which would keep PostgreSQL from starting, is removed.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === undefined) return;
  if (isAlive(pid) && servesFolder(pid, folder)) {
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      if (isAlive(pid)) process.kill(pid, signal);
      const deadline = Date.now() + PATIENCE_MS;
      while (isAlive(pid) && Date.now() < deadline) await sleep(50);
    }
    return;
  }
  await rm(file, { force: true });
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined; // no such file: PostgreSQL ended well
  }
}

/** PostgreSQL's main process stays in its data folder. */
function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false; // ended meanwhile, or another user's: not ours in either case
  }
}
