import type { IQueueBackend, Queue } from 'bullmq';
import type { Log } from './log';

/** A job to put into a queue. The same id twice is one job for as long as the queue holds it. */
export interface QueueJob {
  /** Neither a number nor with a colon: BullMQ refuses both. */
  readonly id: string;
  readonly data: unknown;
}

/** What a handler says about a job that it could not finish: come again after so many milliseconds. Nothing means finished. */
export interface ComeAgain {
  readonly retryAfterMs: number;
}

export type JobHandler = (job: QueueJob) => Promise<ComeAgain | void>;

export interface ConsumeOptions {
  /** How many jobs at once in this process. */
  readonly concurrency: number;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** When the oldest waiting job was put in. */
  readonly oldestAt: Date | null;
}

/** A queue as BullMQ has it, on either of its stores. */
export type AnyQueue = Queue<unknown, void, string, unknown, void, string, IQueueBackend>;

export interface QueueConsumer {
  /** Lets what runs finish, at most `graceMs`, then lets go: another process takes what was not finished. */
  close(graceMs: number): Promise<void>;
}

/**
 * The queue decides who does the work and when to try again, and may lose everything at any moment.
 * Every call rejects within seconds when the queue is out of reach; none waits for ever.
 */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  add(queue: string, jobs: readonly QueueJob[]): Promise<void>;
  consume(queue: string, handler: JobHandler, options: ConsumeOptions): Promise<QueueConsumer>;
  /** Which of these jobs the queue still holds: waiting, delayed or being worked on. */
  held(queue: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  counts(queue: string): Promise<QueueCounts>;
  pause(queue: string): Promise<void>;
  resume(queue: string): Promise<void>;
  isPaused(queue: string): Promise<boolean>;
  /** BullMQ's own queue, for tools that look at one. It ends with this backend; what is done to it is done past this backend. */
  bullQueue(queue: string): AnyQueue;
  /** @throws when the queue is out of reach. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface QueueConfig {
  /** Hears about a queue that is out of reach; each trouble at most every five seconds. */
  readonly logger?: Log;
  /** Redis, when set; it wins over `databaseUrl`. */
  readonly redisUrl?: string;
  /** PostgreSQL database of the queue, otherwise. Its role owns the queue's schema: BullMQ creates and upgrades its tables itself. */
  readonly databaseUrl?: string;
  /** Name space of one platform: key prefix in Redis, schema in PostgreSQL. Default `charter_queue`. */
  readonly prefix?: string;
}
