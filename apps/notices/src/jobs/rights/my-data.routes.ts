import type { FastifyRequest } from 'fastify';
import { type SignedAddresses, dispositionOf } from '@charter/attachments';
import { type Clock, type StreamedRoutes, isUuid } from '@charter/service';
import type { ExportStore } from '../../store/rights/export.store';

const refusedWith = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

/** `GET /my-data/<id>`: the archive, to whoever has an address that was signed for it: its owner alone is given one. */
export const myDataRoutes =
  (exports: ExportStore, addresses: SignedAddresses, clock: Clock): StreamedRoutes =>
  (scope) => {
    scope.get(
      `/${addresses.kind}/:id`,
      { exposeHeadRoute: false },
      async ({ params: { id }, raw }: FastifyRequest<{ Params: { id: string } }>, reply) => {
        if (!isUuid(id) || !addresses.read('GET', id, raw.url!.split('?')[1] ?? '', clock.now()))
          return reply
            .code(403)
            .send(refusedWith('This address was changed or has expired: ask for a new one.', 'FORBIDDEN'));
        const archive = await exports.archive(id);
        if (!archive) return reply.code(404).send(refusedWith('There is no such archive.', 'NOT_FOUND'));
        return reply
          .headers({
            'content-type': 'application/zip',
            'content-length': archive.length,
            'content-disposition': dispositionOf('내 개인정보 my-data.zip'),
            'content-security-policy': "default-src 'none'; sandbox",
            'x-content-type-options': 'nosniff',
            'cache-control': 'private, no-store',
          })
          .send(archive);
      },
    );
  };
