import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Of a list inside another: one look stays under what the gateway allows. */
const INNER = 3;
/** Below this a look does not grow: the gateway unfolds up to 3,000 fields. */
const FIELDS = 900;

export interface Look {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a look gives for an argument; undefined where it knows nothing that fits. */
export type Arguments = (field: string, argument: GraphQLArgument) => unknown;

/** Writes the queries that read all that a root query shows, as far as its fields can be asked without being told more. */
export class Looks {
  constructor(
    private readonly api: GraphQLSchema,
    private readonly given: Arguments,
  ) {}

  /** The root queries whose arguments are known. */
  names(): string[] {
    return Object.values(this.api.getQueryType()!.getFields())
      .filter(({ name, args }) => args.every((it) => !isRequiredArgument(it) || this.given(name, it) !== undefined))
      .map(({ name }) => name);
  }

  /** The others. */
  unseen(): string[] {
    const seen = this.names();
    return Object.keys(this.api.getQueryType()!.getFields()).filter((name) => !seen.includes(name));
  }

  /** @param depth root, connection, edges, node, its parts, theirs are six */
  look(name: string, depth: number): Look {
    const field = this.api.getQueryType()!.getFields()[name]!;
    const used = field.args
      .map((argument) => ({ argument, value: this.given(name, argument) }))
      .filter(({ value }) => value !== undefined);
    const declared = used.map(({ argument }) => `$${argument.name}: ${String(argument.type)}`).join(', ');
    const passed = used.map(({ argument }) => `${argument.name}: $${argument.name}`).join(', ');
    const body = this.#body(field, depth - 1, { left: FIELDS });
    return {
      query: `query${declared && ` (${declared})`} { ${name}${passed && `(${passed})`} ${body} }`,
      variables: Object.fromEntries(used.map(({ argument, value }) => [argument.name, value])),
    };
  }

  /** What can be asked of a type, as a selection. @param depth how many levels of objects it has */
  part(type: string, depth: number): string {
    return `{ __typename ${this.#fields(this.api.getType(type) as GraphQLObjectType, depth - 1, { left: FIELDS }).join(' ')} }`;
  }

  /** @param depth how many levels of objects may still follow */
  #body(field: GraphQLField<unknown, unknown>, depth: number, budget: { left: number }): string {
    const type = getNamedType(field.type);
    return isObjectType(type) ? `{ __typename ${this.#fields(type, depth, budget).join(' ')} }` : '';
  }

  /** Plain fields first, then small parts, so that no deep branch takes their place. */
  #fields(type: GraphQLObjectType, depth: number, budget: { left: number }): string[] {
    const fields = Object.values(type.getFields());
    const plain = fields.filter(
      (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
    );
    budget.left -= plain.length;
    const deeper = depth > 0 ? fields.filter((field) => isObjectType(getNamedType(field.type))).sort(shallowFirst) : [];
    const parts = deeper.flatMap((field) => {
      const args = this.#inner(field);
      if (args === undefined || budget.left <= 0) return [];
      return [`${field.name}${args} ${this.#body(field, depth - 1, budget)}`];
    });
    return [...plain.map(({ name }) => name), ...parts];
  }

  #inner(field: GraphQLField<unknown, unknown>): string | undefined {
    const wanted = field.args.filter((argument) => isRequiredArgument(argument) || argument.name === 'first');
    const known = wanted.map(({ name, type }) => {
      if (name === 'first') return `first: ${INNER}`;
      const named = getNamedType(type);
      return isEnumType(named) && !isListType(getNullableType(type))
        ? `${name}: ${named.getValues()[0]!.name}`
        : undefined;
    });
    if (known.includes(undefined)) return undefined;
    return known.length > 0 ? `(${known.join(', ')})` : '';
  }
}

const branches = ({ type }: GraphQLField<unknown, unknown>): number => {
  const named = getNamedType(type);
  return isObjectType(named)
    ? Object.values(named.getFields()).filter((field) => isObjectType(getNamedType(field.type))).length
    : 0;
};
const shallowFirst = (a: GraphQLField<unknown, unknown>, b: GraphQLField<unknown, unknown>): number =>
  branches(a) - branches(b);
