import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  executeSync,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** The JSON of a root field that asks about the schema. @throws {Error} when graphql-js cannot answer it */
export type Introspection = (node: FieldNode, variables: Readonly<Record<string, unknown>>) => string;

const REMEMBERED = 4;

/** Answers what an operation asks about the public schema, by graphql-js; asked again with the same variables, from memory. */
export function introspectionOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): Introspection {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const known = new LRUCache<string, string>({ max: REMEMBERED });
  const nodes: FieldNode[] = [];
  return (node, variables) => {
    if (!nodes.includes(node)) nodes.push(node);
    const given = names.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : 0)); // null is no default
    const key = JSON.stringify([nodes.indexOf(node), ...given]);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const alone: OperationDefinitionNode = {
      ...operation,
      directives: [],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
    };
    const { data, errors } = executeSync({
      schema,
      document: { kind: Kind.DOCUMENT, definitions: [alone, ...fragments] },
      variableValues: variables,
    });
    if (errors) throw errors[0]!;
    const text = JSON.stringify(data![node.alias?.value ?? node.name.value] ?? null);
    known.set(key, text);
    return text;
  };
}
