import { type SignedAddresses, dispositionOf } from '@charter/attachments';
import { type Clock, type Logger, type StreamedRoutes, isUuid } from '@charter/service';
import type { FastifyRequest } from 'fastify';
import type { LetterService } from '../letter.service';

const refusedWith = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

/** `GET /letters/<id>`: a letter as PDF, to whoever has an address that was signed for it. */
export const letterRoutes =
  (letters: LetterService, addresses: SignedAddresses, clock: Clock, log: Logger): StreamedRoutes =>
  (scope) => {
    scope.get(
      `/${addresses.kind}/:id`,
      { exposeHeadRoute: false },
      async ({ params: { id }, raw }: FastifyRequest<{ Params: { id: string } }>, reply) => {
        const address = isUuid(id) && addresses.read('GET', id, raw.url!.split('?')[1] ?? '', clock.now());
        if (!address)
          return reply
            .code(403)
            .send(refusedWith('This address was changed or has expired: ask for a new one.', 'FORBIDDEN'));
        try {
          const file = await letters.file(id, address.get('language') === 'en' ? 'en' : 'ko');
          if (!file) return reply.code(404).send(refusedWith('There is no such letter.', 'NOT_FOUND'));
          return reply
            .headers({
              'content-type': 'application/pdf',
              'content-length': file.content.length,
              'content-disposition': dispositionOf(file.name),
              'content-security-policy': "default-src 'none'; sandbox",
              'x-content-type-options': 'nosniff',
              'cache-control': 'private, no-store',
            })
            .send(file.content);
        } catch (error) {
          log.error({ err: error, letterId: id }, 'a letter could not be given out');
          return reply.code(500).send(refusedWith('This letter cannot be given out now.', 'INTERNAL_SERVER_ERROR'));
        }
      },
    );
  };
