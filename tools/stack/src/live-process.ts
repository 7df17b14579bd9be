import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process as it can be found again: process ids are used anew, the moment of its start tells it from a successor. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

/** True while the process exists, whoever owns it. A zombie, which only waits for its parent, does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  const state = linuxStat(pid)?.state;
  return state !== undefined && state !== 'Z'; // without one it ended in this instant
}

/** The mark of a running process, or undefined when there is none. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!isAlive(pid)) return undefined;
  const startedAt = process.platform === 'linux' ? linuxStat(pid)?.startedAt : psStart(pid);
  return startedAt ? { pid, startedAt } : undefined;
}

/** True when that very process still runs, and not another that got its number. */
export function isSame(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.startedAt === mark.startedAt;
}

/** The nearest process above this one whose command line fits, at most so many steps up. */
export function findAbove(fits: RegExp, steps: number): ProcessMark | undefined {
  let pid = process.ppid;
  for (let step = 0; step < steps && pid > 1; step += 1) {
    const row = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(row) ?? [];
    if (command && fits.test(command)) return markOf(pid);
    pid = Number(parent ?? 0);
  }
  return undefined;
}

/**
 * Ends processes, each with its group: asks first, insists after the grace.
 * @param graceMs milliseconds between the request and the force
 */
export async function endProcesses(marks: readonly ProcessMark[], graceMs: number): Promise<void> {
  for (const mark of marks) signalGroup(mark, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (marks.some(isSame) && Date.now() < deadline) await sleep(50);
  for (const mark of marks) signalGroup(mark, 'SIGKILL');
}

function signalGroup(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isSame(mark)) return;
  for (const target of [-mark.pid, mark.pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // no such group, or gone in this instant
    }
  }
}

/** State and start of a process from /proc. The name in the second column may itself contain spaces and brackets. */
function linuxStat(pid: number): { state: string; startedAt: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: columns[0] ?? '', startedAt: columns[19] ?? '' };
  } catch {
    return undefined; // it ended between the question and the answer
  }
}

function psStart(pid: number): string {
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
