import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import { z } from 'zod';
import { QUEUE_BOARD_PATH } from '@charter/contracts';
import type { AnyQueue, QueueBackend } from '@charter/outbox';
import { IDENTITY_HEADER, IdentityRefused, type StreamedRoutes, type VerifyIdentity, hasRole } from '@charter/service';

export interface QueueBoardParts {
  readonly queues: QueueBackend;
  /** The names of all queues. */
  readonly names: readonly string[];
  readonly verify: VerifyIdentity;
}

/** Of a job, what names its event. What the event says is told by the graph, field by field as its contract allows. */
const shown = z
  .object({ id: z.string(), type: z.string(), producer: z.string(), occurredAt: z.string() })
  .partial()
  .catch({});

/**
 * bull-board, for administrators whom the gateway vouches for: every queue, every job in it, on either of BullMQ's stores. It
 * only shows: what is done to queues is done through the graph, which writes down who did it.
 */
export function queueBoard({ queues, names, verify }: QueueBoardParts): StreamedRoutes {
  const serverAdapter = new FastifyAdapter().setBasePath(QUEUE_BOARD_PATH);
  const board = createBullBoard({
    queues: [],
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Queues', hideRedisDetails: true } },
  });
  let isOpen = false;
  const open = (): void => {
    if (isOpen) return; // nobody reaches for the queue before somebody looks
    board.setQueues(names.map((name) => shownOnly(queues.bullQueue(name))));
    isOpen = true;
  };
  return (parent) =>
    void parent.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        if (request.method !== 'GET') return reply.code(405).send();
        try {
          const caller = await verify(request.headers[IDENTITY_HEADER] as string | undefined, '');
          if (!hasRole(caller, 'ADMIN')) return reply.code(403).send();
          open();
        } catch (error) {
          if (!(error instanceof IdentityRefused)) throw error;
          return reply.code(401).send();
        }
      });
      await scope.register(serverAdapter.registerPlugin(), { prefix: QUEUE_BOARD_PATH });
    });
}

function shownOnly(queue: AnyQueue): BullMQAdapter {
  // The adapter's type knows Redis alone; it asks the queue for nothing that the other store lacks.
  const adapter = new BullMQAdapter(queue as Queue, { readOnlyMode: true });
  adapter.setFormatter('data', (data) => shown.parse(data));
  return adapter;
}
