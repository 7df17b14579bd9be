import type { EventPayload, EventType, ServiceName } from '@charter/contracts';
import type { DataSource, EntityManager, MigrationInterface } from 'typeorm';
import type { EventHandler } from './event-handler';
import type { Log } from './log';
import type { QueueBackend, QueueConfig } from './queue-backend';

export * from './event-handler';
export type * from './log';
export type * from './queue-backend';

// The signatures below are the face; each moves to its own file as it is written.
export interface EventDraft<T extends EventType = EventType> {
  readonly type: T;
  readonly payload: EventPayload<T>;
  readonly occurredAt?: Date;
}
export declare function appendEvents(
  tx: EntityManager,
  producer: ServiceName,
  drafts: readonly EventDraft[],
): Promise<string[]>;

export declare function createQueueBackend(config: QueueConfig): QueueBackend;

export interface RelayDependencies {
  readonly dataSource: DataSource;
  readonly service: ServiceName;
  readonly queues: QueueBackend;
  readonly logger: Log;
  readonly resendAfterMs?: number;
  readonly pollMs?: number;
}
export declare class Relay {
  constructor(deps: RelayDependencies);
  start(): Promise<void>;
  stop(graceMs: number): Promise<void>;
  runOnce(): Promise<number>;
}

export interface ConsumerHostDependencies {
  readonly dataSource: DataSource;
  readonly service: ServiceName;
  readonly queues: QueueBackend;
  readonly logger: Log;
  readonly handlers: readonly EventHandler[];
  readonly maxAttempts?: number;
  readonly backoffMs?: number;
  readonly concurrency?: number;
}
export declare class ConsumerHost {
  constructor(deps: ConsumerHostDependencies);
  start(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

export interface DeadLetter {
  readonly id: string;
  readonly eventId: string;
  readonly consumer: string;
  readonly type: string;
  readonly producer: string;
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: Date;
}
export interface DeadLetterPage {
  readonly items: readonly DeadLetter[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}
export declare class DeadLetters {
  constructor(dataSource: DataSource);
  count(): Promise<number>;
  list(page: { consumer?: string; first: number; after?: string | null }): Promise<DeadLetterPage>;
  retry(ids: readonly string[], now: Date, by?: string): Promise<number>;
  discard(ids: readonly string[], decision: { by: string; reason: string }, now: Date): Promise<number>;
}

export interface OutboxStats {
  readonly unconfirmed: number;
  readonly oldestUnconfirmedSeconds: number;
  readonly dead: number;
}
export declare function outboxStats(dataSource: DataSource): Promise<OutboxStats>;
/** Deletes events whose every consumer has confirmed, older than so many days. Returns how many. */
export declare function pruneOutbox(dataSource: DataSource, olderThanDays: number): Promise<number>;

export declare const outboxMigrations: (new () => MigrationInterface)[];
export declare const outboxEntities: (new () => object)[];
