import { setTimeout as sleep } from 'node:timers/promises';

import { type Home, lockHolder } from '../home';
import { endProcesses, isSame } from '../live-process';
import { clearLeftover } from '../postgres/leftover';
import { GRACE_MS } from '../run-stack';
import { readSettings } from '../settings';
import { survivors } from '../stack-file';
import { switches } from './options';

/** Three stages stop one after another, PostgreSQL last. */
const PATIENCE_MS = 5 * GRACE_MS;

/** `npm run stop`: ends the stack of this home, and what a crash of it left behind. */
export async function stop(args: readonly string[]): Promise<number> {
  switches(args);
  const { home } = readSettings(process.env);
  console.log((await stopHome(home)) ? `Stopped the stack in ${home.folder}.` : `No stack runs in ${home.folder}.`);
  return 0;
}

/** Ends whatever runs in a home. @returns false when nothing did */
export async function stopHome(home: Home): Promise<boolean> {
  const supervisor = await lockHolder(home);
  if (supervisor) {
    process.kill(supervisor.pid, 'SIGTERM');
    const deadline = Date.now() + PATIENCE_MS;
    while (isSame(supervisor) && Date.now() < deadline) await sleep(100);
    if (isSame(supervisor)) process.kill(supervisor.pid, 'SIGKILL');
  }
  const left = await survivors(home);
  await endProcesses(left, GRACE_MS);
  await clearLeftover(home.postgres);
  return Boolean(supervisor) || left.length > 0;
}
