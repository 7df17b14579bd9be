import { existsSync, readFileSync } from 'node:fs';

/** Ticks a second in /proc: Linux tells every program 100, whatever the kernel's own clock is. */
const TICKS = 100;

/** What a process has used: processor time of all its threads in milliseconds, and the memory it holds. Undefined where there is no /proc. */
export function usageOf(pid: number): { readonly cpuMs: number; readonly megabytes: number } | undefined {
  const folder = `/proc/${pid}`;
  if (!existsSync(`${folder}/stat`)) return undefined;
  // The name of the program, in parentheses, may hold spaces.
  const [, ...fields] = readFileSync(`${folder}/stat`, 'utf8').split(') ');
  const [user, system] = fields.join(') ').split(' ').slice(11, 13).map(Number) as [number, number];
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  return { cpuMs: ((user + system) * 1_000) / TICKS, megabytes: Number(resident) / 1_024 };
}
