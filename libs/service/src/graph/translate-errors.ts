import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Language } from '@charter/contracts';
import { StaleDeadline } from '@charter/deadlines';
import { ServiceUnavailable } from '../http/service-client';
import { IdempotencyKeyReused } from '../store/idempotency';
import { isDatabaseAway } from '../store/database-away';
import { StaleVersion } from '../store/guarded-update';
import { idempotencyKeyReused, serviceUnavailable, staleVersion } from './errors';

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
            : undefined;
  return known ? { ...formatted, message: known.message, extensions: known.extensions } : formatted;
}
