import { wronglyPublic } from './public';
import { ANYBODY, rule } from './rule';

const rules = {
  roots: {
    charter: { Query: { departments: rule(ANYBODY), mine: rule('SIGNED_IN'), total: rule('SIGNED_IN') }, Mutation: {} },
  },
  entities: {},
  fields: { Department: { name: 'PUBLIC', head: 'STAFF', text: 'PUBLIC' }, Text: { ko: 'PUBLIC', draft: 'ADMIN' } },
};
const faults = (
  department: string,
  query = 'departments: [Department!]!',
  text = 'type Text { ko: String draft: String }',
) => wronglyPublic({ charter: `type Query { ${query} } type Department ${department} ${text}` }, rules);

describe('fields that are marked public', () => {
  it.each<[string, string[], string[]]>([
    ['none without marks', ['{ name: String head: String text: Text }'], []],
    [
      'those of a marked type',
      ['@cacheControl(maxAge: 60) { name: String head: String }'],
      ['Department.head (charter)'],
    ],
    [
      'none that is taken out',
      ['@cacheControl(maxAge: 60) { name: String head: String @cacheControl(maxAge: 0) }'],
      [],
    ],
    ['none of a type without a mark that is in one', ['@cacheControl(maxAge: 60) { name: String text: Text }'], []],
    [
      'those of a type that is as public as its place',
      [
        '@cacheControl(maxAge: 60) { text: [Text!]! }',
        'departments: Department',
        'type Text @cacheControl(inheritMaxAge: true) { ko: String draft: String }',
      ],
      ['Text.draft (charter)'],
    ],
    ['queries for some', ['@cacheControl(maxAge: 60) { name: String }', 'mine: Department'], ['Query.mine (charter)']],
    ['queries that say so', ['{ name: String }', 'total: Int @cacheControl(maxAge: 5)'], ['Query.total (charter)']],
    ['no query that says nothing', ['{ name: String }', 'total: Int'], []],
  ])('names %s', (_name, [department, query, text], expected) =>
    expect(faults(department!, query, text)).toEqual(expected),
  );
});
