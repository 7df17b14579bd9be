import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@charter/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { ConsumerHost, createQueueBackend, Relay, SteadyClient, type QueueConfig } from '../src';
import { recorder } from './outbox-database';

/** What a process of the fault harness is to be. */
export interface Part {
  readonly role: 'relay' | 'host' | 'bypass';
  readonly databaseUrl: string;
  readonly queue: QueueConfig;
  readonly maxAttempts?: number;
  /** Events of this department kill the process that handles them. */
  readonly deadlyDepartment?: string;
}

/** Slow enough that a burst of events waits, whatever the machine is busy with. */
const HANDLING_MS = 200;

/** The effect first and the pause after it: a kill in between finds the work half done. */
async function handle(part: Part, tx: EntityManager, event: EventEnvelope): Promise<void> {
  await tx.query('INSERT INTO effect (event_id, consumer) VALUES ($1, $2)', [event.id, 'notices-inbox']);
  await sleep(HANDLING_MS);
  if ('departmentCode' in event.payload && event.payload.departmentCode === part.deadlyDepartment)
    process.kill(process.pid, 'SIGKILL');
}

async function play(part: Part): Promise<void> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: part.databaseUrl,
    extra: { Client: SteadyClient },
  }).initialize();
  const queues = createQueueBackend(part.queue);
  const logger = recorder();
  if (part.role === 'relay') {
    await new Relay({ dataSource, service: 'surveys', queues, logger, resendAfterMs: 500, pollMs: 200 }).start();
  } else if (part.role === 'host') {
    const handlers = [
      { consumer: 'notices-inbox', handle: (tx: EntityManager, event: EventEnvelope) => handle(part, tx, event) },
    ] as const;
    const { maxAttempts } = part;
    await new ConsumerHost({
      dataSource,
      service: 'notices',
      queues,
      logger,
      handlers,
      maxAttempts,
      backoffMs: 100,
    }).start();
  } else {
    const { manager } = dataSource;
    await queues.consume('notices-inbox', ({ data }) => handle(part, manager, data as EventEnvelope), {
      concurrency: 5,
    });
  }
  process.send?.('ready');
}

process.once('disconnect', () => process.exit(0)); // never outlives the test that started it
process.once('message', (part: Part) => {
  play(part).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
