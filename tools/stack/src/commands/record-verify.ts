import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

import { SERVICES, type ServiceName } from '@charter/contracts';

import { runningLayout } from '../running-layout';
import { readSettings } from '../settings';
import { StackError } from '../stack-error';
import { type Layout, programOf, serviceEnvironment } from '../topology';

const USAGE = `This command knows the name of one service (${SERVICES.join(', ')}) and, with it, --head <seq>:<hash>.`;

/**
 * `npm run record:verify [-- <service> [--head <seq>:<hash>]]`: computes the record of every service of the running stack again, or of
 * one, and names the first row or link that does not hold.
 * @returns 1 when something does not hold
 */
export async function recordVerify(args: readonly string[]): Promise<number> {
  const { services, rest } = wanted(args);
  const layout = await runningLayout(readSettings(process.env));
  if (!layout) {
    throw new StackError(
      'No stack is running here: "npm start" first. On a server, run "node dist/main.js verify-record" in each service, with DATABASE_URL.',
    );
  }
  let worst = 0;
  for (const service of services) worst = Math.max(worst, await verify(layout, service, rest));
  return worst;
}

function wanted(args: readonly string[]): { services: readonly ServiceName[]; rest: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { head: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const services = SERVICES.filter((service) => positionals.length === 0 || positionals.includes(service));
    if (positionals.length > 1 || services.length === 0 || (values.head && services.length > 1)) throw new Error(USAGE);
    return { services, rest: values.head ? ['--head', values.head] : [] };
  } catch {
    throw new StackError(USAGE);
  }
}

const verify = (layout: Layout, service: ServiceName, rest: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programOf(service), 'verify-record', ...rest], {
      env: serviceEnvironment(layout, service),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
