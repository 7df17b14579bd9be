import type { ConsumerName, EventPayload, EventType } from '@charter/contracts';
import { ConsumerHost, DeadLetters, createQueueBackend } from '@charter/outbox';
import { createEmptyDatabase, eventually } from '@charter/testkit';
import type { RequestContext } from '../src';
import type { TestService } from './test-service';

/** A service's consumers at work on a real queue, impatient. */
export interface Consuming {
  /** An event of another service, as its relay sends it. The same event may be sent again with another `generation`. */
  send<E extends EventType>(
    consumer: ConsumerName,
    event: { id: string; type: E; producer: string; payload: EventPayload<E> },
    generation?: number,
  ): Promise<void>;
  /** Waits until an event is settled. @returns how, after how many attempts */
  settled(eventId: string): Promise<{ status: string; attempts: number }>;
  readonly letters: DeadLetters;
  stop(): Promise<void>;
}

/** Lets the consumers of a service work as its worker does. @param maxAttempts after which an event is a dead letter */
export async function startConsuming<C extends RequestContext>(
  { dataSource, parts, clock }: Pick<TestService<C>, 'dataSource' | 'parts' | 'clock'>,
  service: 'complaints' | 'participation',
  maxAttempts = 8,
): Promise<Consuming> {
  const database = await createEmptyDatabase();
  const queues = createQueueBackend({ databaseUrl: database.url });
  const silent = (): void => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const { handlers } = parts;
  const host = new ConsumerHost({ dataSource, service, queues, logger, handlers, maxAttempts, backoffMs: 20 });
  await host.start();
  return {
    letters: new DeadLetters(dataSource),
    send: (consumer, { id, ...event }, generation = 1) =>
      queues.add(consumer, [
        { id: `evt-${id}-${generation}`, data: { id, occurredAt: clock.now().toISOString(), ...event } },
      ]),
    settled: async (eventId) => {
      const entry = async (): Promise<{ status: string; attempts: number } | undefined> =>
        (await dataSource.query('SELECT status, attempts FROM inbox_entry WHERE event_id = $1', [eventId]))[0];
      const done = (found: { status: string } | undefined) => found?.status === 'DONE' || found?.status === 'DEAD';
      return (await eventually(entry, done, 20_000))!;
    },
    stop: async () => {
      await host.stop(2_000);
      await queues.close();
      await database.drop();
    },
  };
}
