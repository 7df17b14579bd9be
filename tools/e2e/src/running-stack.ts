import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JWK, SignJWT, importJWK } from 'jose';
import { Client } from 'pg';
import { eventually } from '@charter/testkit';
import { freePort } from './free-port';

export type Person = 'citizen' | 'otherCitizen' | 'officer' | 'otherOfficer' | 'manager' | 'auditor' | 'admin';

interface Description {
  readonly endpoint: string;
  readonly playground: string;
  readonly charter: string;
  readonly mail: string;
  readonly database: string;
  readonly tokens: Readonly<Record<Person, string>>;
  /** A process that waits for its next start has no pid. */
  readonly processes: Readonly<Record<string, { role: string; pid: number | null; url: string }>>;
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
  /** How often it came under this Message-ID. */
  readonly copies: number;
}

export const REPOSITORY = join(__dirname, '../../..');
const START_LIMIT_MS = 150_000;
/** Each stage of the stack has 10 s of grace. */
const STOP_LIMIT_MS = 60_000;
/** In the home of a stack: what it said. */
const LOG = 'said.log';

/** What a user sets to move the stack: it is this test's to set. */
const SETTINGS = ['REDIS_URL', 'DATABASE_URL', 'CHARTER_HOME', 'CHARTER_PORT', 'CHARTER_LOGS'];

/** The environment of a command of the stack, with nothing of the shell's own settings. */
export const environment = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name))),
  NODE_ENV: 'development',
  LOG_LEVEL: 'warn',
  ...variables,
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A whole stack, started as a user starts it, in a home of its own. */
export class RunningStack {
  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
    /** What another command of the stack needs to find this one. */
    readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** @param variables further environment, such as REDIS_URL. @throws with the stack's last words when it does not come up */
  static async start(variables: Readonly<Record<string, string>> = {}): Promise<RunningStack> {
    const home = mkdtempSync(join(tmpdir(), 'charter-e2e-'));
    const env = environment({ CHARTER_HOME: home, CHARTER_PORT: String(await freePort()), ...variables });
    const child = spawn(process.execPath, ['tools/stack/bin/start.mjs'], {
      cwd: REPOSITORY,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const log = createWriteStream(join(home, LOG));
    for (const stream of [child.stdout, child.stderr]) {
      stream!.pipe(log, { end: false });
      stream!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    }
    child.once('exit', () => log.end());
    const stack = new RunningStack(child, home, env);
    const until = Date.now() + START_LIMIT_MS;
    while (!existsSync(join(home, 'stack.json'))) {
      if (stack.ended || Date.now() > until) {
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
  ask<T>(who: Person | undefined, query: string, variables: object = {}): Promise<Answer<T>> {
    return this.askWith<T>(who && this.description.tokens[who], query, variables);
  }

  /** The same with a token of its own. */
  askWith<T>(token: string | undefined, query: string, variables: object = {}): Promise<Answer<T>> {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    return this.post<T>(this.description.endpoint, { query, variables }, headers);
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

  /** Rows of a service's database, past all access rules: to count what is there, and to let the time of a date pass. */
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

  /** Every line that its processes have written until now. */
  get log(): string {
    return readFileSync(join(this.home, LOG), 'utf8');
  }

  /** A figure of a process's metrics. */
  async metric(name: string, metric: string): Promise<number> {
    const text = await (await fetch(`${this.description.processes[name]!.url}/metrics`)).text();
    return Number(new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  }

  /** What the mail server received. @param to somebody's address; without it everybody's */
  async mails(to?: string): Promise<Mail[]> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    return (await (await fetch(`${this.description.mail}/messages${query}`)).json()) as Mail[];
  }

  /** Sends a signal to one of the stack's processes, and waits for one that is just being started again. */
  async signal(name: string, signal: NodeJS.Signals): Promise<void> {
    const pid = await eventually(
      async () => this.description.processes[name]!.pid,
      (found) => found !== null,
    );
    process.kill(pid!, signal);
  }

  /**
   * A token like the development issuer's own, with these claims.
   * @param expiresIn seconds from now; may lie in the past
   * @param department the code of the department that an officer or a head works for
   */
  async token(subject: string, roles: readonly string[], expiresIn: number, department?: string): Promise<string> {
    const { identity } = this.description.processes;
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ roles, ...(department && { department }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'issuer', typ: 'JWT' })
      .setSubject(subject)
      .setIssuer(identity!.url)
      .setAudience('charter')
      .setIssuedAt(now + expiresIn - 3_600)
      .setExpirationTime(now + expiresIn)
      .sign(await importJWK(this.signer('issuer'), 'EdDSA'));
  }

  /** The private key of who signs under this name, as the stack keeps it. */
  signer(name: string): JWK {
    const { signing } = JSON.parse(readFileSync(join(this.home, 'secrets.json'), 'utf8')) as {
      signing: Record<string, JWK>;
    };
    return { ...signing[name], kid: name };
  }

  /** The process id of PostgreSQL itself, whose keeper is what the description names. */
  get postmaster(): number {
    return Number.parseInt(readFileSync(this.pidFile, 'utf8'), 10);
  }

  /** Stops everything. @throws when a process is left behind, which is ended all the same */
  async stop(): Promise<void> {
    const pids = this.pids();
    if (!this.ended) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      const limit = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    }
    const left = pids.filter(isAlive);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`The stack left ${left.length} processes behind.`);
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private pids(): number[] {
    const marks = join(this.home, 'processes.json');
    if (!existsSync(marks)) return []; // it never came so far
    const processes = (JSON.parse(readFileSync(marks, 'utf8')) as { pid: number }[]).map(({ pid }) => pid);
    return existsSync(this.pidFile) ? [...processes, this.postmaster] : processes;
  }

  private get pidFile(): string {
    return join(this.home, 'postgres/postmaster.pid');
  }
}
