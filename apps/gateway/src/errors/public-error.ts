import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language, Message } from '@charter/contracts';

/** What a subgraph may say in its own words. */
const FROM_SUBGRAPH = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'STALE_VERSION',
  'SERVICE_UNAVAILABLE',
] as const;

/** What the gateway itself may say. The last one is of the protocol of persisted queries: the client sends the whole text again. */
const FROM_GATEWAY = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'OPERATION_NOT_REGISTERED',
  'PERSISTED_QUERY_NOT_FOUND',
] as const;

/** The codes that leave the gateway. Everything else becomes INTERNAL_SERVER_ERROR. */
export type PublicCode = (typeof FROM_SUBGRAPH)[number] | (typeof FROM_GATEWAY)[number];

/** A text that does not parse is for clients one that does not fit. */
const TRANSLATED: ReadonlyMap<unknown, PublicCode> = new Map([['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']]);

/** Errors that may say when to try again. */
const MAY_WAIT: ReadonlySet<unknown> = new Set(['RATE_LIMITED', 'SERVICE_UNAVAILABLE']);

const INTERNAL = 'INTERNAL_SERVER_ERROR';
const INTERNAL_TEXT: Message = {
  ko: '처리 중 오류가 발생하였습니다. 요청 번호(requestId)를 알려 주시면 확인해 드리겠습니다.',
  en: 'Something went wrong on our side. Please quote the request id when you report it.',
};

export interface PublicErrorFacts {
  /** HTTP status when nothing was executed. */
  readonly status?: number;
  /** Which service is away. */
  readonly service?: string;
  /** When to try again; also the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

/** An error that the gateway raises for its caller. */
export function publicError(
  code: PublicCode,
  message: string,
  { status, service, retryAfterSeconds }: PublicErrorFacts = {},
): GraphQLError {
  const extensions = {
    code,
    ...(service && { service }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(status && { http: { status } }),
  };
  return new GraphQLError(message, { extensions });
}

/** A fault of ours, told with nothing but the request id. */
export const internalError = (requestId: string, language: Language, status?: number): GraphQLError =>
  new GraphQLError(INTERNAL_TEXT[language], {
    extensions: { code: INTERNAL, requestId, ...(status && { http: { status } }) },
  });

/** Masks an error by the allow-list. What it hides is logged where the request is known. */
export function maskError({ message, locations, path, extensions = {} }: GraphQLFormattedError): GraphQLFormattedError {
  const { code, serviceName, service = serviceName, requestId, retryAfterSeconds } = extensions;
  const fromSubgraph = serviceName !== undefined;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (code === INTERNAL && requestId && !fromSubgraph) return { message, ...place, extensions: { code, requestId } };
  const allowed: readonly unknown[] = fromSubgraph ? FROM_SUBGRAPH : FROM_GATEWAY;
  const shown = fromSubgraph ? code : (TRANSLATED.get(code) ?? code);
  if (!allowed.includes(shown)) return { message: INTERNAL_TEXT.en, ...place, extensions: { code: INTERNAL } };
  return {
    message,
    ...place,
    extensions: {
      code: shown,
      ...(shown === 'SERVICE_UNAVAILABLE' && service !== undefined && { service }),
      ...(MAY_WAIT.has(shown) && retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
  };
}
