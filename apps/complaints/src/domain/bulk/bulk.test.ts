import { MOST_ITEMS, bulkFaults } from './bulk';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `id-${index}`);

it.each<[string, string[], [string, string[]][]]>([
  ['one', ids(1), []],
  ['as many as may be', ids(MOST_ITEMS), []],
  ['none', [], [['INVALID_VALUE', ['items']]]],
  ['one too many', ids(MOST_ITEMS + 1), [['LIMIT_REACHED', ['items']]]],
  ['the same twice, once in capitals', ['ab', 'cd', 'AB'], [['INVALID_VALUE', ['items', '2', 'complaintId']]]],
])('judges %s', (_name, list, expected) => {
  expect([...bulkFaults(list)].map(({ code, path }) => [code, path])).toEqual(expected);
});
