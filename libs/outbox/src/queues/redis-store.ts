import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import Redis from 'ioredis';
import { within } from '../time';
import type { AnyQueue } from '../queue-backend';
import type { BullStore } from './bull-backend';
import type { AnyWorker, WorkerMaker } from './bull-consumer';
import type { Trouble } from './trouble';

const REACH_MS = 2_000;
const shared = {
  connectTimeout: REACH_MS,
  disconnectTimeout: 200,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(times * 200, 2_000),
};

/**
 * BullMQ on Redis. Producers fail fast instead of queueing commands in memory while Redis is away. The hash tag keeps the keys of
 * one queue on one node of a cluster, as BullMQ's scripts need, and different queues on different nodes.
 */
export class RedisStore implements BullStore {
  readonly kind = 'redis';
  private readonly producer: Redis;
  private reaching: Promise<boolean> | undefined;

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    trouble: Trouble,
  ) {
    this.producer = new Redis(url, {
      ...shared,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 3_000,
    });
    this.producer.on('error', trouble.report);
  }

  readonly makeQueue = (name: string): AnyQueue =>
    new Queue(name, {
      connection: this.producer,
      prefix: this.tagged(name),
      // Both would put I/O whose failure is remembered for good in front of the first command.
      skipWaitingForReady: true,
      skipVersionCheck: true,
      streams: { events: { maxLen: 100 } },
    }) as unknown as AnyQueue;

  readonly makeWorker: WorkerMaker = (name, processor, options) =>
    new Worker(name, processor, {
      ...options,
      connection: { ...shared, url: this.url, maxRetriesPerRequest: null },
      prefix: this.tagged(name),
    }) as unknown as AnyWorker;

  async attempt<T>(operation: () => Promise<T>): Promise<T> {
    await this.reach();
    return operation();
  }

  async ping(): Promise<void> {
    await this.reach();
    await this.producer.ping();
  }

  async close(): Promise<void> {
    this.producer.disconnect();
  }

  private async reach(): Promise<void> {
    if (this.producer.status === 'ready') return;
    // One wait for all who ask meanwhile.
    this.reaching ??= this.waitForReady().finally(() => (this.reaching = undefined));
    if (!(await this.reaching)) throw new Error('Redis is out of reach.');
  }

  private async waitForReady(): Promise<boolean> {
    const waiting = new AbortController();
    const ready = once(this.producer, 'ready', { signal: waiting.signal });
    try {
      return await within(REACH_MS, ready);
    } finally {
      ready.catch(() => undefined); // aborted here, when nobody waits any more
      waiting.abort();
    }
  }

  private tagged(queue: string): string {
    return `{${this.prefix}:${queue}}`;
  }
}
