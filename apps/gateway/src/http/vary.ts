import type { FastifyReply } from 'fastify';

/** Says which headers of the request decide what is answered, beside those that were said before. @param names with commas between */
export function addVary(reply: FastifyReply, names: string): FastifyReply {
  const before = reply.getHeader('vary');
  return reply.header('vary', before ? `${String(before)}, ${names}` : names);
}
