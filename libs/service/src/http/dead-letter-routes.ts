import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { DeadLetters } from '@charter/outbox';
import type { InternalRoute } from './subgraph-server';

const countRequest = z.object({ consumer: z.string().optional() });
const listRequest = countRequest.extend({
  first: z.int().min(1).max(101),
  after: z.string().nullish(),
});
const retryRequest = z.object({ ids: z.array(z.string()).min(1).max(100), by: z.string().optional() });
const discardRequest = retryRequest.extend({ by: z.string(), reason: z.string().min(1) });

/** What the administrators' desk (notices) asks each service about the events it could not handle. */
export function deadLetterRoutes(dataSource: DataSource): Record<string, InternalRoute> {
  const letters = new DeadLetters(dataSource);
  return {
    '/internal/dead-letters/count': async (body) => ({ count: await letters.count(countRequest.parse(body).consumer) }),
    '/internal/dead-letters/list': async (body) => letters.list(listRequest.parse(body)),
    '/internal/dead-letters/retry': async (body) => {
      const { ids, by } = retryRequest.parse(body);
      return { done: await letters.retry(ids, new Date(), by) };
    },
    '/internal/dead-letters/discard': async (body) => {
      const { ids, by, reason } = discardRequest.parse(body);
      return { done: await letters.discard(ids, { by, reason }, new Date()) };
    },
  };
}
