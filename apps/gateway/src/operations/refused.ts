import type { GraphQLError } from 'graphql';

/** A text or its variables do not fit the schema. The errors are graphql-js's own, and name what the schema has. */
export class DocumentRefused extends Error {
  constructor(
    readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT',
    readonly faults: readonly GraphQLError[],
    /** The same with names that are alike, for those who may read names: finding these takes longer than all the rest. */
    readonly withSuggestions: () => readonly GraphQLError[] = () => faults,
  ) {
    super(faults[0]?.message);
  }
}

/** `operationName` names none of the operations, or is missing where there are several. */
export class NoSuchOperation extends Error {}
