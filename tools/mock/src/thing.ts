import { type GraphQLObjectType, getNamedType } from 'graphql';

export type Args = Readonly<Record<string, unknown>>;

/** An object of the mock: which one it is. Its values follow from that, but for those that are given. */
export interface Thing {
  readonly type: string;
  readonly key: string;
  readonly given?: Args;
}

/** The field by which objects of a type are known. */
export const keyFieldOf = (type: GraphQLObjectType): string | undefined =>
  ['id', 'code', 'key'].find((name) =>
    ['ID', 'String'].includes(getNamedType(type.getFields()[name]?.type)?.name ?? ''),
  );

const CODES = ['ROADS', 'TRANSPORT', 'PARKS', 'WATER', 'RECYCLING', 'CIVIL_AFFAIRS'];

/** The key of the nth object of a type, from 1: `complaint-7`, or a code. */
export function nameOf(type: GraphQLObjectType, number: number): string {
  if (keyFieldOf(type) === 'id') return `${type.name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}-${number}`;
  const code = CODES[(number - 1) % CODES.length]!;
  return number > CODES.length ? `${code}_${Math.ceil(number / CODES.length)}` : code;
}
