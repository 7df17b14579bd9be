import type { JobType } from 'bullmq';
import type {
  AnyQueue,
  ConsumeOptions,
  JobHandler,
  QueueBackend,
  QueueConsumer,
  QueueCounts,
  QueueJob,
} from '../queue-backend';
import { limited, within } from '../time';
import { BullConsumer, type WorkerMaker } from './bull-consumer';
import type { Trouble } from './trouble';

const OPERATION_MS = 4_000;
/** A finished id must be free again; of failed jobs, which the outbox sends anew, a day's worth is kept to look at. */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } } as const;
/** On PostgreSQL, waiting jobs of a paused queue are counted under this name, which BullMQ's types leave out. */
const PAUSED = 'paused' as JobType;

/** What the two stores of BullMQ differ in. */
export interface BullStore {
  readonly kind: QueueBackend['kind'];
  readonly makeQueue: (name: string) => AnyQueue;
  readonly makeWorker: WorkerMaker;
  /** Runs a producer's operation: rejects at once when the store is away, heals what can be healed. */
  attempt<T>(operation: () => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The one QueueBackend, on either of BullMQ's stores. */
export class BullBackend implements QueueBackend {
  private readonly queues = new Map<string, AnyQueue>();
  private readonly consumers = new Set<BullConsumer>();

  constructor(
    private readonly store: BullStore,
    private readonly trouble: Trouble,
  ) {}

  get kind(): QueueBackend['kind'] {
    return this.store.kind;
  }

  async add(queue: string, jobs: readonly QueueJob[]): Promise<void> {
    const bulk = jobs.map(({ id, data }) => ({ name: 'deliver', data, opts: { ...JOB_OPTIONS, jobId: id } }));
    await this.run(queue, 'Adding jobs', (bull) => bull.addBulk(bulk));
  }

  async consume(queue: string, handler: JobHandler, options: ConsumeOptions): Promise<QueueConsumer> {
    const consumer = new BullConsumer(queue, handler, options, this.store.makeWorker, this.trouble);
    this.consumers.add(consumer);
    await consumer.start();
    return {
      close: async (graceMs) => {
        this.consumers.delete(consumer);
        await consumer.close(graceMs);
      },
    };
  }

  async held(queue: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    // Not by state: in Redis that is a walk along the waiting list, for each id.
    const jobs = await this.run(queue, 'Looking for jobs', (bull) => Promise.all(ids.map((id) => bull.getJob(id))));
    return new Set(ids.filter((_id, index) => jobs[index] && !jobs[index].finishedOn));
  }

  counts(queue: string): Promise<QueueCounts> {
    return this.run(queue, 'Counting jobs', async (bull) => {
      const counts = await bull.getJobCounts('waiting', PAUSED, 'active', 'delayed', 'failed');
      const waiting = (counts.waiting ?? 0) + (counts[PAUSED] ?? 0);
      // Newest first on both stores; asked for the other way round, PostgreSQL would still count from the newest.
      const [oldest] = waiting > 0 ? await bull.getJobs(['waiting'], waiting - 1, waiting - 1) : [];
      return {
        waiting,
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
        oldestAt: oldest ? new Date(oldest.timestamp) : null,
      };
    });
  }

  async pause(queue: string): Promise<void> {
    await this.run(queue, 'Pausing', (bull) => bull.pause());
  }

  async resume(queue: string): Promise<void> {
    await this.run(queue, 'Resuming', (bull) => bull.resume());
  }

  isPaused(queue: string): Promise<boolean> {
    return this.run(queue, 'Asking for the pause', (bull) => bull.isPaused());
  }

  ping(): Promise<void> {
    return limited(OPERATION_MS, 'Reaching the queue', this.store.ping());
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.close(1_000)));
    const ends = await Promise.allSettled([...this.queues.values()].map((queue) => within(1_000, queue.close())));
    ends.push(...(await Promise.allSettled([within(2_000, this.store.close())])));
    for (const end of ends) if (end.status === 'rejected') this.trouble.report(end.reason);
  }

  private run<T>(name: string, what: string, operation: (queue: AnyQueue) => Promise<T>): Promise<T> {
    const work = this.store.attempt(() => operation(this.bullQueue(name)));
    return limited(OPERATION_MS, `${what} (${name})`, work);
  }

  bullQueue(name: string): AnyQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = this.store.makeQueue(name);
    queue.on('error', (error) => this.trouble.report(error, name));
    this.queues.set(name, queue);
    return queue;
  }
}
