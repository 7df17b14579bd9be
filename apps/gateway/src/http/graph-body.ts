import type { FastifyRequest } from 'fastify';
import type { Variables } from '../execution/run';
import type { GraphRequest } from '../operations/graph-request';

/** Why a request is none that GraphQL over HTTP knows. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was posted. @throws {BadRequest} */
export function fromBody(body: unknown): GraphRequest {
  if (Array.isArray(body)) throw new BadRequest('Send one operation a request: a list of them is not taken.');
  if (!isRecord(body)) throw new BadRequest('The body must be a JSON object with a `query`.');
  return requestOf(body);
}

/** Reads the parameters of a GET. @throws {BadRequest} */
export function fromParameters(query: FastifyRequest['query']): GraphRequest {
  const given = query as Readonly<Record<string, string | string[] | undefined>>;
  const one = (name: string): string | undefined => {
    const value = given[name];
    if (Array.isArray(value)) throw new BadRequest(`The parameter \`${name}\` may be given once only.`);
    return value;
  };
  return requestOf({
    query: one('query'),
    operationName: one('operationName') || undefined,
    documentId: one('documentId') || undefined,
    variables: parsed('variables', one('variables')),
    extensions: parsed('extensions', one('extensions')),
  });
}

function parsed(name: string, text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRequest(`The parameter \`${name}\` is not valid JSON.`);
  }
}

function requestOf({ query, operationName, documentId, variables, extensions }: Fields): GraphRequest {
  if (query !== undefined && query !== null && typeof query !== 'string')
    throw new BadRequest('`query` must be a text.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw new BadRequest('`operationName` must be a text.');
  if (documentId !== undefined && documentId !== null && typeof documentId !== 'string')
    throw new BadRequest('`documentId` must be a text.');
  return {
    ...(query && { query }),
    ...(documentId && { documentId }),
    ...(typeof operationName === 'string' && { operationName }),
    variables: (record('variables', variables) ?? {}) as Variables,
    extensions: record('extensions', extensions),
  };
}

function record(name: string, value: unknown): Fields | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw new BadRequest(`\`${name}\` must be an object.`);
  return value;
}
