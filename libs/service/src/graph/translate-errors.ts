import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language, Message } from '@charter/contracts';
import { StaleDeadline } from '@charter/deadlines';
import { ServiceUnavailable } from '../http/service-client';
import { IdempotencyKeyReused } from '../store/idempotency';
import { isDatabaseAway } from '../store/database-away';
import { StaleVersion } from '../store/guarded-update';
import { isUnstorable } from '../store/unstorable';
import { badInput, idempotencyKeyReused, serviceUnavailable, staleVersion } from './errors';

const UNSTORABLE: Message = {
  ko: '입력하신 글에 저장할 수 없는 문자(U+0000)가 있습니다. 지우고 다시 보내 주십시오.',
  en: 'A text holds a character that cannot be kept (U+0000). Remove it and send it again.',
};

/**
 * A scalar of ours refused a value that stands in the text. The server takes that for a text that does not fit the schema, which would be
 * a fault of whoever has planned it; among the variables the same is the caller's.
 */
const isValueAtFault = (cause: unknown): cause is GraphQLError =>
  cause instanceof GraphQLError && cause.extensions.code === 'BAD_USER_INPUT';

/**
 * Gives the errors of the store, and of neighbours and a database that are away, the code and words that clients know.
 * @param service whose graph answers
 */
export function translateErrors(
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  language: Language,
  service: string,
): GraphQLFormattedError {
  const cause = error?.originalError;
  const known =
    cause instanceof StaleVersion || cause instanceof StaleDeadline
      ? staleVersion(language)
      : cause instanceof IdempotencyKeyReused
        ? idempotencyKeyReused(language)
        : cause instanceof ServiceUnavailable
          ? serviceUnavailable(cause.service)
          : isDatabaseAway(cause)
            ? serviceUnavailable(service)
            : isUnstorable(cause)
              ? badInput(UNSTORABLE[language])
              : isValueAtFault(cause)
                ? cause
                : undefined;
  return known ? { ...formatted, message: known.message, extensions: known.extensions } : formatted;
}
