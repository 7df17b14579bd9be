import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { DEAD_LETTER_PATHS, QUEUE_FIGURES_PATH } from '@charter/contracts';
import { DeadLetters, readQueueFigures } from '@charter/outbox';
import type { InternalRoute } from './subgraph-server';

const listRequest = z.object({
  consumer: z.string().optional(),
  first: z.int().min(1).max(101),
  after: z.string().nullish(),
});
const oneRequest = z.object({ id: z.string() });
const retryRequest = z.object({ ids: z.array(z.string()).min(1).max(100), by: z.string().optional() });
const discardRequest = retryRequest.extend({ by: z.string(), reason: z.string().min(1) });

/** What the administrators' desk (notices) asks each service about its events: how they flow, and those it could not handle. */
export function deadLetterRoutes(dataSource: DataSource): Record<string, InternalRoute> {
  const letters = new DeadLetters(dataSource);
  return {
    [QUEUE_FIGURES_PATH]: () => readQueueFigures(dataSource),
    [DEAD_LETTER_PATHS.list]: async (body) => letters.list(listRequest.parse(body)),
    [DEAD_LETTER_PATHS.one]: async (body) => ({ letter: (await letters.one(oneRequest.parse(body).id)) ?? null }),
    [DEAD_LETTER_PATHS.retry]: async (body) => {
      const { ids, by } = retryRequest.parse(body);
      return { done: await letters.retry(ids, new Date(), by) };
    },
    [DEAD_LETTER_PATHS.discard]: async (body) => {
      const { ids, by, reason } = discardRequest.parse(body);
      return { done: await letters.discard(ids, { by, reason }, new Date()) };
    },
  };
}
