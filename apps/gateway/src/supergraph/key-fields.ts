import { type DirectiveNode, Kind, parse } from 'graphql';

/** Names of fields by the type that has them. */
export type FieldsByType = ReadonlyMap<string, ReadonlySet<string>>;

const textsIn = (directives: readonly DirectiveNode[] = [], argument: string): string[] =>
  directives.flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ name, value }) => (name.value === argument && value.kind === Kind.STRING ? [value.value] : [])),
  );

/**
 * The fields by which services refer to each other's entities, or need of them: the planner asks for these wherever it goes from one service to
 * the next, also where the client does not. Types without a key are not among them.
 */
export function keyFieldsOf(supergraphSdl: string): FieldsByType {
  const found = new Map<string, ReadonlySet<string>>();
  for (const node of parse(supergraphSdl).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const keys = textsIn(node.directives, 'key');
    if (keys.length === 0) continue;
    const needed = (node.fields ?? []).flatMap(({ directives }) => textsIn(directives, 'requires'));
    found.set(node.name.value, new Set([...keys, ...needed].flatMap((fields) => fields.match(/\w+/g) ?? [])));
  }
  return found;
}
