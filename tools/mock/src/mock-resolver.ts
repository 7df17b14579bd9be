import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Chance } from './chance';
import { echoOf, keepInput, keyInInput } from './echo';
import { pageOf } from './page';
import { type Args, type Thing, keyFieldOf, nameOf } from './thing';
import { valueOf } from './values';
import { type Wishes, practice } from './wishes';

/** How many items a plain list has at the most. */
const LONGEST_LIST = 4;
/** One of so many values that may be missing is. */
const SELDOM = 8;
/** Objects of a type that others refer to. */
const OBJECTS = 45;

interface Asked {
  readonly source: Thing;
  readonly args: Args;
  readonly wishes: Wishes;
  readonly info: GraphQLResolveInfo;
  /** Which one of a list. */
  readonly index?: number;
}

const pathOf = ({ path }: GraphQLResolveInfo): string => {
  const names: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') names.unshift(at.key);
  return names.join('.');
};

/**
 * Resolves every field of the API by what it is called: the same object has the same values, whoever asks for them in whatever order, so
 * nothing is kept. Objects are found by the key that a request names.
 */
export function mockResolver(chance: Chance): GraphQLFieldResolver<Thing | undefined, Wishes, Args> {
  const placeOf = ({ source, args, info, index }: Asked) => ({
    type: source.type,
    key: source.key,
    field: info.fieldName,
    args: JSON.stringify([args, index]),
  });

  const objectOf = (type: GraphQLObjectType, asked: Asked): Thing => {
    const { source, args, info } = asked;
    const place = Object.values(placeOf(asked));
    if (info.parentType === info.schema.getMutationType())
      return { type: type.name, key: place.join('/'), given: keepInput(info.parentType, info.fieldName, args) };
    const keyField = keyFieldOf(type);
    if (!keyField) return { type: type.name, key: place.join('/'), given: echoOf(type, source) };
    const named = args[keyField] ?? keyInInput(source, info.fieldName, keyField);
    const key = typeof named === 'string' ? named : nameOf(type, 1 + chance.number(OBJECTS, ...place));
    return { type: type.name, key, given: { ...echoOf(type, source), [keyField]: key } };
  };

  const make = (type: GraphQLOutputType, asked: Asked): unknown => {
    const { source, args, wishes, info } = asked;
    const nullable = getNullableType(type);
    const place = placeOf(asked);
    if (isListType(nullable)) {
      if (getNamedType(nullable).name === 'UserError') return refusals(wishes);
      const length = chance.number(LONGEST_LIST, 'length', ...Object.values(place)) + 1;
      return Array.from({ length }, (_, index) => make(nullable.ofType, { ...asked, index }));
    }
    if (isObjectType(nullable)) {
      if (wishes.userError && source.type.endsWith('Payload') && !isNonNullType(type)) return null;
      return pageOf(nullable, chance, source, args, info) ?? objectOf(nullable, asked);
    }
    if (!isLeafType(nullable)) throw new Error(`The mock does not know what to answer for ${String(type)}.`);
    if (info.fieldName === keyFieldOf(info.parentType) && !isListType(type)) return source.key;
    if (!isNonNullType(type) && chance.number(SELDOM, 'missing', ...Object.values(place)) === 0) return null;
    return valueOf(nullable, chance, place, wishes.language);
  };

  return (source, args, wishes, info) => {
    const { error, language } = wishes;
    if (error && (error.path === undefined ? source === undefined : error.path === pathOf(info)))
      throw new GraphQLError(practice(error.code, language), { extensions: { code: error.code } });
    const from = source ?? { type: info.parentType.name, key: '' };
    const given = from.given?.[info.fieldName];
    return given === undefined ? make(info.returnType, { source: from, args, wishes, info }) : given;
  };
}

/** What a mutation has against its input: nothing, unless it is asked to. */
const refusals = ({ userError, language }: Wishes): Thing[] =>
  userError
    ? [
        {
          type: 'UserError',
          key: userError,
          given: { code: userError, message: practice(userError, language), path: ['input'] },
        },
      ]
    : [];
