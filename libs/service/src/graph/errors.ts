import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language, Message } from '@charter/contracts';

/** The codes that a client may see in `errors[].extensions.code`. Anything else is an internal fault and masked. */
const PUBLIC_CODES: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'STALE_VERSION',
  'SERVICE_UNAVAILABLE',
]);

const texts = {
  UNAUTHENTICATED: { ko: '로그인이 필요합니다.', en: 'Please sign in: send a bearer token.' },
  FORBIDDEN: { ko: '이 작업을 할 권한이 없습니다.', en: 'Your role may not do this.' },
  NOT_FOUND: { ko: '찾을 수 없습니다.', en: 'Not found.' },
  STALE_VERSION: {
    ko: '다른 사람이 먼저 변경하였습니다. 다시 조회한 뒤 시도해 주십시오.',
    en: 'Somebody else changed it meanwhile: load it again, then retry.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    ko: '같은 idempotencyKey가 다른 입력으로 이미 사용되었습니다. 새 키를 사용해 주십시오.',
    en: 'This idempotencyKey was used with another input: use a new key.',
  },
} as const satisfies Record<string, Message>;

const failure =
  (code: keyof typeof texts) =>
  (language: Language, message: Message = texts[code]): GraphQLError =>
    new GraphQLError(message[language], { extensions: { code } });

export const unauthenticated = failure('UNAUTHENTICATED');
export const forbidden = failure('FORBIDDEN');
/** For what is absent and for what the caller may not know of: both look the same. */
export const notFound = failure('NOT_FOUND');
export const staleVersion = failure('STALE_VERSION');
export const idempotencyKeyReused = failure('IDEMPOTENCY_KEY_REUSED');

/** Another service does not answer; the other fields still do. */
export const serviceUnavailable = (service: string): GraphQLError =>
  new GraphQLError(`The service ${service} does not answer at the moment: please try again.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE', service },
  });

/** Tried too often. @param seconds after which it makes sense to try again */
export const rateLimited = (language: Language, message: Message, seconds: number): GraphQLError =>
  new GraphQLError(message[language], { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds } });

export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Keeps what a client may rely on and masks all else: SQL, addresses and stacks stay in the log, under the request id. */
export function maskError(formatted: GraphQLFormattedError, requestId: string | undefined): GraphQLFormattedError {
  const { code, retryAfterSeconds, service } = formatted.extensions ?? {};
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (PUBLIC_CODES.has(code))
    return {
      message: formatted.message,
      ...where,
      extensions: {
        code,
        ...(code === 'RATE_LIMITED' && { retryAfterSeconds }),
        ...(code === 'SERVICE_UNAVAILABLE' && { service }),
      },
    };
  return { message: 'Internal server error.', ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}
