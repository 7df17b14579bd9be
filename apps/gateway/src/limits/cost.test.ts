import { type OperationDefinitionNode, buildSchema, parse } from 'graphql';
import { costOf } from './cost';

const schema = buildSchema(`
  type Query { me: Person list: [Person!]! page(first: Int = 20): PersonConnection! top(first: Int!): [Person] any: [Any] }
  type PersonConnection { edges: [PersonEdge!]! totalCount: Int }
  type PersonEdge { cursor: String node: Person! }
  interface Named { friend: Person }
  type Person implements Named { id: ID friend: Person friends: [Person!] page(first: Int = 20): PersonConnection! }
  union Any = Person`);

const cost = (text: string, variables = {}): number => {
  const document = parse(text);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};

describe('costOf', () => {
  it.each([
    ['{ me { id } }', 1],
    ['{ me { friend { id } } }', 2],
    ['{ list { id } }', 10],
    ['{ list { friends { id } } }', 110],
    ['{ top(first: 3) { friend { id } } }', 6],
    ['{ page(first: 5) { totalCount edges { cursor node { id } } } }', 11],
    ['{ page { edges { node { id } } } }', 41],
    ['{ page(first: 2) { edges { node { page(first: 3) { edges { node { id } } } } } } }', 1 + 2 + 2 + 2 + 6 + 6],
    ['{ any { ... on Person { friend { id } } } }', 20],
    ['{ me { ...F } } fragment F on Named { friend { id } }', 2],
    ['{ __schema { types { name } } }', 0],
    ['{ top(first: 5000) { id } }', 100],
    ['{ top(first: -5) { id } }', 0],
  ])('%s costs %d objects', (text, expected) => expect(cost(text)).toBe(expected));

  it('reads variables, their defaults, and the field’s own default', () => {
    const text = 'query Q($n: Int = 7) { top(first: $n) { id } }';
    expect(cost(text, { n: 4 })).toBe(4);
    expect(cost(text)).toBe(7);
    expect(cost('query Q($n: Int) { page(first: $n) { edges { cursor } } }')).toBe(21);
    expect(cost(text, { n: '100000' })).toBe(100);
  });
});
