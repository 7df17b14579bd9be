import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, type StreamedRoutes, isUuid } from '@charter/service';
import { dispositionOf } from './attachment-files';
import type { FolderFiles } from './folder-files';
import type { SignedAddresses } from './signed-address';

const MESSAGES = {
  FORBIDDEN: 'This address was changed or has expired: ask for a new one.',
  NOT_FOUND: 'There is no such file.',
  BAD_USER_INPUT: 'The content is not of the length and SHA-256 that were announced.',
} as const;

const refuse = (reply: FastifyReply, status: number, code: keyof typeof MESSAGES): FastifyReply =>
  reply
    .code(status)
    .header('connection', 'close') // what is left of a body is not read
    .send({ errors: [{ message: MESSAGES[code], extensions: { code } }] });

type FileRequest = FastifyRequest<{ Params: { id: string } }>;

/** How the gateway announces the length of an upload that it asks about. */
const LENGTH_HEADER = 'x-upload-length';

/**
 * `PUT` and `GET /<kind>/<id>`: signature and length are checked before a byte of the content is read. `HEAD` tells the
 * gateway whether an upload would be taken, so that it reads no body for nothing.
 */
export const folderRoutes =
  (files: FolderFiles, addresses: SignedAddresses, clock: Clock): StreamedRoutes =>
  (scope) => {
    const path = `/${addresses.kind}/:id`;
    const readAddress = ({ method, params: { id }, raw }: FileRequest): URLSearchParams | undefined => {
      if (!isUuid(id)) return undefined;
      const query = raw.url!.split('?')[1] ?? '';
      return addresses.read(method === 'GET' ? 'GET' : 'PUT', id, query, clock.now());
    };

    scope.head(path, async (request: FileRequest, reply) => {
      const address = readAddress(request);
      if (!address) return reply.code(403).send();
      return reply.code(request.headers[LENGTH_HEADER] === address.get('bytes') ? 200 : 400).send();
    });

    scope.put(path, async (request: FileRequest, reply) => {
      const address = readAddress(request);
      if (!address) return refuse(reply, 403, 'FORBIDDEN');
      const bytes = Number(address.get('bytes'));
      if (Number(request.headers['content-length']) !== bytes) return refuse(reply, 400, 'BAD_USER_INPUT');
      const upload = { id: request.params.id, bytes, sha256: address.get('sha256')! };
      const taken = await files.receive(upload, request.body as IncomingMessage);
      return taken ? reply.code(200).send() : refuse(reply, 400, 'BAD_USER_INPUT');
    });

    scope.get(path, { exposeHeadRoute: false }, async (request: FileRequest, reply) => {
      const address = readAddress(request);
      if (!address) return refuse(reply, 403, 'FORBIDDEN');
      const size = await files.sizeOf(request.params.id);
      const content = size === undefined ? undefined : await files.read(request.params.id);
      if (!content) return refuse(reply, 404, 'NOT_FOUND');
      return reply
        .headers({
          'content-type': address.get('type')!,
          'content-length': size,
          'content-disposition': dispositionOf(address.get('name')!),
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        })
        .send(content);
    });
  };
