import type { FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import type { Variables } from '../execution/run';
import type { GraphRequest } from '../operations/graph-request';

const TEXTS = {
  list: {
    ko: '요청 하나에 작업을 하나만 보내 주십시오. 여러 작업의 목록은 받지 않습니다.',
    en: 'Send one operation a request: a list of them is not taken.',
  },
  body: {
    ko: '요청 본문은 `query`가 들어 있는 JSON 객체여야 합니다.',
    en: 'The body must be a JSON object with a `query`.',
  },
} as const satisfies Record<string, Message>;

/** What is wrong with a value, by its name. */
const FAULTS = {
  twice: (name) => ({
    ko: `매개변수 \`${name}\`: 한 번만 적어 주십시오.`,
    en: `The parameter \`${name}\` may be given once only.`,
  }),
  json: (name) => ({
    ko: `매개변수 \`${name}\`: 올바른 JSON이 아닙니다.`,
    en: `The parameter \`${name}\` is not valid JSON.`,
  }),
  string: (name) => ({ ko: `\`${name}\` 값은 문자열이어야 합니다.`, en: `\`${name}\` must be a string.` }),
  object: (name) => ({ ko: `\`${name}\` 값은 객체여야 합니다.`, en: `\`${name}\` must be an object.` }),
} as const satisfies Record<string, (name: string) => Message>;

/** Why a request is none that GraphQL over HTTP knows, for its sender. */
export class BadRequest extends Error {
  constructor(
    readonly text: Message,
    readonly status = 400,
  ) {
    super(text.en);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was posted. @throws {BadRequest} */
export function fromBody(body: unknown): GraphRequest {
  if (Array.isArray(body)) throw new BadRequest(TEXTS.list);
  if (!isRecord(body)) throw new BadRequest(TEXTS.body);
  return requestOf(body);
}

/** Reads the parameters of a GET. @throws {BadRequest} */
export function fromParameters(query: FastifyRequest['query']): GraphRequest {
  const given = query as Readonly<Record<string, string | string[] | undefined>>;
  const one = (name: string): string | undefined => {
    const value = given[name];
    if (Array.isArray(value)) throw new BadRequest(FAULTS.twice(name));
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
    throw new BadRequest(FAULTS.json(name));
  }
}

function requestOf({ query, operationName, documentId, variables, extensions }: Fields): GraphRequest {
  const text = string('query', query);
  const id = string('documentId', documentId);
  const name = string('operationName', operationName);
  return {
    ...(text && { query: text }),
    ...(id && { documentId: id }),
    ...(name !== undefined && { operationName: name }),
    variables: (record('variables', variables) ?? {}) as Variables,
    extensions: record('extensions', extensions),
  };
}

function string(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new BadRequest(FAULTS.string(name));
  return value;
}

function record(name: string, value: unknown): Fields | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw new BadRequest(FAULTS.object(name));
  return value;
}
