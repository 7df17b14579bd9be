import type { Question } from '../questionnaires/question';
import { type CrossCell, crossTable, crossingFaults, decideCrossing } from './crossing';
import type { Profile } from './group';
import { decideShown } from './shown';

const option = (code: string) => ({ code, textKo: code, textEn: code });
const question = (code: string, kind: Question['kind'], ...options: string[]): Question => ({
  ...{ code, kind, textKo: code, textEn: code, required: true, options: options.map(option) },
});
const gender = question('gender', 'SINGLE', 'f', 'm');
const party = question('party', 'SINGLE', 'd', 'i', 'r');
const MONTHS = { from: '2026-11', to: '2026-11' };

/** Who said what, as profiles of either question. */
const profilesOf =
  (cells: readonly (CrossCell & { readonly department?: string })[]) =>
  (of: Question): Profile[] =>
    cells.map(({ row, column, n, department = 'ROADS' }) => ({
      ...{ department, channel: '', service: '', month: '2026-11', question: of.code, n },
      said: { [gender.code]: row, [party.code]: column },
    }));
const made = (cells: readonly CrossCell[]) =>
  crossTable([gender, party], cells, decideCrossing([gender, party], profilesOf(cells), MONTHS, []));
const cell = (row: string, column: string, n: number): CrossCell => ({ row, column, n });
const shares = ({ groups }: ReturnType<typeof made>) =>
  groups.map(({ group, estimates }) => [group, ...estimates.map(({ item, count }) => `${item} ${count}`)]);

it('sets answers against each other (Agresti 2007, table 2.5; R: chisq.test)', () => {
  const table = made([
    ...[cell('f', 'd', 762), cell('f', 'i', 327), cell('f', 'r', 468)],
    ...[cell('m', 'd', 484), cell('m', 'i', 239), cell('m', 'r', 477)],
  ]);
  expect(shares(table)).toEqual([
    ['gender=f', 'd 762', 'i 327', 'r 468'],
    ['gender=m', 'd 484', 'i 239', 'r 477'],
  ]);
  expect(table.association!.chiSquare).toBeCloseTo(30.0701490957547, 10);
  expect(table.association).toMatchObject({ n: 2757, degreesOfFreedom: 2, reliable: true });
  // R: prop.test(762, 1557, correct = FALSE)
  expect(table.groups[0]!.estimates[0]).toMatchObject({ value: 0.4894, low: 0.4646, high: 0.5142 });
});

it('puts together what fewer than five answered, and the next with it, both ways', () => {
  const table = made([cell('f', 'd', 20), cell('f', 'i', 9), cell('f', 'r', 2), cell('m', 'd', 10), cell('m', 'i', 1)]);
  expect(shares(table)).toEqual([
    ['gender=f', 'd 20', 'OTHER 11'],
    ['gender=m', 'd 10', 'OTHER 1'],
  ]);
});

it('is not told where fewer than five answered both', () => {
  expect(made([cell('f', 'd', 4)])).toMatchObject({ suppressed: true, groups: [], association: null });
});

it('keeps back a department later that it would give few of away', () => {
  const cells = [
    ...[
      { ...cell('f', 'd', 10), department: 'ROADS' },
      { ...cell('f', 'd', 2), department: 'WATER' },
    ],
    ...[
      { ...cell('m', 'd', 6), department: 'WATER' },
      { ...cell('m', 'i', 6), department: 'WATER' },
    ],
  ];
  const crossed = decideCrossing([gender, party], profilesOf(cells), MONTHS, []);
  expect(crossed.groups['party']!.map(({ group }) => group)).toEqual(['gender=ALL', 'gender=f', 'gender=m']);
  const later = (earlier: Parameters<typeof decideShown>[3]) =>
    decideShown(profilesOf(cells)(party), ['party'], MONTHS, earlier).groups['party']!.map(({ group }) => group);
  expect(later([])).toEqual(['', 'WATER', 'ROADS']);
  // Twelve women, ten of them in ROADS: of the two in WATER nothing may follow.
  expect(later([crossed])).toEqual(['']);
});

it.each([
  ['a question with itself', [{ rows: 'party', columns: 'party' }], ['crossTables', '0']],
  ['one that there is not', [{ rows: 'party', columns: 'none' }], ['crossTables', '0']],
  ['one that is answered in words', [{ rows: 'words', columns: 'party' }], ['crossTables', '0']],
  ['six tables', Array.from({ length: 6 }, () => ({ rows: 'gender', columns: 'party' })), ['crossTables']],
])('refuses to cross %s', (_name, crossings, path) => {
  const found = [...crossingFaults([gender, party, question('words', 'TEXT')], crossings)];
  expect(found).toMatchObject([{ path }]);
});
