import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';
import { Pool } from 'pg';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Logger } from '@charter/service';
import { LIMIT_TABLE } from './limit-table';

/** Milliseconds that the store may take before a process counts by itself. */
const ANSWER_LIMIT_MS = 1_000;
const START_LIMIT_MS = 3_000;
const CONNECTIONS = 4;

/** Counts of one kind, for all processes. @param points of one key in `seconds` */
type MakeLimiter = (name: string, points: number, seconds: number) => RateLimiterAbstract;

export interface LimitStore {
  /** Undefined where there is no store: each process counts by itself. */
  readonly limiter?: MakeLimiter;
  /** Waits for a first connection, and not for long: a gateway starts without its store, and counts by itself. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface LimitStoreSettings {
  readonly redisUrl?: string;
  /** PostgreSQL, as the role without DDL; used where there is no Redis. */
  readonly databaseUrl?: string;
  readonly log: Logger;
}

/** Opens the store of limits: Redis, otherwise PostgreSQL, otherwise none. */
export function openLimitStore({ redisUrl, databaseUrl, log }: LimitStoreSettings): LimitStore {
  if (redisUrl !== undefined) return onRedis(redisUrl, log);
  if (databaseUrl !== undefined) return onPostgres(databaseUrl, log);
  log.warn(
    'there is no store of limits: each gateway counts by itself; set REDIS_URL or DATABASE_URL to have them count together',
  );
  return { ready: async () => undefined, close: async () => undefined };
}

function onRedis(url: string, log: Logger): LimitStore {
  const client = new Redis(url, {
    ...{ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: ANSWER_LIMIT_MS, connectTimeout: 2_000 },
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  client.on('error', (error) => log.debug({ err: error }, 'connection to the store of limits'));
  return {
    limiter: (name, points, duration) =>
      new RateLimiterRedis({
        ...{ storeClient: client, keyPrefix: `charter:limit:${name}`, points, duration, rejectIfRedisNotReady: true },
      }),
    ready: () => waitUntil(client.status === 'ready' ? undefined : once(client, 'ready')),
    close: async () => client.disconnect(),
  };
}

function onPostgres(connectionString: string, log: Logger): LimitStore {
  const pool = new Pool({
    ...{ connectionString, max: CONNECTIONS, connectionTimeoutMillis: ANSWER_LIMIT_MS, query_timeout: ANSWER_LIMIT_MS },
    application_name: 'charter-gateway',
  });
  pool.on('error', (error) => log.debug({ err: error }, 'connection to the store of limits'));
  return {
    limiter: (name, points, duration) =>
      new RateLimiterPostgres({
        ...{ storeClient: pool, storeType: 'pool', tableName: LIMIT_TABLE, tableCreated: true },
        ...{ keyPrefix: name, points, duration },
      }),
    ready: () => waitUntil(pool.query('SELECT 1')),
    close: () => pool.end(),
  };
}

/** What is not there in time is told with the first request that needs it. */
const waitUntil = async (connected: Promise<unknown> | undefined): Promise<void> => {
  const limit = new AbortController();
  await Promise.race([
    Promise.resolve(connected).catch(() => undefined),
    sleep(START_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
  ]);
  limit.abort();
};
