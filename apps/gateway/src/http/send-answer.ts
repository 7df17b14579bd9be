import type { FastifyReply, FastifyRequest } from 'fastify';
import { isHeldBy } from '@charter/service';
import type { GraphAnswer } from '../graph-pipeline';
import { EXPLAIN_HEADER } from './explain';
import type { MediaType } from './media-type';
import { addVary } from './vary';

const PRIVATE = 'private, no-store';
/** What the same address is answered differently for. */
const VARY = `accept, accept-encoding, accept-language, authorization, ${EXPLAIN_HEADER}`;

/** Sends an answer. What is public says so, for how long, and by which tag it is known; everything else is the caller's alone. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: GraphAnswer,
  type: MediaType,
): FastifyReply {
  const { status, isUnfit, data, errors, cost, given } = answer;
  reply.type(type.contentType).code(isUnfit && type.isLenient ? 200 : status);
  if (given && !errors && !cost) {
    if (!tellFreshness(request, reply, given)) reply.header('cache-control', PRIVATE);
    return reply.statusCode === 304 ? reply.removeHeader('content-type').send() : reply.send(given.outcome.body);
  }
  reply.header('cache-control', PRIVATE);
  if (status === 405) reply.header('allow', 'POST');
  const retryAfter = data === undefined ? errors?.[0]?.extensions?.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const parts = [...(errors ? [`"errors":${JSON.stringify(errors)}`] : []), ...(data ? [`"data":${data}`] : [])];
  if (cost) parts.push(`"extensions":${JSON.stringify({ cost })}`);
  return reply.send(`{${parts.join(',')}}`);
}

/** Says how long an answer may be kept by others, and answers 304 to a GET that has it already. @returns whether it may be kept at all */
function tellFreshness(
  request: FastifyRequest,
  reply: FastifyReply,
  { outcome, age }: NonNullable<GraphAnswer['given']>,
) {
  const { publicFor } = outcome;
  if (publicFor === undefined || request.graph?.person) return false;
  addVary(reply, VARY).headers({
    'cache-control': `public, max-age=${publicFor}`,
    age: String(age),
    etag: outcome.tag,
  });
  if (request.method === 'GET' && isHeldBy(request.headers['if-none-match'], outcome.tag)) reply.code(304);
  return true;
}
