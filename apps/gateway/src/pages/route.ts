import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Language } from '@charter/contracts';
import { type Logger, isHeldBy } from '@charter/service';
import { languageFrom } from '../caller/request-context';
import { takesEncoding } from '../http/accept-encoding';
import { PAGE_POINTS, REQUEST_POINTS } from '../limits/limit-env';
import { ROOT, belowRoot, readAddress } from './address';
import { readAssets } from './assets';
import type { AskGraph } from './graph';
import { CharterSite, FRESH_MS, type Sent } from './site';

/** Nothing but the page’s own style sheet and pictures, and no script at all. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const RETRY_AFTER_S = 10;

export interface CharterPagesSettings {
  readonly ask: AskGraph;
  readonly now?: () => Date;
  /** Spends what a request costs of what its address has. @returns the error where that is not there */
  readonly spend?: (request: FastifyRequest, points: number) => Promise<GraphQLError | undefined>;
  readonly log: Logger;
}

/** Without the slashes at the end. Not by a pattern: one is tried from every slash of a long row in the middle. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** Serves the public page of the charter at {@link ROOT}: to everybody, from what everybody may read. */
export function charterPages(
  server: FastifyInstance,
  { ask, log, spend, now = () => new Date() }: CharterPagesSettings,
): void {
  const assets = readAssets();
  const site = new CharterSite({ ask, assets: assets.paths, now, log });

  const send = (request: FastifyRequest, reply: FastifyReply, sent: Sent): FastifyReply => {
    const isPage = sent.status === 200;
    reply.headers({
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-language': sent.language,
      vary: 'accept-encoding, accept-language',
      'cache-control': isPage && sent.isWhole ? `public, max-age=${FRESH_MS / 1_000}` : 'no-cache',
      ...(isPage && { etag: sent.etag }),
      ...(sent.status === 503 && { 'retry-after': RETRY_AFTER_S }),
    });
    if (isPage && isHeldBy(request.headers['if-none-match'], sent.etag)) return reply.code(304).send();
    const packed = takesEncoding(request.headers, 'gzip');
    if (packed) reply.header('content-encoding', 'gzip');
    return reply
      .code(sent.status)
      .type('text/html; charset=utf-8')
      .send(packed ? sent.gzip : sent.html);
  };

  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = belowRoot(request.raw.url!);
    if (!asked) {
      const preferred = languageFrom(request.headers['accept-language']);
      return send(request, reply, await site.problem('absent', preferred));
    }
    const { below, query } = asked;
    if (below.endsWith('/')) return reply.redirect(ROOT + withoutEnd(below), 308);
    const named = /^\/(ko|en)(?=\/|$)/.exec(below)?.[1] as Language | undefined;
    const language = named ?? languageFrom(request.headers['accept-language']);
    const address = readAddress(below, query, site.thisYear);
    // Kept pages are for a crowd behind one address. Those that are not are asked of the services, as many as somebody can name.
    const isMade = address !== undefined && !site.keeps(address.target, language);
    const refusal = await spend?.(request, isMade ? PAGE_POINTS : REQUEST_POINTS);
    if (refusal) {
      reply.header('retry-after', String(refusal.extensions.retryAfterSeconds));
      return send(request, reply, await site.problem('crowded', language));
    }
    return send(
      request,
      reply,
      await (address ? site.show(address.target, language) : site.problem('absent', language)),
    );
  };

  server.route({ method: ['GET', 'HEAD'], url: ROOT, handler: show });
  server.route({ method: ['GET', 'HEAD'], url: `${ROOT}/*`, handler: show });
  server.get<{ Params: { name: string } }>(`${ROOT}/assets/:name`, (request, reply) => {
    const asset = assets.files.get(request.params.name);
    if (!asset) return reply.callNotFound();
    const packed = takesEncoding(request.headers, 'gzip');
    if (packed) reply.header('content-encoding', 'gzip');
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .type(asset.type)
      .send(packed ? asset.gzip : asset.content);
  });
}
