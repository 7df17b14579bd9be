import { z } from 'zod';
import { LIMITS } from './measure';

/** What every request spends beside the objects that it asks for. */
export const REQUEST_POINTS = 10;

/** What a page of the charter spends that is not kept and has to be made: about the objects of its queries. */
export const PAGE_POINTS = 1_000;

/** A limit below the largest lawful request would refuse that one for ever; the store counts in 32 bits. */
const points = z.coerce
  .number()
  .int()
  .min(LIMITS.cost + REQUEST_POINTS)
  .max(1_000_000_000);
/** Above this, a caller could not pay a single one. */
const price = z.coerce
  .number()
  .int()
  .min(0)
  .max(LIMITS.cost / 2);
const times = z.coerce.number().int().min(1).max(1_000_000);

/** The variables that say how much somebody may ask for. */
export const limitEnv = {
  /** Where gateways count together; PostgreSQL (as the role without DDL) where there is no Redis. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Points a minute: 10 for each request, one for each object that it may return. By network address for the anonymous. */
  POINTS_ANONYMOUS: points.default(240_000),
  POINTS_CITIZEN: points.default(120_000),
  /** Officers, heads, auditors and administrators, whose screens hold more. */
  POINTS_STAFF: points.default(600_000),
  /** Points for each MB of a file that passes, of whoever's address it is; 0: files cost as much as any request. */
  POINTS_PER_MB: price.default(500),
  /** Points for each stream of events that is opened. */
  POINTS_PER_STREAM: price.default(200),
  /** Fields that take a secret somebody could guess (a receipt number, a survey's token), in ten minutes. */
  GUESSES_PER_PERSON: times.default(30),
  GUESSES_PER_ADDRESS: times.default(60),
  /** Query texts a minute that a process has not read before: reading and planning one costs more than answering many. */
  TEXTS_PER_CALLER: times.default(600),
  /** Forged tokens and signed addresses that do not hold, a minute and network address. */
  MISSES_PER_ADDRESS: times.default(60),
  /** From when a process turns requests away: its event loop is late by so many milliseconds, three looks in a row; 0 never. */
  OVERLOAD_LAG_MS: z.coerce.number().int().min(0).max(60_000).default(1_000),
  /** Or so many requests are being answered at once. */
  MAX_IN_FLIGHT: z.coerce.number().int().min(1).max(100_000).default(1_000),
} as const;
