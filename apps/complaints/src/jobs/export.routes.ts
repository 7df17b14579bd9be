import { Readable } from 'node:stream';
import { type SignedAddresses, dispositionOf } from '@charter/attachments';
import { type Clock, type StreamedRoutes, isUuid } from '@charter/service';
import type { FastifyRequest } from 'fastify';
import type { ExportService } from '../export.service';

const REFUSED = {
  errors: [
    {
      message: 'This address was changed, was used or has expired: ask for a new one.',
      extensions: { code: 'FORBIDDEN' },
    },
  ],
};

/** `GET /exports/<id>`: a list as CSV, written while it is sent, as fast as the client takes it. */
export const exportRoutes =
  (exports: ExportService, addresses: SignedAddresses, clock: Clock): StreamedRoutes =>
  (scope) => {
    scope.get(
      '/exports/:id',
      { exposeHeadRoute: false }, // looking at an address must not use it up
      async ({ params: { id }, raw }: FastifyRequest<{ Params: { id: string } }>, reply) => {
        const holds = isUuid(id) && addresses.read('GET', id, raw.url!.split('?')[1] ?? '', clock.now());
        const pieces = holds ? await exports.open(id) : undefined;
        if (!pieces) return reply.code(403).send(REFUSED);
        return reply
          .headers({
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': dispositionOf('complaints.csv'),
            'content-security-policy': "default-src 'none'; sandbox",
            'x-content-type-options': 'nosniff',
            'cache-control': 'private, no-store',
          })
          .send(Readable.from(pieces, { highWaterMark: 1 }));
      },
    );
  };
