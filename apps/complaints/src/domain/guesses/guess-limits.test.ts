import { type Counted, GUESS_LIMITS, limitedUntil } from './guess-limits';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));
const counted = (scope: Counted['scope'], guesses: number, until = at(1)): Counted => ({ scope, guesses, until });

it.each<[string, Counted[], Date | null]>([
  ['nothing counted', [], null],
  [
    'all at their limits',
    (Object.keys(GUESS_LIMITS) as Counted['scope'][]).map((each) => counted(each, GUESS_LIMITS[each])),
    null,
  ],
  ['one over', [counted('RECEIPT', 6), counted('ADDRESS', 6)], at(1)],
  ['two over, until the later', [counted('RECEIPT', 6, at(1)), counted('ADDRESS', 31, at(2))], at(2)],
  ['one over, the later one not', [counted('RECEIPT', 6, at(1)), counted('EVERYBODY', 7, at(3))], at(1)],
])('%s', (_name, given, until) => expect(limitedUntil(given)).toEqual(until));
