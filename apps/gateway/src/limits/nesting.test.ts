import { getIntrospectionQuery } from 'graphql';
import { LIMITS, TooComplex } from './measure';
import { checkNesting } from './nesting';

const within = (count: number): string => `{ a(b: ${'['.repeat(count - 2)}1${']'.repeat(count - 2)}) }`;

describe('nesting', () => {
  it('may be as deep as the limit, and no deeper', () => {
    expect(() => checkNesting(within(LIMITS.nesting))).not.toThrow();
    expect(() => checkNesting(within(LIMITS.nesting + 1))).toThrow(TooComplex);
  });

  it('counts every kind of bracket, where they are open at once', () => {
    const side = '(a: [{b: 1}]) '.repeat(200);
    expect(() => checkNesting(`{ ${side} }`)).not.toThrow();
    expect(() => checkNesting(`query Q($a: ${'['.repeat(100)}Int`)).toThrow(TooComplex);
    expect(() => checkNesting('{a'.repeat(100))).toThrow(TooComplex);
  });

  it('does not count what stands in texts and comments', () => {
    expect(() => checkNesting(`{ a(b: "${'['.repeat(200)}") # ${'{'.repeat(200)}\n }`)).not.toThrow();
  });

  it('has room for the standard introspection query', () => {
    expect(() => checkNesting(getIntrospectionQuery())).not.toThrow();
  });

  it('leaves what is no GraphQL to the parser', () => {
    for (const text of ['', '{ "', '\u0000', '}}}}']) expect(() => checkNesting(text)).not.toThrow();
  });
});
