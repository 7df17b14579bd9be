import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { StackError } from '../stack-error';
import { type Layout, programOf, serviceEnvironment } from '../topology';
import { type HistoryPlan, tellHistory } from './history';
import { type HistoryService, historyRecords } from '@charter/contracts';

const SERVICES = Object.keys(historyRecords) as HistoryService[];

/** How many records a plan tells. */
export function countRecords(plan: HistoryPlan): number {
  let count = 0;
  for (const history = tellHistory(plan); !history.next().done;) count += 1;
  return count;
}

/**
 * Hands a history to the services, each through its own `import`. A record that is already there is left as it is, so a
 * run cut short is simply repeated.
 * @param progress told how many records the services have taken
 * @throws {StackError} with a service's own words when it refuses
 */
export async function importHistory(
  layout: Layout,
  plan: HistoryPlan,
  progress: (done: number) => void,
): Promise<void> {
  const done = new Map<HistoryService, number>();
  const took = (service: HistoryService, count: number): void => {
    done.set(service, count);
    progress([...done.values()].reduce((sum, each) => sum + each, 0));
  };
  const importers = new Map(SERVICES.map((service) => [service, new Importer(layout, service, took)]));
  const ended = Promise.all([...importers.values()].map((importer) => importer.ended));
  try {
    await Promise.race([ended, tell(plan, importers)]);
    for (const importer of importers.values()) importer.finish();
    await ended;
  } finally {
    for (const importer of importers.values()) importer.kill();
  }
}

async function tell(plan: HistoryPlan, importers: ReadonlyMap<HistoryService, Importer>): Promise<void> {
  for (const { to, record } of tellHistory(plan)) await importers.get(to)?.take(record);
}

class Importer {
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;

  constructor(layout: Layout, service: HistoryService, took: (service: HistoryService, count: number) => void) {
    const env = serviceEnvironment(layout, service);
    this.child = spawn(process.execPath, [programOf(service), 'import'], { env, stdio: 'pipe' });
    let said = '';
    this.child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    // A service that ends early says why on its error output; the broken pipe adds nothing.
    this.child.stdin?.on('error', () => undefined);
    if (this.child.stdout) {
      createInterface(this.child.stdout).on('line', (line) => {
        const count = /^\{"done":(\d+)\}$/.exec(line)?.[1];
        if (count) took(service, Number(count));
      });
    }
    this.ended = once(this.child, 'close').then(([code]) => {
      if (code !== 0) throw new StackError(`${service} could not take its part of the history:\n${said.trim()}`);
    });
  }

  /** Hands over one record, at the pace of the service. */
  async take(record: object): Promise<void> {
    const { stdin } = this.child;
    if (!stdin || stdin.write(`${JSON.stringify(record)}\n`)) return;
    await Promise.race([once(stdin, 'drain'), this.ended]);
  }

  finish(): void {
    this.child.stdin?.end();
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}
