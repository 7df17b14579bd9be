import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LIMITS, type Measures, measure } from '../limits/measure';
import { checkNesting } from '../limits/nesting';
import { deprecatedIn } from './deprecated';
import { type IsKeyField, hidingAliasIn } from './hiding-alias';
import { DocumentRefused, MOST_FAULTS } from './refused';

/** A text that has been parsed, is within the limits and fits the schema. */
export interface FitDocument {
  readonly document: DocumentNode;
  readonly measures: Measures;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What it uses that is deprecated, by name. */
  readonly deprecated: readonly string[];
}

/** What a text has to fit. */
export interface DocumentRules {
  readonly schema: GraphQLSchema;
  readonly isKeyField: IsKeyField;
}

/**
 * Reads a query text. It is measured before it is validated: a bomb of fragments would go off in validation.
 * @throws {DocumentRefused} for a text that does not parse, or does not fit the schema
 * @throws {TooComplex} for one over a limit
 */
export function readDocument(text: string, { schema, isKeyField }: DocumentRules): FitDocument {
  checkNesting(text);
  const document = parsed(text);
  const measures = measure(document);
  const faults = validate(schema, document, undefined, { maxErrors: MOST_FAULTS, hideSuggestions: true });
  if (faults.length > 0) {
    const withSuggestions = () => validate(schema, parsed(text), undefined, { maxErrors: MOST_FAULTS });
    throw new DocumentRefused('GRAPHQL_VALIDATION_FAILED', faults, withSuggestions);
  }
  const hiding = measures.aliases > 0 ? hidingAliasIn(schema, document, isKeyField) : undefined;
  if (hiding) throw new DocumentRefused('BAD_USER_INPUT', [hiding]);
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return { document, measures, operations, fragments, deprecated: deprecatedIn(schema, document) };
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw new DocumentRefused('GRAPHQL_PARSE_FAILED', [error]);
    throw error;
  }
}
