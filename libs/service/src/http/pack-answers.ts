import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this, packing costs more than it saves, in bytes. */
const THRESHOLD = 1_024;

/** Packs JSON answers by gzip or brotli where the caller asks for it by `Accept-Encoding`; quickly rather than tightly. */
export const packAnswers = (server: FastifyInstance): PromiseLike<unknown> =>
  server.register(compress, {
    threshold: THRESHOLD,
    encodings: ['br', 'gzip'],
    customTypes: /^application\/([\w.-]+\+)?json\b/,
    globalDecompression: false,
    zlibOptions: { level: 1 },
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
