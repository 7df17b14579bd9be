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
import { type Clock, type Person, type ServiceClient, ServiceUnavailable } from '@charter/service';
import { AdminActionEntity } from './store/notice.entity';

/** How a queue stands. Figures of a neighbour that does not answer are null. */
export interface QueueFigures {
  readonly name: string;
  readonly consumer: boolean;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  readonly oldestAt: Date | null;
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
export type LetterPage = z.output<typeof letterPage>;

const counted = z.object({ count: z.number() });
const done = z.object({ done: z.number() });

export const QUEUES: readonly string[] = [...CONSUMER_NAMES, ...SERVICES.map(acknowledgementQueue)];
export const isConsumer = (name: string): name is ConsumerName => (CONSUMER_NAMES as string[]).includes(name);

/** The administrators' view of the queues of all services, and what they may do to them. */
export class QueueService {
  constructor(
    private readonly queues: QueueBackend,
    private readonly services: ServiceClient,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(requestId: string): Promise<QueueFigures[]> {
    const owners = [...new Set(CONSUMER_NAMES.map((name) => consumers[name].service))];
    const dead = new Map(
      await Promise.all(owners.map(async (owner) => [owner, await this.deadLettersOf(owner, requestId)] as const)),
    );
    return Promise.all(
      QUEUES.map(async (name) => {
        const [counts, paused] = await Promise.all([this.queues.counts(name), this.queues.isPaused(name)]);
        return {
          name,
          consumer: isConsumer(name),
          ...counts,
          paused,
          deadLetters: isConsumer(name) ? (dead.get(consumers[name].service) ?? null) : 0,
        };
      }),
    );
  }

  async deadLetters(
    queue: ConsumerName,
    page: { first: number; after?: string | null },
    requestId: string,
  ): Promise<LetterPage> {
    return letterPage.parse(
      await this.services.post(
        consumers[queue].service,
        '/internal/dead-letters/list',
        { consumer: queue, ...page },
        requestId,
      ),
    );
  }

  /** @returns how many are tried again */
  async retry(queue: ConsumerName, ids: readonly string[], by: Person): Promise<number> {
    await this.audit(by, 'retryDeadLetters', { queue, ids });
    return done.parse(
      await this.services.post(consumers[queue].service, '/internal/dead-letters/retry', { ids }, by.requestId),
    ).done;
  }

  /** @returns how many are given up */
  async discard(queue: ConsumerName, ids: readonly string[], reason: string, by: Person): Promise<number> {
    await this.audit(by, 'discardDeadLetters', { queue, ids, reason });
    return done.parse(
      await this.services.post(
        consumers[queue].service,
        '/internal/dead-letters/discard',
        { ids, by: by.id, reason },
        by.requestId,
      ),
    ).done;
  }

  async pause(queue: string, by: Person): Promise<void> {
    await this.audit(by, 'pauseQueue', { queue });
    await this.queues.pause(queue);
  }

  async resume(queue: string, by: Person): Promise<void> {
    await this.audit(by, 'resumeQueue', { queue });
    await this.queues.resume(queue);
  }

  private async deadLettersOf(owner: ServiceName, requestId: string): Promise<number | null> {
    try {
      return counted.parse(await this.services.post(owner, '/internal/dead-letters/count', {}, requestId)).count;
    } catch (error) {
      if (error instanceof ServiceUnavailable) return null; // shown as unknown: the other queues still answer
      throw error;
    }
  }

  private async audit(by: Person, action: string, details: object): Promise<void> {
    await this.dataSource.manager.insert(AdminActionEntity, {
      personId: by.id,
      actedAt: this.clock.now(),
      action,
      details,
    });
  }
}
