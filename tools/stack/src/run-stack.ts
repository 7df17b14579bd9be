import { keepPorts } from './ports';
import { type DatabaseServer, ensureDatabases } from './databases';
import { type Home, lockHome, openHome } from './home';
import { migrateAll } from './migrate';
import { endProcesses } from './live-process';
import { writeJson } from './json-file';
import { prepareEmbedded } from './postgres/embedded';
import { clearLeftover } from './postgres/leftover';
import { loadSecrets } from './secrets';
import { demoTokens, StackFiles, type StackDescription, survivors } from './stack-file';
import type { Watcher } from './supervisor/supervised-process';
import { Supervisor } from './supervisor/supervisor';
import { type Layout, local, PORT_NAMES, stages } from './topology';

/** Milliseconds that a process has to finish what it is doing. */
export const GRACE_MS = 10_000;

export interface StackOptions {
  readonly home: Home;
  /** Where the public endpoint listens; chosen by the caller, who can say whether it is free. */
  readonly gatewayPort: number;
  /** Superuser URL of an existing server, instead of the embedded one. */
  readonly databaseUrl?: string;
  /** Before every database and role name on such a server. */
  readonly databasePrefix?: string;
  readonly redisUrl?: string;
  readonly inherited: Readonly<Record<string, string>>;
  readonly watcher: Pick<Watcher, 'line' | 'note'>;
  /** What is being done, for the person who waits. */
  readonly say: (step: string) => void;
}

/** A stack that is up. */
export interface RunningStack {
  readonly description: Omit<StackDescription, 'processes'>;
  readonly layout: Layout;
}

/** One stack, from its start to its stop. It holds what must be given back whatever happens on the way up. */
export class Stack {
  readonly supervisor: Supervisor;
  private readonly files: StackFiles;
  private readonly broken = new AbortController();
  private unlock?: () => Promise<void>;

  constructor(private readonly options: StackOptions) {
    const { home, watcher } = options;
    this.files = new StackFiles(home);
    this.supervisor = new Supervisor({
      line: (name, line) => watcher.line(name, line),
      note: (name, note) => watcher.note(name, note),
      changed: () => {
        this.files.changed(this.supervisor.processes).catch((error: Error) => watcher.note('stack', error.message));
      },
    });
  }

  /** Brings everything up and waits until every process does its work. @throws {StackError} with a sentence when it cannot */
  async start(): Promise<RunningStack> {
    const { home, gatewayPort, redisUrl, inherited, say } = this.options;
    await openHome(home);
    this.unlock = await lockHome(home);
    await this.files.withdraw();
    await endProcesses(await survivors(home), GRACE_MS);
    const secrets = await loadSecrets(home.secrets);
    const server = await this.databaseServer(secrets.postgres);
    const ports = await keepPorts(home.ports, PORT_NAMES);
    const tokens = await demoTokens(secrets, local(ports['identity']), new Date());
    await writeJson(home.tokens, { tokens });
    const databases = await ensureDatabases(server, secrets, !redisUrl);
    const layout: Layout = { home, gatewayPort, ports, secrets, databases, redisUrl, inherited };
    say('Bringing the tables up to date …');
    await migrateAll(layout, this.broken.signal);
    say('Starting the services …');
    for (const stage of stages(layout)) await this.supervisor.start(stage);
    const description = {
      pid: process.pid,
      endpoint: `${local(gatewayPort)}/graphql`,
      playground: `${local(gatewayPort)}/playground`,
      charter: `${local(gatewayPort)}/charter`,
      mail: local(ports['mail']),
      database: server.url,
      tokens,
    };
    return { description, layout };
  }

  /** Lets other programs know, by stack.json. */
  announce({ description }: RunningStack): Promise<void> {
    return this.files.announce(description, this.supervisor.processes);
  }

  /** Stops everything, gives the home back. Safe at any moment, and more than once. */
  async stop(): Promise<void> {
    this.broken.abort();
    if (this.unlock) await this.files.withdraw();
    await this.supervisor.stop(GRACE_MS);
    if (!this.unlock) return;
    await this.files.changed(this.supervisor.processes);
    await this.unlock();
    this.unlock = undefined;
  }

  private async databaseServer(password: string): Promise<DatabaseServer> {
    const { home, databaseUrl, databasePrefix, inherited, say } = this.options;
    const prefix = databasePrefix ?? '';
    if (databaseUrl) return { url: databaseUrl, prefix };
    say('Starting PostgreSQL …');
    await clearLeftover(home.postgres);
    const { postgres = 0 } = await keepPorts(home.ports, ['postgres']);
    const embedded = await prepareEmbedded(home.postgres, postgres, password);
    await this.supervisor.start([{ ...embedded.process, env: inherited }]);
    return { url: embedded.url, prefix };
  }
}
