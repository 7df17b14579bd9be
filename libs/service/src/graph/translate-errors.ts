import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Language } from '@charter/contracts';
import { StaleDeadline } from '@charter/deadlines';
import { IdempotencyKeyReused } from '../store/idempotency';
import { StaleVersion } from '../store/guarded-update';
import { idempotencyKeyReused, staleVersion } from './errors';

/** Gives the store's errors the code and words that clients know. */
export function translateErrors(
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  language: Language,
): GraphQLFormattedError {
  const cause = error?.originalError;
  const known =
    cause instanceof StaleVersion || cause instanceof StaleDeadline
      ? staleVersion(language)
      : cause instanceof IdempotencyKeyReused
        ? idempotencyKeyReused(language)
        : undefined;
  return known ? { ...formatted, message: known.message, extensions: known.extensions } : formatted;
}
