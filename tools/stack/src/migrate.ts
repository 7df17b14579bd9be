import { spawn } from 'node:child_process';

import { SERVICES, type ServiceName } from '@charter/contracts';

import { StackError } from './stack-error';
import { type Layout, migrationEnvironment, programOf } from './topology';

const AT_ONCE = 3;

/**
 * Brings the tables of every service, and of the gateway, up to date.
 * @param signal breaks it off: the children end
 * @throws {StackError} with the service's own words when one cannot
 */
export async function migrateAll(layout: Layout, signal: AbortSignal): Promise<void> {
  const waiting: (ServiceName | 'gateway')[] = [...SERVICES, 'gateway'];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      signal.throwIfAborted();
      await migrate(name, migrationEnvironment(layout, name), signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function migrate(service: ServiceName | 'gateway', env: Record<string, string>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programOf(service), 'migrate'], {
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) return resolve();
      const last = said
        .trim()
        .split('\n')
        .slice(-8)
        .map((line) => `  ${line}`);
      reject(
        new StackError([`The tables of ${service} could not be brought up to date. It said:`, ...last].join('\n')),
      );
    });
  });
}
