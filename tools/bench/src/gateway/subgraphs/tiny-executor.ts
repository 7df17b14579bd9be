import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  parse,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type Read = (variables: Variables) => unknown;

/** What the root fields answer. */
export type Root = Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => unknown>>;

interface Step {
  /** The name in the answer. */
  readonly key: string;
  readonly field: string;
  /** The type that a value must be of; undefined where any will do. */
  readonly on?: string;
  readonly given: readonly (readonly [name: string, read: Read])[];
  readonly steps?: readonly Step[];
}

const MOST_DOCUMENTS = 1_000;

/**
 * Answers queries on plain objects, for stub subgraphs that must cost next to nothing beside the gateways that are measured: a
 * text is parsed once, and nothing is validated.
 */
export function tinyExecutor(root: Root): (query: string, variables: Variables) => object {
  const known = new Map<string, readonly Step[]>();

  const stepsOf = (query: string): readonly Step[] => {
    const found = known.get(query);
    if (found) return found;
    if (known.size >= MOST_DOCUMENTS) known.clear();
    const made = prepare(parse(query, { noLocation: true }));
    known.set(query, made);
    return made;
  };

  return (query, variables) => {
    const data: Record<string, unknown> = {};
    for (const { key, field, given, steps } of stepsOf(query)) {
      if (field === '__typename') data[key] = 'Query';
      else {
        const args = Object.fromEntries(given.map(([name, read]) => [name, read(variables)]));
        data[key] = pick(root[field]!(args), steps);
      }
    }
    return { data };
  };
}

function pick(value: unknown, steps: readonly Step[] | undefined): unknown {
  if (!steps || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((each) => pick(each, steps));
  const from = value as Readonly<Record<string, unknown>>;
  const picked: Record<string, unknown> = {};
  for (const { key, field, on, steps: inner } of steps) {
    if (on === undefined || on === from.__typename) picked[key] = pick(from[field], inner);
  }
  return picked;
}

function prepare({ definitions }: DocumentNode): readonly Step[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  const walk = ({ selections }: SelectionSetNode, on?: string): Step[] =>
    selections.flatMap((one): Step[] => {
      if (one.kind !== Kind.FIELD) {
        const part = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)!;
        return walk(part.selectionSet, part.typeCondition?.name.value ?? on);
      }
      const given = (one.arguments ?? []).map(({ name, value }) => [name.value, reader(value)] as const);
      const key = one.alias?.value ?? one.name.value;
      return [
        {
          key,
          field: one.name.value,
          given,
          ...(on && { on }),
          ...(one.selectionSet && { steps: walk(one.selectionSet) }),
        },
      ];
    });

  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.');
  return walk(operation.selectionSet);
}

function reader(node: ValueNode): Read {
  switch (node.kind) {
    case Kind.VARIABLE:
      return (variables) => variables[node.name.value];
    case Kind.INT:
      return () => Number(node.value);
    case Kind.STRING:
      return () => node.value;
    case Kind.LIST: {
      const reads = node.values.map(reader);
      return (variables) => reads.map((read) => read(variables));
    }
    case Kind.OBJECT: {
      const reads = node.fields.map(({ name, value }) => [name.value, reader(value)] as const);
      return (variables) => Object.fromEntries(reads.map(([name, read]) => [name, read(variables)]));
    }
    default:
      throw new Error(`The stubs do not read ${node.kind}.`);
  }
}
