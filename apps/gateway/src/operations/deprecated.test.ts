import { buildSchema, parse } from 'graphql';
import { deprecatedIn } from './deprecated';

const old = '@deprecated(reason: "2027-06-30: nothing replaces it: a test")';
const schema = buildSchema(`
  type Query { found(by: By, kind: Kind, old: Int ${old}): [Thing] plain: Thing }
  type Thing { id: ID old: Int ${old} more: Thing }
  input By { name: String old: Int ${old} in: By }
  enum Kind { NEW OLD ${old} }`);
const used = (query: string) => deprecatedIn(schema, parse(query));

describe('what a query uses that is deprecated', () => {
  it.each([
    ['{ plain { old } }', ['Thing.old']],
    ['{ found(old: 1) { id } }', ['Query.found(old)']],
    ['{ found(by: { name: "a", in: { old: 1 } }) { id } }', ['By.old']],
    ['{ found(kind: OLD) { id } }', ['Kind.OLD']],
    ['query A { plain { ...Old more { ...Old } } } fragment Old on Thing { old }', ['Thing.old']],
    ['{ found(old: 1, kind: OLD) { a: old b: old } }', ['Kind.OLD', 'Query.found(old)', 'Thing.old']],
    ['{ found(kind: NEW, by: { name: "old" }) @skip(if: false) { id __typename } }', []],
  ])('in %s', (query, names) => expect(used(query)).toEqual(names));
});
