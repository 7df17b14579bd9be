import { CharterError, type Failure, type GraphqlError, type Origin, failureOf } from './failure';

/** What the user can mend: nothing was changed. */
export interface UserError {
  /** `INVALID_VALUE`, `TOO_LATE` …: stable. */
  readonly code: string;
  /** For the user, in their language. */
  readonly message: string;
  /** The input field, from the input downwards: `['petitioner', 'name']`. Empty when it concerns no single field. */
  readonly path: readonly string[];
  /** The mutation, by its name (or alias) in the document. */
  readonly mutation: string;
}

interface Answered {
  /** What the gateway told beside the data. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** All that was asked for. */
export interface Complete<Data> extends Answered {
  readonly kind: 'complete';
  readonly data: Data;
}

/** Some of it: each missing part is null in `data`, and named. */
export interface Incomplete<Data> extends Answered {
  readonly kind: 'partial';
  readonly data: Data;
  readonly missing: readonly Failure[];
}

/** A mutation that the user has to mend. */
export interface Refused<Data> extends Answered {
  readonly kind: 'refused';
  readonly data: Data;
  readonly userErrors: readonly UserError[];
  readonly missing: readonly Failure[];
}

/** Nothing of it. */
export interface Failed extends Answered {
  readonly kind: 'failed';
  /** The first of them. */
  readonly failure: Failure;
  readonly failures: readonly [Failure, ...Failure[]];
}

/** Every way in which a request can end. Tell them apart by `kind`. */
export type Result<Data> = Complete<Data> | Incomplete<Data> | Refused<Data> | Failed;

/** The body of a GraphQL answer. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export const failed = (failures: readonly [Failure, ...Failure[]]): Failed => ({
  ...{ kind: 'failed', failure: failures[0], failures, requestId: failures[0].requestId },
});

const isUserError = (value: unknown): value is { code: string; message: string; path?: string[] | null } =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

/** What the payloads of an answer refuse. */
function userErrorsOf(data: object): UserError[] {
  return Object.entries(data).flatMap(([mutation, payload]) => {
    const errors = (payload as { errors?: unknown } | null)?.errors;
    if (!Array.isArray(errors)) return [];
    return errors.filter(isUserError).map(({ code, message, path }) => ({ code, message, path: path ?? [], mutation }));
  });
}

const isEmpty = (data: object): boolean => Object.values(data).every((value) => value === null);

/** Reads a GraphQL answer. Errors beside data that is null throughout are a failure; beside other data they name what is missing. */
export function resultOf(answer: GraphqlAnswer, origin: Origin): Result<unknown> {
  const failures = (answer.errors ?? []).map((error) => failureOf(error, origin));
  const [first, ...others] = failures;
  const answered: Answered = {
    ...(answer.extensions && { extensions: answer.extensions }),
    requestId: origin.requestId,
  };
  const { data } = answer;
  const hasData = typeof data === 'object' && data !== null;
  if (first && (!hasData || isEmpty(data))) return { ...answered, ...failed([first, ...others]) };
  const userErrors = hasData ? userErrorsOf(data) : [];
  if (userErrors.length > 0) return { ...answered, kind: 'refused', data, userErrors, missing: failures };
  if (first) return { ...answered, kind: 'partial', data, missing: failures };
  return { ...answered, kind: 'complete', data };
}

/**
 * The data of a result that has some, whole or in part.
 * @throws CharterError with the failure; for a refused mutation look at `kind` first, since its data says only what was refused
 */
export function dataOf<Data>(result: Result<Data>): Data {
  if (result.kind === 'failed') throw new CharterError(result.failure);
  return result.data;
}
