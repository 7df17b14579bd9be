import { getIntrospectionQuery, parse } from 'graphql';
import { LIMITS, TooComplex, measure } from './measure';

const limitOf = (text: string): string => {
  try {
    measure(parse(text));
    return 'none';
  } catch (error) {
    if (error instanceof TooComplex) return error.limit;
    throw error;
  }
};
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

describe('measure', () => {
  it('counts a fragment wherever it is used', () => {
    const { selections, depth, aliases } = measure(parse('{ x: a { ...F } b { ...F } } fragment F on T { c y: d }'));
    expect({ selections, depth, aliases }).toEqual({ selections: 10, depth: 2, aliases: 4 });
  });

  it('adds up the operations of a document', () => {
    expect(measure(parse('query A { a } query B { b }')).selections).toBe(2);
  });

  it('sees introspection through fragments', () => {
    expect(measure(parse('{ ...F } fragment F on Query { x: __type(name: "A") { name } }')).introspections).toBe(2);
    expect(measure(parse('{ __typename a { __typename } }')).introspections).toBe(0);
  });

  it('has room for the standard introspection query, however deep', () => {
    expect(limitOf(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }))).toBe(
      'none',
    );
  });

  it.each([
    ['depth', `${'{ a '.repeat(LIMITS.depth + 1)}${'}'.repeat(LIMITS.depth + 1)}`],
    ['aliases', `{ ${times(LIMITS.aliases + 1, (at) => `a${at}: b`)} }`],
    ['directives', `{ a ${times(LIMITS.directives + 1, (at) => `@d${at}`)} }`],
    ['repeats', `{ ${times(LIMITS.repeats + 1, () => 'a')} }`],
    ['repeats', `{ ${times(LIMITS.repeats + 1, () => '... { ...F }')} } fragment F on T { a }`],
    ['selections', `{ ${times(LIMITS.selections + 1, (at) => `a${at}`)} }`],
    ['introspections', `{ ${times(LIMITS.introspections + 1, (at) => `a${at}: __schema { types { name } }`)} }`],
    ['selections', '{ ...A } fragment A on T { ...B } fragment B on T { ...A }'],
  ])('ends at the limit of %s', (limit, text) => expect(limitOf(text)).toBe(limit));

  it('allows exactly what a limit says', () => {
    expect(limitOf(`{ ${times(LIMITS.aliases, (at) => `a${at}: b`)} }`)).toBe('none');
    expect(limitOf(`{ ${times(LIMITS.repeats, () => 'a')} }`)).toBe('none');
  });

  it('does not mix up the same field at different places', () => {
    expect(measure(parse(`{ ${times(30, (at) => `a${at} { id }`)} }`)).repeats).toBe(1);
  });

  it('is quick with a bomb of fragments', () => {
    const bomb = times(60, (at) => `fragment F${at} on T { ${at < 59 ? `...F${at + 1} ...F${at + 1}` : 'id'} }`);
    const started = performance.now();
    expect(limitOf(`{ ...F0 } ${bomb}`)).not.toBe('none');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
