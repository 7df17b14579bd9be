import { setTimeout as sleep } from 'node:timers/promises';
import { consumers, parseEvent, type ConsumerName, type EventEnvelope, type ServiceName } from '@charter/contracts';
import type { DataSource } from 'typeorm';
import { Acknowledger, isService, type Acknowledgement } from './acknowledgement';
import { nameUnreadable } from './envelope-key';
import { PermanentFailure, type EventHandler } from './event-handler';
import { failureReason } from './failure-reason';
import { beginAttempt, dueRetries, endSession, markDead, markDone, markFailed, takeForWork } from './inbox';
import type { Log } from './log';
import type { ComeAgain, QueueBackend, QueueConsumer, QueueJob } from './queue-backend';
import { growing, within } from './time';
import { traced } from './trace';

const LONGEST_BACKOFF_MS = 300_000;
const BUSY_MS = 1_000;
const RETRY_BATCH = 20;
const MORE_MS = 50;

export interface ConsumerHostDependencies {
  readonly dataSource: DataSource;
  readonly service: ServiceName;
  readonly queues: QueueBackend;
  readonly logger: Log;
  readonly handlers: readonly EventHandler[];
  /** Attempts before an event becomes a dead letter, crashes included. Default 8. */
  readonly maxAttempts?: number;
  /** First wait after a failure, in milliseconds; it doubles up to five minutes. Default 1,000. */
  readonly backoffMs?: number;
  /** Events at once, for each consumer. Default 5. */
  readonly concurrency?: number;
  /** How long one handler may take, in milliseconds. Default 60,000. */
  readonly handlerTimeoutMs?: number;
  /** How often to look for dead letters sent round again, in milliseconds. Default 2,000. */
  readonly retryPollMs?: number;
}

/**
 * Runs a service's consumers so that each event takes effect once, however often it is delivered and whatever crashes: the
 * handler's work and the inbox's DONE are one transaction, and the acknowledgement follows it.
 */
export class ConsumerHost {
  private readonly handlers: ReadonlyMap<ConsumerName, EventHandler>;
  private readonly acknowledger: Acknowledger;
  private readonly maxAttempts: number;
  private readonly backoffMs: number;
  private readonly handlerTimeoutMs: number;
  private readonly stopping = new AbortController();
  private running: QueueConsumer[] = [];
  private retries: Promise<void> | undefined;

  /** @throws when a handler is for a consumer of another service, or two are for one */
  constructor(private readonly deps: ConsumerHostDependencies) {
    this.handlers = new Map(deps.handlers.map((handler) => [handler.consumer, handler]));
    if (this.handlers.size < deps.handlers.length) throw new Error('Two handlers are for the same consumer.');
    for (const name of this.handlers.keys())
      if (consumers[name].service !== deps.service) throw new Error(`${name} is no consumer of ${deps.service}.`);
    this.acknowledger = new Acknowledger(deps.queues);
    this.maxAttempts = deps.maxAttempts ?? 8;
    this.backoffMs = deps.backoffMs ?? 1_000;
    this.handlerTimeoutMs = deps.handlerTimeoutMs ?? 60_000;
  }

  async start(): Promise<void> {
    const { queues, concurrency = 5 } = this.deps;
    this.running = await Promise.all(
      [...this.handlers.values()].map((handler) =>
        queues.consume(handler.consumer, (job) => this.receive(handler, job), { concurrency }),
      ),
    );
    this.retries = this.runRetries();
  }

