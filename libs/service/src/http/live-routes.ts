import type { FastifyInstance } from 'fastify';
import { GATEWAY, type Person, isPerson } from '../identity/caller';
import type { EventStream } from './event-stream';

/** A route that the gateway opens for a person and that stays open. @returns undefined for what is absent, or not theirs to know of */
export type LiveRoute = (body: unknown, caller: Person) => Promise<EventStream | undefined>;

/** What a service tells people as it happens. */
export interface Live {
  readonly routes: Readonly<Record<string, LiveRoute>>;
  /** Ends all streams, so that the server can close. */
  close(): Promise<void>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It stays open: how long it takes says nothing about how fast the service is. */
    isLive?: true;
  }
}

/** @param server that has verified the signed identity before a body is parsed */
export function openLive(server: FastifyInstance, { routes, close }: Live): void {
  server.addHook('preClose', close);
  for (const [path, route] of Object.entries(routes)) {
    server.post(path, { config: { isLive: true } }, async (request, reply) => {
      const caller = request.caller!;
      if (caller.issuer !== GATEWAY || !isPerson(caller)) {
        const message = 'The gateway only, for somebody who has signed in.';
        return reply.code(403).send({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
      }
      const stream = await route(request.body, caller);
      if (!stream)
        return reply.code(404).send({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }] });
      // Its connection ends with it: kept alive, one that ends while the server closes would hold that up.
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'close' };
      return reply.headers(headers).send(stream);
    });
  }
}
