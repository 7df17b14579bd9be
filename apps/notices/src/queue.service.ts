import { z } from 'zod';
import type { DataSource } from 'typeorm';
import {
  CONSUMER_NAMES,
  type ConsumerName,
  SERVICES,
  type ServiceName,
  acknowledgementQueue,
  consumers,
} from '@charter/contracts';
import type { QueueBackend } from '@charter/outbox';
import { type Clock, type Cursors, type Person, type ServiceClient, ServiceUnavailable } from '@charter/service';
import { AdminActionEntity } from './store/notice.entity';

/** How a queue stands. */
export interface QueueFigures {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  readonly oldestAt: Date | null;
  /** Null when the service that keeps them does not answer. */
  readonly deadLetters: number | null;
}

const letterPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      eventId: z.string(),
      consumer: z.string(),
      type: z.string(),
      producer: z.string(),
      reason: z.string(),
      attempts: z.number(),
      diedAt: z.coerce.date(),
    }),
  ),
  next: z.string().nullable(),
});
type LetterPage = z.output<typeof letterPage>;

const counted = z.object({ count: z.number() });
const done = z.object({ done: z.number() });

export const QUEUES: readonly string[] = [...CONSUMER_NAMES, ...SERVICES.map(acknowledgementQueue)];
export const isConsumer = (name: string): name is ConsumerName => (CONSUMER_NAMES as string[]).includes(name);

/** The queue itself, Redis or PostgreSQL, is out of reach. */
export class QueueUnavailable extends Error {}

export interface QueueServiceParts {
  readonly queues: QueueBackend;
  readonly services: ServiceClient;
  readonly dataSource: DataSource;
  readonly cursors: Cursors;
  readonly clock: Clock;
}

/** The administrators' view of the queues of all services, and what they may do to them. */
export class QueueService {
  constructor(private readonly parts: QueueServiceParts) {}

  /** @throws {QueueUnavailable} */
  async list(requestId: string): Promise<QueueFigures[]> {
    await reached(this.parts.queues.ping()); // when it is away, one wait and not one for each queue
    return Promise.all(QUEUES.map((name) => this.one(name, requestId)));
  }

  /** @throws {QueueUnavailable} */
  async one(name: string, requestId: string): Promise<QueueFigures> {
    const { queues } = this.parts;
    const [counts, paused, deadLetters] = await Promise.all([
      reached(queues.counts(name)),
      reached(queues.isPaused(name)),
      isConsumer(name) ? this.countDead(name, requestId) : 0,
    ]);
    return { name, ...counts, paused, deadLetters };
  }

  /** @throws {ServiceUnavailable} and BAD_USER_INPUT for a cursor that is not this list's */
  async deadLetters(
    consumer: ConsumerName,
    { first, after }: { first: number; after?: string | null },
    requestId: string,
  ): Promise<LetterPage> {
    const { cursors } = this.parts;
    const list = `dead letters of ${consumer}`;
    const [position] = after ? cursors.decode(list, after) : [];
    const page = letterPage.parse(
      await this.ask(consumer, 'list', { consumer, first, after: position ?? null }, requestId),
    );
    return { ...page, next: page.next && cursors.encode(list, [page.next]) };
  }

  /** @returns how many are tried again. @throws {ServiceUnavailable} */
  retry(queue: ConsumerName, ids: readonly string[], by: Person): Promise<number> {
    return this.audited(by, 'retryDeadLetters', { queue, ids }, async () => {
      return done.parse(await this.ask(queue, 'retry', { ids, by: by.id }, by.requestId)).done;
    });
  }

  /** @returns how many are given up. @throws {ServiceUnavailable} */
  discard(queue: ConsumerName, ids: readonly string[], reason: string, by: Person): Promise<number> {
    return this.audited(by, 'discardDeadLetters', { queue, ids, reason }, async () => {
      return done.parse(await this.ask(queue, 'discard', { ids, by: by.id, reason }, by.requestId)).done;
    });
  }

  /** @throws {QueueUnavailable} */
  pause(queue: string, by: Person): Promise<void> {
    return this.audited(by, 'pauseQueue', { queue }, () => reached(this.parts.queues.pause(queue)));
  }

  /** @throws {QueueUnavailable} */
  resume(queue: string, by: Person): Promise<void> {
    return this.audited(by, 'resumeQueue', { queue }, () => reached(this.parts.queues.resume(queue)));
  }

  private async countDead(consumer: ConsumerName, requestId: string): Promise<number | null> {
    try {
      return counted.parse(await this.ask(consumer, 'count', { consumer }, requestId)).count;
    } catch (error) {
      if (error instanceof ServiceUnavailable) return null; // shown as unknown: the other figures still answer
      throw error;
    }
  }

  private ask(consumer: ConsumerName, what: string, question: object, requestId: string): Promise<unknown> {
    const owner: ServiceName = consumers[consumer].service;
    return this.parts.services.post(owner, `/internal/dead-letters/${what}`, question, requestId);
  }

  /** Nothing is done without its line, which is written first; a second line says when it could not be done. */
  private async audited<T>(by: Person, action: string, details: object, work: () => Promise<T>): Promise<T> {
    const { dataSource, clock } = this.parts;
    const write = (line: object) =>
      dataSource.manager.insert(AdminActionEntity, { personId: by.id, actedAt: clock.now(), action, details: line });
    await write(details);
    try {
      return await work();
    } catch (error) {
      await write({ ...details, failed: (error as Error).message });
      throw error;
    }
  }
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new QueueUnavailable('The queue is out of reach.', { cause });
  }
}
