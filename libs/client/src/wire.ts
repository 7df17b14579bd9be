import type { Operation } from './document';
import { badAnswer } from './failure';
import type { Language } from './language';
import { type GraphqlAnswer, type Result, failed, resultOf } from './result';

/**
 * How a document travels. `text`: whole, each time. `apq`: by the hash of its text, and whole the first time. `trusted`: by its
 * key in `persisted-documents.json` alone, for gateways that run registered operations only.
 */
export type Persisted = 'text' | 'apq' | 'trusted';

/** One HTTP request, ready to be sent any number of times. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const hashes = new Map<string, Promise<string>>();

/** Pages without TLS have no way to compute it, localhost apart. */
export async function sha256Hex(content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', content);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A document is hashed once. */
function hashOf(text: string): Promise<string> {
  const hash = hashes.get(text) ?? sha256Hex(new TextEncoder().encode(text));
  hashes.set(text, hash);
  return hash;
}

/** What stands for the document in the request. @param whole with its text, as the answer to a hash that nobody knew */
async function documentPart(operation: Operation, persisted: Persisted, whole: boolean): Promise<object> {
  if (persisted === 'trusted') {
    if (operation.hash === undefined) throw new TypeError('A document without a hash cannot be sent as a trusted one.');
    return { documentId: operation.hash };
  }
  if (persisted === 'text') return { query: operation.text };
  const extensions = { persistedQuery: { version: 1, sha256Hash: await hashOf(operation.text) } };
  return { ...(whole && { query: operation.text }), extensions };
}

export interface Wish {
  readonly operation: Operation;
  readonly variables: object;
  readonly persisted: Persisted;
  /** Send the text beside the hash. */
  readonly whole: boolean;
  /** By GET, so that caches on the way can keep the answer. */
  readonly byGet: boolean;
}

/** Writes a GraphQL request. @throws TypeError when a document is to be sent by a hash that it does not have */
export async function wireRequest(endpoint: string, wish: Wish): Promise<WireRequest> {
  const { operation, variables, persisted, whole, byGet } = wish;
  const parts = {
    ...(await documentPart(operation, persisted, whole)),
    ...(operation.name && { operationName: operation.name }),
    ...(Object.keys(variables).length > 0 && { variables }),
  };
  if (!byGet) {
    const headers = { 'content-type': 'application/json' };
    return { url: endpoint, method: 'POST', headers, body: JSON.stringify(parts) };
  }
  const query = new URLSearchParams(
    Object.entries(parts).map(([name, value]): [string, string] => {
      return [name, typeof value === 'string' ? value : JSON.stringify(value)];
    }),
  );
  return { url: `${endpoint}?${query}`, method: 'GET', headers: { 'apollo-require-preflight': '1' } };
}

/** A `Retry-After` of seconds. One with a date is not understood: the platform sends none. */
function retryAfterOf(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function parsed(text: string): GraphqlAnswer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isAnswer = typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
    return isAnswer ? (value as GraphqlAnswer) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // a proxy's page
    throw error;
  }
}

/** Reads what came back. */
export function readAnswer(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  text: string,
  asked: { readonly requestId: string; readonly language: Language },
): Result<unknown> {
  const requestId = headers.get('x-request-id') ?? asked.requestId;
  const answer = parsed(text);
  if (!answer) return failed([badAnswer(requestId, asked.language, status)]);
  const retryAfterSeconds = retryAfterOf(headers);
  return resultOf(answer, { requestId, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
}
