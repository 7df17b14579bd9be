import type { GraphQLError } from 'graphql';

/** More faults than these help nobody to mend a text or its variables, and each costs: a search for names that are alike, or a line of the answer. */
export const MOST_FAULTS = 20;

/** A text or its variables do not fit the schema. The errors are graphql-js's own, and name what the schema has. */
export class DocumentRefused extends Error {
  #suggesting?: readonly GraphQLError[];

  constructor(
    readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT',
    readonly faults: readonly GraphQLError[],
    private readonly findSuggestions: () => readonly GraphQLError[] = () => faults,
  ) {
    super(faults[0]?.message);
  }

  /** The same with names that are alike, for those who may read names: finding these takes longer than all the rest, so it is done once. */
  withSuggestions(): readonly GraphQLError[] {
    return (this.#suggesting ??= this.findSuggestions());
  }
}

/** `operationName` names none of the operations, or is missing where there are several. */
export class NoSuchOperation extends Error {}