  /** @param graceMs how long handlers at work may take to end, in milliseconds; what they do not end is delivered again */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    await Promise.all([
      ...this.running.map((consumer) => consumer.close(graceMs)),
      within(graceMs, this.retries ?? Promise.resolve()),
    ]);
  }

  private async receive(handler: EventHandler, job: QueueJob): Promise<ComeAgain | void> {
    const { consumer } = handler;
    let event: EventEnvelope;
    try {
      event = this.parse(consumer, job.data);
    } catch (error) {
      const name = nameUnreadable(job.id, job.data);
      const reason = failureReason(error);
      this.deps.logger.error({ consumer, job: job.id, reason }, 'A job that does not keep the contract.');
      const outcome = await markDead(this.deps.dataSource, {
        ...name,
        consumer,
        attempts: 0,
        reason,
        envelope: job.data,
      });
      return this.tell(name.producer, { eventId: name.eventId, consumer, outcome });
    }
    return this.attempt(handler, event, job.data);
  }

  private parse(consumer: ConsumerName, data: unknown): EventEnvelope {
    const event = parseEvent(data);
    if (!isService(event.producer)) throw new PermanentFailure(`No service has the name of its producer.`);
    if (!(consumers[consumer].events as readonly string[]).includes(event.type))
      throw new PermanentFailure(`${event.type} is not for ${consumer}.`);
    return event;
  }

  private async attempt(handler: EventHandler, event: EventEnvelope, data: unknown): Promise<ComeAgain | void> {
    const { consumer } = handler;
    const begun = await beginAttempt(this.deps.dataSource, event, consumer, this.maxAttempts);
    if (begun.state === 'later') return { retryAfterMs: Math.ceil(begun.waitMs) };
    if (begun.state === 'settled') return this.settled(event, consumer, begun.status === 'DONE' ? 'DONE' : 'DEAD');
    const { attempts } = begun;
    if (begun.state === 'exhausted')
      return this.bury(event, consumer, attempts, 'Each attempt ended with the process that made it.', data);
    try {
      const is = {
        kind: 'consumer',
        from: event.traceparent ?? null,
        attributes: { type: event.type, attempts },
      } as const;
      if (!(await traced(`handle ${consumer}`, is, () => this.work(handler, event)))) return { retryAfterMs: BUSY_MS };
    } catch (error) {
      return this.failed(event, consumer, attempts, error, data);
    }
    return this.settled(event, consumer, 'DONE');
  }

  private work(handler: EventHandler, event: EventEnvelope): Promise<boolean> {
    const key = { eventId: event.id, consumer: handler.consumer };
    return this.deps.dataSource.transaction(async (tx) => {
      const pid = await takeForWork(tx, key);
      if (pid === undefined) return false;
      if (!(await within(this.handlerTimeoutMs, handler.handle(tx, event)))) {
        await endSession(this.deps.dataSource, pid);
        throw new Error(`The handler took longer than ${this.handlerTimeoutMs} ms.`);
      }
      await markDone(tx, key);
      return true;
    });
  }

  private async failed(
    event: EventEnvelope,
    consumer: ConsumerName,
    attempts: number,
    error: unknown,
    data: unknown,
  ): Promise<ComeAgain | void> {
    const reason = failureReason(error);
    if (error instanceof PermanentFailure || attempts >= this.maxAttempts)
      return this.bury(event, consumer, attempts, reason, data);
    const retryAfterMs = growing(this.backoffMs, attempts, LONGEST_BACKOFF_MS);
    const { id: eventId, type } = event;
    this.deps.logger.warn({ consumer, eventId, type, attempts, retryAfterMs, reason }, 'An event will be tried again.');
    await markFailed(this.deps.dataSource, { eventId, consumer }, reason, retryAfterMs);
    return { retryAfterMs };
  }

  private async bury(
    event: EventEnvelope,
    consumer: ConsumerName,
    attempts: number,
    reason: string,
    envelope: unknown,
  ) {
    const { id: eventId, type, producer } = event;
    const death = { eventId, consumer, type, producer, attempts, reason, envelope };
    const outcome = await markDead(this.deps.dataSource, death);
    if (outcome === 'DEAD') this.deps.logger.error({ consumer, eventId, type, attempts, reason }, 'A dead letter.');
    await this.settled(event, consumer, outcome);
  }

  private settled(event: EventEnvelope, consumer: ConsumerName, outcome: 'DONE' | 'DEAD'): Promise<void> {
    return this.tell(event.producer, { eventId: event.id, consumer, outcome });
  }

  /** A failure here leaves the job in the queue: it comes again, finds the event settled, and only tells once more. */
  private async tell(producer: string, answer: Acknowledgement): Promise<void> {
    if (isService(producer)) await this.acknowledger.tell(producer, answer);
  }

  /** A dead letter's producer has been told; no queue brings it again. Whoever keeps it brings it. */
  private async runRetries(): Promise<void> {
    const { signal } = this.stopping;
    const { retryPollMs = 2_000 } = this.deps;
    while (!signal.aborted) {
      let pauseMs = retryPollMs;
      try {
        if ((await this.retryOnce(signal)) === RETRY_BATCH) pauseMs = MORE_MS;
      } catch (error) {
        this.deps.logger.warn({ err: error }, 'Dead letters could not be tried again; they stay due.');
      }
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }

  private async retryOnce(signal: AbortSignal): Promise<number> {
    const due = await dueRetries(this.deps.dataSource, [...this.handlers.keys()], RETRY_BATCH);
    for (const { eventId, consumer, envelope } of due) {
      const handler = this.handlers.get(consumer);
      if (handler && !signal.aborted)
        await this.receive(handler, { id: `evt-${eventId}-`, data: JSON.parse(envelope) });
    }
    return due.length;
  }
}
