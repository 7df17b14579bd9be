import { CharterError, type GraphqlError, noAnswer } from './failure';
import type { Language } from './language';
import { type Result, failed, resultOf } from './result';

/** What urql and Apollo Client hand back, as far as it is needed here. */
export interface ForeignAnswer<Data> {
  readonly data?: Data | null;
  readonly error?: {
    readonly graphQLErrors?: readonly GraphqlError[];
    readonly networkError?: Error | null;
    readonly response?: { readonly headers?: Headers };
  } | null;
}

/**
 * The answer of another client as a result of this one.
 * @param language of the message when nothing came back
 * @returns undefined while there is neither data nor error
 */
export function asResult<Data>(
  { data, error }: ForeignAnswer<Data>,
  language: Language = 'ko',
): Result<Data> | undefined {
  const requestId = error?.response?.headers?.get('x-request-id') ?? '';
  const errors = error?.graphQLErrors ?? [];
  if (error?.networkError && errors.length === 0) {
    const { networkError } = error;
    return failed([networkError instanceof CharterError ? networkError.failure : noAnswer(requestId, language)]);
  }
  if (!data && errors.length === 0) return undefined;
  return resultOf({ data, errors }, { requestId }) as Result<Data>;
}
