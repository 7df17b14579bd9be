import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgementQueue, type ConsumerName, type ServiceName } from '@charter/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { acknowledgements, confirm } from './acknowledgement';
import { WAKE_CHANNEL } from './append-events';
import type { Log } from './log';
import { jobId, noteSent, takeDue, type DueDelivery, type Sending } from './outgoing';
import type { QueueBackend, QueueConsumer, QueueJob } from './queue-backend';
import { growing, within } from './time';
import { beginSpan } from './trace';
import { WakeListener } from './wake-listener';

const BATCH = 100;
const LONGEST_RESEND_MS = 6 * 3_600_000;

export interface RelayDependencies {
  readonly dataSource: DataSource;
  readonly service: ServiceName;
  readonly queues: QueueBackend;
  readonly logger: Log;
  /** First wait for a confirmation, in milliseconds; it doubles from one sending to the next. Default 30,000. */
  readonly resendAfterMs?: number;
  /** How often to look without being woken, in milliseconds. Default 2,000. */
  readonly pollMs?: number;
}

const envelope = (delivery: DueDelivery, traceparent: string | undefined) => ({
  id: delivery.eventId,
  type: delivery.type,
  producer: delivery.producer,
  occurredAt: delivery.occurredAt.toISOString(),
  payload: delivery.payload,
  ...(traceparent && { traceparent }),
});

/**
 * Moves events from a service's outbox into the consumers' queues until each consumer has confirmed. Any number of them may run
 * beside each other. What cannot be published stays due; what is lost on the way is sent again.
 */
export class Relay {
  private readonly resendAfterMs: number;
  private readonly pollMs: number;
  private readonly listener: WakeListener;
  private readonly stopping = new AbortController();
  private woken = new AbortController();
  private loop: Promise<void> | undefined;
  private hearing: QueueConsumer | undefined;

  constructor(private readonly deps: RelayDependencies) {
    this.resendAfterMs = deps.resendAfterMs ?? 30_000;
    this.pollMs = deps.pollMs ?? 2_000;
    this.listener = new WakeListener(deps.dataSource, WAKE_CHANNEL, () => this.woken.abort(), deps.logger);
  }

  /** Starts relaying and hearing acknowledgements. A queue or database that is away delays, and fails nothing. */
  async start(): Promise<void> {
    const { queues, service } = this.deps;
    this.listener.start();
    this.loop ??= this.run();
    this.hearing ??= await queues.consume(acknowledgementQueue(service), (job) => this.hear(job), {
      concurrency: 4,
    });
  }

  /** @param graceMs how long the batch under way may take to end, in milliseconds */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    this.woken.abort();
    await Promise.all([
      within(graceMs, this.loop ?? Promise.resolve()),
      this.hearing?.close(graceMs),
      this.listener.stop(),
    ]);
  }

  /**
   * Sends one batch of what is due.
   * @returns how many deliveries went into a queue
   * @throws when none could be published; all of them stay due
   */
  async runOnce(): Promise<number> {
    return (await this.pass()).sent;
  }

  private async run(): Promise<void> {
    const stopping = this.stopping.signal;
    while (!stopping.aborted) {
      this.woken = new AbortController();
      let pause = this.woken.signal;
      try {
        if ((await this.pass()).taken === BATCH) continue;
      } catch (error) {
        this.deps.logger.warn({ err: error }, 'The outbox could not be relayed; it stays due.');
        pause = stopping; // commits that go on waking must not turn an outage into a hot loop
      }
      if (!stopping.aborted) await sleep(this.pollMs, undefined, { signal: pause }).catch(() => undefined); // woken early
    }
  }

  /** Publishes inside the transaction that holds the rows: a crash in between sends the same generation, and so the same job, again. */
  private pass(): Promise<{ taken: number; sent: number }> {
    return this.deps.dataSource.transaction(async (tx: EntityManager) => {
      const due = await takeDue(tx, BATCH);
      const queues = [...new Set(due.map((delivery) => delivery.consumer))];
      const results = await Promise.allSettled(
        queues.map((queue) =>
          this.publish(
            queue,
            due.filter((delivery) => delivery.consumer === queue),
          ),
        ),
      );
      const failed = results.filter((result) => result.status === 'rejected');
      if (failed.length > 0 && failed.length === results.length) throw failed[0]?.reason;
      const sendings = results.flatMap((result, index) =>
        result.status === 'fulfilled' ? result.value : this.putOff(queues[index], due, result.reason),
      );
      if (sendings.length > 0) await noteSent(tx, sendings);
      return {
        taken: due.length,
        sent: sendings.filter(({ delivery, generation }) => generation > delivery.generation).length,
      };
    });
  }

  private async publish(queue: ConsumerName, due: readonly DueDelivery[]): Promise<Sending[]> {
    const sentBefore = due.filter((delivery) => delivery.generation > 0);
    const held = sentBefore.length
      ? await this.deps.queues.held(
          queue,
          sentBefore.map((delivery) => jobId(delivery, delivery.generation)),
        )
      : new Set<string>();
    const sendings = due.map((delivery) => {
      // A consumer that is behind is not helped by a second copy of what it has not come to yet.
      const waits = held.has(jobId(delivery, delivery.generation));
      const generation = waits ? delivery.generation : delivery.generation + 1;
      return { delivery, generation, nextSendInMs: growing(this.resendAfterMs, generation, LONGEST_RESEND_MS) };
    });
    const fresh = sendings.filter(({ delivery, generation }) => generation > delivery.generation);
    if (fresh.length > 0) await this.add(queue, fresh);
    return sendings;
  }

  private async add(queue: ConsumerName, sendings: readonly Sending[]): Promise<void> {
    const jobs = sendings.map(({ delivery, generation }) => {
      const { type, traceparent: from } = delivery;
      const span = beginSpan(`publish ${type}`, { kind: 'producer', from, attributes: { queue, generation } });
      return { id: jobId(delivery, generation), data: envelope(delivery, span.traceparent), span };
    });
    const end = (error?: unknown): void => jobs.forEach(({ span }) => span.end(error));
    try {
      await this.deps.queues.add(
        queue,
        jobs.map(({ id, data }) => ({ id, data })),
      );
      end();
    } catch (error) {
      end(error);
      throw error;
    }
  }

  /** One queue failed and others did not: it must neither take them down nor fill every batch. */
  private putOff(queue: ConsumerName | undefined, due: readonly DueDelivery[], reason: unknown): Sending[] {
    this.deps.logger.warn({ err: reason, queue }, 'A queue could not be reached; its events stay due.');
    return due
      .filter((delivery) => delivery.consumer === queue)
      .map((delivery) => ({
        delivery,
        generation: delivery.generation,
        nextSendInMs: growing(this.pollMs, 1, 60_000),
      }));
  }

  private async hear(job: QueueJob): Promise<void> {
    const heard = acknowledgements.safeParse(job.data);
    if (heard.success) await confirm(this.deps.dataSource, heard.data);
    else this.deps.logger.error({ job: job.id, err: heard.error }, 'An acknowledgement that is none was dropped.');
  }
}
