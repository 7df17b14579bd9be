import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What a list without `first` is taken to hold: claims of a complaint, stretches of a deadline. */
const USUAL_LIST = 10;
/** A page is never larger: the subgraphs refuse more. */
const LARGEST_PAGE = 100;

function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number | undefined {
  const declared = field.args.find(({ name }) => name === 'first');
  if (!declared) return undefined;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? variables[given.name.value]
        : undefined;
  const size = value ?? declared.defaultValue;
  return typeof size === 'number' ? Math.min(Math.max(size, 0), LARGEST_PAGE) : LARGEST_PAGE;
}

const isList = (field: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(field.type));

/** What the variables of an operation hold: the given values over the defaults in its text. */
const valuesOf = ({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables => ({
  ...Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  ),
  ...given,
});

/**
 * How many objects the answer may hold: each field with fields of its own counts once, times the lists around it. A list is as
 * long as the `first` of its field, or of the connection that it pages. Literal and variable `first` count alike.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  const variables = valuesOf(operation, given);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let cost = 0;

  function walk(set: SelectionSetNode, parent: GraphQLNamedType, times: number, page: number | undefined): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        visit(selection, parent, times, page);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
      const type = part.typeCondition ? schema.getType(part.typeCondition.name.value)! : parent;
      walk(part.selectionSet, type, times, page);
    }
  }

  function visit(node: FieldNode, parent: GraphQLNamedType, times: number, page: number | undefined): void {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return; // a leaf, or introspection
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return;
    const own = pageSize(node, field, variables);
    const here = times * (isList(field) ? (own ?? page ?? USUAL_LIST) : 1);
    cost += here;
    walk(node.selectionSet, type, here, isList(field) ? undefined : own);
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, 1, undefined);
  return cost;
}
