import { type GraphQLEnumType, type GraphQLScalarType, isEnumType } from 'graphql';
import { type Json, quote } from './json';

const isWhole = (value: Json): boolean => typeof value === 'number' && /^-?\d+$/.test(String(value));

/**
 * Writes a scalar or enum as JSON, where the value fits: what the subgraphs' own executors make sure of, looked at again,
 * since an enum of the public schema may have fewer values than a subgraph knows. A scalar of our own may hold anything.
 */
export function leafWriter<S>(
  type: GraphQLScalarType | GraphQLEnumType,
  unfit: (shaping: S) => string,
): (value: Json, shaping: S) => string {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value, shaping) => (typeof value === 'string' && texts.get(value)) || unfit(shaping);
  }
  switch (type.name) {
    case 'String':
      return (value, shaping) => (typeof value === 'string' ? quote(value) : unfit(shaping));
    case 'ID':
      return (value, shaping) =>
        typeof value === 'string' ? quote(value) : isWhole(value) ? String(value) : unfit(shaping);
    case 'Int':
      return (value, shaping) => (isWhole(value) ? String(value) : unfit(shaping));
    case 'Float':
      return (value, shaping) => (typeof value === 'number' ? JSON.stringify(value) : unfit(shaping));
    case 'Boolean':
      return (value, shaping) => (value === true ? 'true' : value === false ? 'false' : unfit(shaping));
    default:
      return (value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value));
  }
}
