import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dropDatabases } from '../databases';
import { homeAt } from '../home';
import { readable } from '../log-view';
import { gatewayPort } from '../ports';
import { Stack } from '../run-stack';
import { seedStack } from '../seed/seed-stack';
import type { Settings } from '../settings';
import { sentenceFor } from '../stack-error';
import { untilTold } from '../commands/until-told';
import { Report } from './report';
import { tryStory } from './story';

const LAST_LINES = 12;

/**
 * `npm start -- --check`: a stack of its own (unless CHARTER_HOME names one), the whole story through the public endpoint, a
 * short report, and everything gone again.
 * @returns the exit code: 0 when all holds
 */
export async function check(settings: Settings): Promise<number> {
  const own = process.env['CHARTER_HOME'] ? undefined : await mkdtemp(join(tmpdir(), 'charter-check-'));
  const home = own ? homeAt(own) : settings.home;
  // Beside other stacks on the same server, databases of its own.
  const databasePrefix = own && settings.databaseUrl ? `check_${process.pid}_` : '';
  const report = new Report((line) => console.log(line));
  const troubles: string[] = [];
  const stack = new Stack({
    ...settings,
    home,
    databasePrefix,
    gatewayPort: await gatewayPort(settings.port ?? '0'),
    watcher: {
      line: (name, line) => keepTrouble(troubles, name, line),
      note: (name, note) => troubles.push(`${name}: ${note}`),
    },
    say: () => undefined,
  });
  const told = untilTold(() => stack.supervisor.kill());
  console.log(`\nThe charter, tried from outside (queue on ${settings.redisUrl ? 'Redis' : 'PostgreSQL'})\n`);
  try {
    await Promise.race([run(stack, report), told.reason.then((reason) => report.fails('Broken off', reason))]);
  } catch (error) {
    report.fails('It does not hold', sentenceFor(error) ?? (error as Error).stack ?? String(error));
  } finally {
    await stack.stop();
    if (databasePrefix && settings.databaseUrl)
      await dropDatabases({ url: settings.databaseUrl, prefix: databasePrefix });
    if (own) await rm(own, { recursive: true, force: true });
  }
  report.holds('Stopped');
  if (!report.passed && troubles.length > 0) {
    console.log(['\nThe services’ last warnings and errors:', ...troubles.slice(-LAST_LINES)].join('\n  '));
  }
  console.log(report.passed ? '\nAll of it holds.\n' : '\nIt does NOT hold.\n');
  return report.passed ? 0 : 1;
}

async function run(stack: Stack, report: Report): Promise<void> {
  const up = await stack.start();
  report.holds('Every process is ready', `${stack.supervisor.processes.length} processes`);
  await seedStack(up, () => undefined);
  await stack.announce(up);
  report.holds('Demo data are loaded');
  await tryStory(up, new Date(), (what, detail) => report.holds(what, detail));
}

/** Warnings and errors of the structured logs, and whatever is not structured. */
function keepTrouble(troubles: string[], name: string, line: string): void {
  const level = Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 40);
  if (level >= 40) troubles.push(`${name}: ${readable(line)}`);
}
