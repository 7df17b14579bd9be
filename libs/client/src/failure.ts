import type { Language, Message } from './language';

/** Codes without details of their own. */
type PlainCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'QUERY_TOO_COMPLEX'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'STALE_VERSION'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'OPERATION_NOT_REGISTERED';

interface Told {
  /** For a person, in the language of the request. */
  readonly message: string;
  /** Where in the answer: `complaint.notices`, `complaints.edges.3.node.citizen`. Undefined when it concerns the whole request. */
  readonly path?: string;
  /** Of the request: to be shown, and quoted when it is reported. */
  readonly requestId: string;
}

/** Why an answer, or a part of it, is not there. Tell them apart by `code`. */
export type Failure = Told &
  (
    | { readonly code: PlainCode }
    /** `retryAfterSeconds` is undefined when the platform does not say when. */
    | { readonly code: 'RATE_LIMITED'; readonly retryAfterSeconds?: number }
    /** `service` names who is away: `notices`, `identity`. */
    | { readonly code: 'SERVICE_UNAVAILABLE'; readonly service?: string; readonly retryAfterSeconds?: number }
    | { readonly code: 'INTERNAL_SERVER_ERROR' }
    /** Nothing came back in time: the network, or nobody listens. Whether a mutation was carried out is not known. */
    | { readonly code: 'NO_ANSWER' }
    /** What came back is no GraphQL answer, such as a proxy's page. */
    | { readonly code: 'BAD_ANSWER'; readonly status: number }
    /** A code that is newer than this package. */
    | { readonly code: 'UNKNOWN'; readonly original: string }
  );

/** An error of a GraphQL answer, as it comes. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const PLAIN: ReadonlySet<unknown> = new Set<PlainCode>([
  ...(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'] as const),
  ...(['QUERY_TOO_COMPLEX', 'IDEMPOTENCY_KEY_REUSED', 'STALE_VERSION'] as const),
  ...(['PERSISTED_QUERY_NOT_FOUND', 'OPERATION_NOT_REGISTERED'] as const),
]);

const NO_ANSWER: Message = {
  ko: '서버에 연결하지 못했습니다. 네트워크를 확인하고 다시 시도해 주십시오.',
  en: 'The server could not be reached. Check the network and try again.',
};
const BAD_ANSWER: Message = {
  ko: '서버가 알 수 없는 응답을 보냈습니다. 잠시 후 다시 시도해 주십시오.',
  en: 'The server sent an answer that could not be read. Try again in a moment.',
};

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the answer knows about the request that an error belongs to. */
export interface Origin {
  readonly requestId: string;
  /** From the `Retry-After` header, in seconds. */
  readonly retryAfterSeconds?: number;
}

export function failureOf({ message, path, extensions = {} }: GraphqlError, origin: Origin): Failure {
  const told: Told = {
    message,
    ...(path && path.length > 0 && { path: path.join('.') }),
    requestId: text(extensions.requestId) ?? origin.requestId,
  };
  const { code } = extensions;
  const retryAfterSeconds = number(extensions.retryAfterSeconds) ?? origin.retryAfterSeconds;
  if (PLAIN.has(code)) return { ...told, code: code as PlainCode };
  if (code === 'RATE_LIMITED') return { ...told, code, retryAfterSeconds };
  if (code === 'SERVICE_UNAVAILABLE') return { ...told, code, service: text(extensions.service), retryAfterSeconds };
  if (code === 'INTERNAL_SERVER_ERROR') return { ...told, code };
  return { ...told, code: 'UNKNOWN', original: String(code) };
}

export const noAnswer = (requestId: string, language: Language): Failure => ({
  ...{ code: 'NO_ANSWER', message: NO_ANSWER[language], requestId },
});

export const badAnswer = (requestId: string, language: Language, status: number): Failure => ({
  ...{ code: 'BAD_ANSWER', message: BAD_ANSWER[language], requestId, status },
});

/** Thrown where a result cannot be handed back: by `dataOf` and while paging. */
export class CharterError extends Error {
  override readonly name = 'CharterError';

  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
