import { z } from 'zod';
import {
  CONSUMER_NAMES,
  type ConsumerName,
  DEAD_LETTER_PATHS,
  type DeadLetter,
  type DeadLetterPage,
  QUEUE_FIGURES_PATH,
  SERVICES,
  type ServiceName,
  acknowledgementQueue,
  consumers,
  deadLetter,
  deadLetterPage,
  queueFigures,
} from '@charter/contracts';
import type { QueueBackend } from '@charter/outbox';
import { type Clock, type Cursors, type Person, type ServiceClient, ServiceUnavailable } from '@charter/service';
import { type Attention, attentionTo } from './domain/queue-attention';
import { type Flow, type Told, flowOf } from './domain/queue-flow';
import type { Settings } from './domain/setting';
import type { SettingService } from './setting.service';
import type { AdminActionStore } from './store/admin-action.store';

/** How a queue stands. */
export interface QueueStanding extends Flow {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  readonly oldestAt: Date | null;
  readonly attention: readonly Attention[];
}

const oneLetter = z.object({ letter: deadLetter.nullable() });
const done = z.object({ done: z.number() });

export const QUEUES: readonly string[] = [...CONSUMER_NAMES, ...SERVICES.map(acknowledgementQueue)];
export const isConsumer = (name: string): name is ConsumerName => (CONSUMER_NAMES as string[]).includes(name);

/** The queue itself, Redis or PostgreSQL, is out of reach. */
export class QueueUnavailable extends Error {}

export interface QueueServiceParts {
  readonly queues: QueueBackend;
  readonly services: Pick<ServiceClient, 'post'>;
  readonly actions: AdminActionStore;
  readonly settings: SettingService;
  readonly cursors: Cursors;
  readonly clock: Clock;
}

/** The administrators' view of the queues of all services, and what they may do to them. */
export class QueueService {
  constructor(private readonly parts: QueueServiceParts) {}

  /** @throws {QueueUnavailable} */
  async list(requestId: string): Promise<QueueStanding[]> {
    await reached(this.parts.queues.ping()); // when it is away, one wait and not one for each queue
    const [told, settings] = await Promise.all([this.askAll(requestId), this.parts.settings.values()]);
    return Promise.all(QUEUES.map((name) => this.standing(name, told, settings)));
  }

  /** @throws {QueueUnavailable} */
  async one(name: string, requestId: string): Promise<QueueStanding> {
    return this.standing(name, await this.askAll(requestId), await this.parts.settings.values());
  }

  /** @throws {ServiceUnavailable} and BAD_USER_INPUT for a cursor that is not this list's */
  async deadLetters(
    consumer: ConsumerName,
    { first, after }: { first: number; after?: string | null },
    requestId: string,
  ): Promise<DeadLetterPage> {
    const { cursors } = this.parts;
    const list = `dead letters of ${consumer}`;
    const [position] = after ? cursors.decode(list, after) : [];
    const page = deadLetterPage.parse(
      await this.ask(consumer, 'list', { consumer, first, after: position ?? null }, requestId),
    );
    return { ...page, next: page.next && cursors.encode(list, [page.next]) };
  }

  /** Also when it is no dead letter any more. @throws {ServiceUnavailable} */
  async deadLetter(consumer: ConsumerName, id: string, requestId: string): Promise<DeadLetter | null> {
    return oneLetter.parse(await this.ask(consumer, 'one', { id }, requestId)).letter;
  }

  /** @returns how many are tried again. @throws {ServiceUnavailable} */
  retry(queue: ConsumerName, ids: readonly string[], by: Person): Promise<number> {
    return this.parts.actions.around(by, 'retryDeadLetters', { queue, ids }, async () => {
      return done.parse(await this.ask(queue, 'retry', { ids, by: by.id }, by.requestId)).done;
    });
  }

  /** @returns how many are given up. @throws {ServiceUnavailable} */
  discard(queue: ConsumerName, ids: readonly string[], reason: string, by: Person): Promise<number> {
    return this.parts.actions.around(by, 'discardDeadLetters', { queue, ids, reason }, async () => {
      return done.parse(await this.ask(queue, 'discard', { ids, by: by.id, reason }, by.requestId)).done;
    });
  }

  /** @throws {QueueUnavailable} */
  pause(queue: string, by: Person): Promise<void> {
    const { actions, queues } = this.parts;
    return actions.around(by, 'pauseQueue', { queue }, () => reached(queues.pause(queue)));
  }

  /** @throws {QueueUnavailable} */
  resume(queue: string, by: Person): Promise<void> {
    const { actions, queues } = this.parts;
    return actions.around(by, 'resumeQueue', { queue }, () => reached(queues.resume(queue)));
  }

  private async standing(name: string, told: readonly Told[], settings: Settings): Promise<QueueStanding> {
    const { queues, clock } = this.parts;
    const [counts, paused] = await Promise.all([reached(queues.counts(name)), reached(queues.isPaused(name))]);
    const flow = flowOf(name, isConsumer(name) ? consumers[name].service : undefined, told);
    const attention = attentionTo({ ...flow, paused }, settings, clock.now());
    return { name, ...counts, paused, ...flow, attention };
  }

  /** Each service once. One that does not answer is shown as silent: the other figures still answer. */
  private askAll(requestId: string): Promise<Told[]> {
    return Promise.all(
      SERVICES.map(async (service) => {
        try {
          const answer = await this.parts.services.post(service, QUEUE_FIGURES_PATH, {}, requestId);
          return { service, figures: queueFigures.parse(answer) };
        } catch (error) {
          if (error instanceof ServiceUnavailable) return { service, figures: null };
          throw error;
        }
      }),
    );
  }

  private ask(
    consumer: ConsumerName,
    what: keyof typeof DEAD_LETTER_PATHS,
    question: object,
    requestId: string,
  ): Promise<unknown> {
    const owner: ServiceName = consumers[consumer].service;
    return this.parts.services.post(owner, DEAD_LETTER_PATHS[what], question, requestId);
  }
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new QueueUnavailable('The queue is out of reach.', { cause });
  }
}
