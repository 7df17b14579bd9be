import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export type Person = 'citizen' | 'otherCitizen' | 'officer' | 'otherOfficer' | 'manager' | 'auditor' | 'admin';

interface Description {
  readonly endpoint: string;
  readonly playground: string;
  readonly mail: string;
  readonly database: string;
  readonly tokens: Readonly<Record<Person, string>>;
  readonly processes: Readonly<Record<string, { role: string; pid: number; url: string }>>;
}

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string; service?: string };
  }[];
}

export interface Mail {
  readonly messageId: string;
  readonly to: readonly string[] | string;
  readonly text: string;
}

const REPOSITORY = join(__dirname, '../../..');
const START_LIMIT_MS = 150_000;
const STOP_LIMIT_MS = 20_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A whole stack, started as a user starts it, in a home of its own. */
export class RunningStack {
  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
  ) {}

  /** @param variables further environment, such as REDIS_URL. @throws with the stack's last words when it does not come up */
  static async start(variables: Readonly<Record<string, string>> = {}): Promise<RunningStack> {
    const home = mkdtempSync(join(tmpdir(), 'charter-e2e-'));
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      CHARTER_HOME: home,
      CHARTER_PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      ...variables,
    };
    const child = spawn(process.execPath, ['tools/stack/bin/start.mjs'], {
      cwd: REPOSITORY,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    const stack = new RunningStack(child, home);
    const until = Date.now() + START_LIMIT_MS;
    while (!existsSync(join(home, 'stack.json'))) {
      if (child.exitCode !== null || Date.now() > until) {
        await stack.stop();
        throw new Error(`The stack did not start:\n${said}`);
      }
      await sleep(250);
    }
    return stack;
  }

  /** Read anew each time: a process that was started again has another pid. */
  get description(): Description {
    return JSON.parse(readFileSync(join(this.home, 'stack.json'), 'utf8')) as Description;
  }

  /** One request to the public endpoint. */
  async ask<T>(who: Person | undefined, query: string, variables: object = {}): Promise<Answer<T>> {
    const { endpoint, tokens } = this.description;
    return this.post<T>(endpoint, { query, variables }, who && { authorization: `Bearer ${tokens[who]}` });
  }

  async post<T>(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return (await response.json()) as Answer<T>;
  }

  /** @returns the data. @throws with the endpoint's words when there is any error */
  async get<T>(who: Person | undefined, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(who, query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Rows of a service's database, past all access rules: only to count what is there. */
  async sql<T>(database: string, query: string, values: unknown[] = []): Promise<T[]> {
    const url = new URL(this.description.database);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.toString() });
    client.on('error', () => undefined); // PostgreSQL is restarted under it in some tests
    await client.connect();
    try {
      return (await client.query(query, values)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** A figure of a process's metrics. */
  async metric(name: string, metric: string): Promise<number> {
    const text = await (await fetch(`${this.description.processes[name]!.url}/metrics`)).text();
    return Number(new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  }

  async mails(): Promise<Mail[]> {
    return (await (await fetch(`${this.description.mail}/messages`)).json()) as Mail[];
  }

  /** Sends a signal to one of the stack's processes. */
  signal(name: string, signal: NodeJS.Signals): void {
    process.kill(this.description.processes[name]!.pid, signal);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      const limit = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}
