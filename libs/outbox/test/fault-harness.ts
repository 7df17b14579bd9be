import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTestDatabase, eventually, type TestDatabase } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { appendEvents, createQueueBackend, SteadyClient, type EventDraft, type QueueConfig } from '../src';
import type { Part } from './fault-process';
import { effectSchema, invited } from './outbox-database';

/** A queue that a test may empty. */
export interface FaultyQueue {
  readonly config: QueueConfig;
  empty(): Promise<void>;
  cutConnections(): Promise<void>;
  dispose(): Promise<void>;
}

export interface Tally {
  readonly events: number;
  readonly effects: number;
  readonly lost: number;
  readonly twice: number;
}

/** How many events wait when a fault strikes, and how many are being promised at that moment. */
export const BURST = 60;
const LATE = 20;

const CONSUMER = 'notices-inbox';

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

/**
 * One producer and one consumer with a database each, in processes that can be killed.
 * `path` is how events travel: through the outbox, or, as a control, straight to the queue after the commit.
 */
export class FaultHarness {
  private readonly processes = new Map<string, ChildProcess>();
  /** Processes that ended without being told to. */
  readonly crashed: string[] = [];
  /** Events whose transaction was reported as committed: what has been promised to somebody. */
  private readonly promised: string[] = [];

  private constructor(
    private readonly path: 'outbox' | 'bypass',
    private readonly queue: FaultyQueue,
    private readonly databases: readonly [TestDatabase, TestDatabase],
    readonly producer: DataSource,
    readonly consumer: DataSource,
    private readonly settings: Pick<Part, 'maxAttempts' | 'deadlyDepartment'>,
  ) {}

  static async start(
    path: 'outbox' | 'bypass',
    queue: FaultyQueue,
    settings: Pick<Part, 'maxAttempts' | 'deadlyDepartment'> = {},
  ): Promise<FaultHarness> {
    const [producer, consumer] = await Promise.all([
      createTestDatabase(effectSchema),
      createTestDatabase(effectSchema),
    ]);
    // Its own connections are cut too, and must not be what ends the test.
    const connect = ({ url }: TestDatabase) =>
      new DataSource({ type: 'postgres', url, extra: { Client: SteadyClient } }).initialize();
    const sources = await Promise.all([connect(producer), connect(consumer)]);
    const harness = new FaultHarness(path, queue, [producer, consumer], ...sources, settings);
    await Promise.all([
      path === 'outbox' ? harness.run('relay') : undefined,
      harness.run('worker-1'),
      harness.run('worker-2'),
    ]);
    return harness;
  }

  /** Starts a process, or starts it again. */
  async run(name: 'relay' | 'worker-1' | 'worker-2'): Promise<void> {
    const role = name === 'relay' ? 'relay' : this.path === 'outbox' ? 'host' : 'bypass';
    const databaseUrl = this.databases[name === 'relay' ? 0 : 1].url;
    const part: Part = { role, databaseUrl, queue: this.queue.config, ...this.settings };
    const child = fork(join(__dirname, 'fault-process.ts'), [], {
      execArgv: ['-r', join(__dirname, '../../testkit/register-typescript.cjs')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.crashed.push(`${name}: ${code ?? signal}`);
    });
    this.processes.set(name, child);
    child.send(part);
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start.`))),
    ]);
  }

  /** kill -9, and the same process anew. */
  async kill(name: 'relay' | 'worker-1' | 'worker-2'): Promise<void> {
    const child = this.processes.get(name);
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await this.run(name);
  }

  /** Resolves when the process has died by itself. */
  async death(name: 'worker-1' | 'worker-2'): Promise<void> {
    const child = this.processes.get(name);
    if (child && child.signalCode === null) await once(child, 'exit');
  }

  /** Commits so many events, each in a transaction of its own, ten at a time. One that fails was promised to nobody. */
  async promise(count: number, draft: () => EventDraft = invited): Promise<void> {
    const straight = this.path === 'bypass' ? createQueueBackend(this.queue.config) : undefined;
    const drafts = Array.from({ length: count }, draft);
    const commit = async () => {
      for (let event = drafts.pop(); event; event = drafts.pop()) {
        const told = event;
        const [id] = await this.producer.transaction((tx) => appendEvents(tx, 'surveys', [told])).catch(() => []);
        if (!id) continue;
        this.promised.push(id);
        const data = { id, producer: 'surveys', occurredAt: new Date().toISOString(), ...told };
        await straight?.add(CONSUMER, [{ id: `evt-${id}-${CONSUMER}-1`, data }]).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: 10 }, commit));
    await straight?.close();
  }

  /**
   * Lets the fault happen when some events have had their effect, others are at work or wait, and more are being promised. The queue
   * is held until the burst is promised: whatever the machine is busy with, there is something left to lose.
   */
  async inTheMiddle(fault: () => Promise<unknown>): Promise<void> {
    const queues = createQueueBackend(this.queue.config);
    await queues.pause(CONSUMER);
    await this.promise(BURST);
    const { effects } = await this.tally();
    await queues.resume(CONSUMER);
    await queues.close();
    await eventually(
      () => this.tally(),
      (tally) => tally.effects >= effects + 10,
      30_000,
    );
    await Promise.all([this.promise(LATE), fault()]);
  }

  /** Waits until the queue has nothing left: what has had no effect by then never will, unless somebody sends it again. */
  async drained(): Promise<void> {
    const queues = createQueueBackend(this.queue.config);
    await eventually(
      () => queues.counts(CONSUMER),
      ({ waiting, active, delayed }) => waiting + active + delayed === 0,
      30_000,
    );
    await queues.close();
  }

  emptyQueue(): Promise<void> {
    return this.queue.empty();
  }

  /** What a restarted PostgreSQL does to everybody who was connected. */
  async cutDatabases(): Promise<void> {
    await Promise.all([this.producer.query(CUT), this.consumer.query(CUT), this.queue.cutConnections()]);
  }

  async tally(): Promise<Tally> {
    const told: { id: string }[] = await this.producer.query('SELECT id FROM outbox_event');
    const rows: { event_id: string; n: number }[] = await this.consumer.query(
      'SELECT event_id, count(*)::int AS n FROM effect GROUP BY event_id',
    );
    const times = new Map(rows.map(({ event_id, n }) => [event_id, n]));
    // Everything promised must be there, and so must what was committed without anybody hearing of it.
    const events = [...new Set([...told.map(({ id }) => id), ...this.promised])];
    return {
      events: events.length,
      effects: rows.reduce((sum, { n }) => sum + n, 0),
      lost: events.filter((id) => !times.has(id)).length,
      twice: rows.filter(({ n }) => n > 1).length,
    };
  }

  async stop(): Promise<void> {
    for (const child of this.processes.values()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await Promise.all([this.producer.destroy(), this.consumer.destroy()]);
    await Promise.all([...this.databases.map((database) => database.drop()), this.queue.dispose()]);
  }
}
