import type { QueueBackend, QueueConfig } from '../queue-backend';
import { BullBackend } from './bull-backend';
import { PostgresStore } from './postgres-store';
import { RedisStore } from './redis-store';
import { Trouble } from './trouble';

/**
 * The queue of this process: Redis when there is a `redisUrl`, else PostgreSQL. It connects by itself, as often as needed.
 * @throws when the configuration names neither
 */
export function createQueueBackend({
  redisUrl,
  databaseUrl,
  prefix = 'charter_queue',
  logger,
}: QueueConfig): QueueBackend {
  const trouble = new Trouble(logger);
  if (redisUrl) return new BullBackend(new RedisStore(redisUrl, prefix, trouble), trouble);
  if (databaseUrl) return new BullBackend(new PostgresStore(databaseUrl, prefix, trouble), trouble);
  throw new Error('A queue needs REDIS_URL or QUEUE_DATABASE_URL.');
}
