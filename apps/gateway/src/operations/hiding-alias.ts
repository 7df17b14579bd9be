import {
  type DocumentNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  TypeInfo,
  isAbstractType,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Whether the planner may ask a type for a field of this name on its own. */
export type IsKeyField = (type: string, field: string) => boolean;

const DETAIL = 'hides the key of its object: give the field another name.';

/**
 * Finds an alias under which the planner puts something else: `{ complaint { id: title citizen { name } } }` would be answered with the id in the
 * place of the title, since a subgraph is asked for the key under its own name. The same with `__typename`.
 */
export function hidingAliasIn(
  schema: GraphQLSchema,
  document: DocumentNode,
  isKeyField: IsKeyField,
): GraphQLError | undefined {
  const types = new TypeInfo(schema);
  let found: GraphQLError | undefined;
  const hides = (parent: GraphQLNamedType, alias: string): boolean =>
    alias.startsWith('__') ||
    [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])].some(({ name }) =>
      isKeyField(name, alias),
    );
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const parent = types.getParentType();
        const alias = node.alias?.value;
        if (!parent || alias === undefined || alias === node.name.value || !hides(parent, alias)) return;
        found ??= new GraphQLError(`The alias "${alias}" ${DETAIL}`, { nodes: node });
      },
    }),
  );
  return found;
}
