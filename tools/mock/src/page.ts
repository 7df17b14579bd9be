import { GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { Chance } from './chance';
import { type Args, type Thing, nameOf } from './thing';

/** How long the lists are: those at the root, and those of an object. */
const OF_ALL = 45;
const OF_ONE = 12;
const FIRST = { default: 20, most: 100 };

const cursorOf = (index: number): string => Buffer.from(`mock:${index}`).toString('base64url');

function indexAfter(cursor: unknown): number {
  if (cursor === undefined || cursor === null) return 0;
  const index = /^mock:(\d+)$/.exec(Buffer.from(String(cursor), 'base64url').toString())?.[1];
  if (index === undefined) throw badInput('This cursor was not made here: use endCursor of the page before.');
  return Number(index) + 1;
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * A page of a list, as Relay has it: the same list each time, cut by `first` and `after`.
 * @returns undefined where the type is no page
 * @throws {GraphQLError} BAD_USER_INPUT, as the gateway does
 */
export function pageOf(
  type: GraphQLObjectType,
  chance: Chance,
  source: Thing,
  args: Args,
  { parentType, schema, fieldName }: GraphQLResolveInfo,
): Thing | undefined {
  const edge = type.name.endsWith('Connection') && type.getFields().edges && getNamedType(type.getFields().edges!.type);
  if (!edge || !isObjectType(edge)) return undefined;
  const node = getNamedType(edge.getFields().node!.type);
  if (!isObjectType(node)) return undefined;
  const { first = FIRST.default, after, ...asked } = args;
  if (typeof first !== 'number' || first < 1 || first > FIRST.most) throw badInput(`first is 1 to ${FIRST.most}.`);
  const isRoot = parentType === schema.getQueryType();
  const total = isRoot ? OF_ALL : chance.number(OF_ONE + 1, source, fieldName, asked);
  const offset = isRoot ? 0 : chance.number(OF_ALL, 'offset', source.type, source.key, fieldName);
  const begin = indexAfter(after);
  const end = Math.min(begin + first, total);
  const indexes = Array.from({ length: Math.max(end - begin, 0) }, (_, at) => begin + at);
  const key = (index: number): string => nameOf(node, ((offset + index) % OF_ALL) + 1);
  const part = (name: string, given: object): Thing => ({ type: name, key: '', given: { ...given } });
  return part(type.name, {
    totalCount: total,
    edges: indexes.map((index) =>
      part(edge.name, { cursor: cursorOf(index), node: { type: node.name, key: key(index) } }),
    ),
    pageInfo: part('PageInfo', {
      hasNextPage: end < total,
      hasPreviousPage: begin > 0,
      startCursor: indexes.length > 0 ? cursorOf(begin) : null,
      endCursor: indexes.length > 0 ? cursorOf(end - 1) : null,
    }),
  });
}
