import autocannon from 'autocannon';
import type { Gateway } from './gateways';
import { usageOf } from './process-usage';
import { type Shape, bodyOf } from './shapes';

/** `identical`: everybody asks the same as the same caller, so work may be shared. `distinct`: each request asks for other things, as another caller. */
export type Kind = 'identical' | 'distinct';

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time that the gateway's process used for a request; undefined where the system does not tell. */
  readonly cpu?: number;
  /** Megabytes of memory that the process holds at the end. */
  readonly memory?: number;
}

/** How long a round lasts: so many seconds, or so many requests. */
export type Length = { readonly duration: number } | { readonly amount: number };

const CONNECTIONS = 50;
const LIMIT_SECONDS = 30;
let asked = 0;

/** Asks a gateway as fast as it answers over fifty connections. @throws when any answer is an error */
export async function load(
  { name, url, pid }: Gateway,
  shape: Shape,
  kind: Kind,
  tokens: readonly string[],
  length: Length,
): Promise<Measured> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[0]}` };
  const another = (request: autocannon.Request): autocannon.Request => {
    asked += 1;
    const authorization = `Bearer ${tokens[asked % tokens.length]}`;
    return { ...request, body: bodyOf(shape, asked), headers: { ...headers, authorization } };
  };
  const before = usageOf(pid);
  const result = await autocannon({
    ...{ url, connections: CONNECTIONS, timeout: LIMIT_SECONDS, method: 'POST', headers, body: bodyOf(shape, 1) },
    ...length,
    ...(kind === 'distinct' && { requests: [{ setupRequest: another }] }),
    verifyBody: (body) => typeof body === 'string' && !body.includes('"errors":'),
  });
  const after = usageOf(pid);
  const { total } = result.requests;
  const bad = result.non2xx + result.errors + result.timeouts + (result.mismatches ?? 0);
  if (bad > 0) throw new Error(`${name} failed ${bad} of ${total} requests of ${shape.name} (${kind}).`);
  return {
    perSecond: total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    ...(before && after && total > 0 && { cpu: (after.cpuMs - before.cpuMs) / total, memory: after.megabytes }),
  };
}
