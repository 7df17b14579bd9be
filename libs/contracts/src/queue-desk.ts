import { z } from 'zod';
import { WITHHELD } from './shown-fields';

/** DEAD: waits for a person. RETRYING: a person sent it round again. DONE: that took effect. DISCARDED: a person let it go. */
export const DEAD_LETTER_STATES = ['DEAD', 'RETRYING', 'DONE', 'DISCARDED'] as const;

/** An event that a consumer could not take, as its service tells the administrators' desk. */
export const deadLetter = z.object({
  /** Event and consumer, for `retry` and `discard`. */
  id: z.string(),
  eventId: z.string(),
  consumer: z.string(),
  type: z.string(),
  producer: z.string(),
  state: z.enum(DEAD_LETTER_STATES),
  /** Of the last failure. */
  reason: z.string(),
  attempts: z.number(),
  /** When it was given up last. */
  diedAt: z.coerce.date(),
  /** Since when it is as it is; null while it is tried again. */
  settledAt: z.coerce.date().nullable(),
  /** Null when the job said no moment. */
  occurredAt: z.coerce.date().nullable(),
  /** None once it is done: nothing is kept then. */
  fields: z.array(z.object({ name: z.string(), value: z.string().nullable(), withheld: z.enum(WITHHELD).nullable() })),
  /** What an administrator decided last. */
  decidedBy: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
  decidedReason: z.string().nullable(),
});
export type DeadLetter = z.output<typeof deadLetter>;

export const deadLetterPage = z.object({
  items: z.array(deadLetter),
  /** Give it as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type DeadLetterPage = z.output<typeof deadLetterPage>;

/** What the desk asks each service about the events that its consumers could not take. */
export const DEAD_LETTER_PATHS = {
  list: '/internal/dead-letters/list',
  one: '/internal/dead-letters/one',
  retry: '/internal/dead-letters/retry',
  discard: '/internal/dead-letters/discard',
} as const;

/** What the desk asks each service about events: those it sends, and those it takes. Of the last hour, where a time is meant. */
export const QUEUE_FIGURES_PATH = '/internal/queue-figures';
export const queueFigures = z.object({
  /** Of its own consumers. */
  taken: z.array(
    z.object({
      consumer: z.string(),
      dead: z.number(),
      /** Failed at least once, and tried again. */
      failing: z.number(),
    }),
  ),
  /** By the consumer, of any service, that its events are for. */
  sent: z.array(
    z.object({
      consumer: z.string(),
      unconfirmed: z.number(),
      oldestAt: z.coerce.date().nullable(),
      done: z.number(),
      died: z.number(),
      /** From the event's commit to its confirmation: of all of them together, and of the slowest. */
      seconds: z.number(),
      worstSeconds: z.number(),
    }),
  ),
});
export type QueueFigures = z.output<typeof queueFigures>;
