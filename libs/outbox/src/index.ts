export { appendEvents, type EventDraft } from './append-events';
export { ConsumerHost, type ConsumerHostDependencies } from './consumer-host';
export { DeadLetters } from './dead-letters';
export { readQueueFigures } from './figures';
export { PermanentFailure, type EventHandler } from './event-handler';
export { failureReason } from './failure-reason';
export { LAST_ONLY, readFeeds, type Feed, type FeedEvent } from './feed';
export { FeedTail, type FeedTailParts } from './feed-tail';
export type { Log } from './log';
export { pruneOutbox } from './prune';
export type {
  AnyQueue,
  ComeAgain,
  ConsumeOptions,
  JobHandler,
  QueueBackend,
  QueueConfig,
  QueueConsumer,
  QueueCounts,
  QueueJob,
} from './queue-backend';
export { createQueueBackend } from './queues/create-queue-backend';
export { Relay, type RelayDependencies } from './relay';
export { outboxStats, type OutboxStats } from './stats';
export { SteadyClient } from './steady-client';
export { beginSpan, traced, traceparentNow, type OpenSpan, type SpanIs } from './trace';
export { outboxEntities, outboxMigrations } from './store';
