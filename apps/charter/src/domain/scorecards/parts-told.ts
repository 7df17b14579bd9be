import type { ScorecardPart } from './period';

/** That another part of the year was published: with this figure, or without it, since it rests on few cases. */
export interface ToldPart {
  readonly part: ScorecardPart;
  readonly shown: boolean;
}

/** Of which quarters each part is made: what can be reckoned from parts are sums and differences of them. */
const QUARTERS: Readonly<Record<ScorecardPart, readonly number[]>> = {
  YEAR: [1, 1, 1, 1],
  FIRST_HALF: [1, 1, 0, 0],
  SECOND_HALF: [0, 0, 1, 1],
  Q1: [1, 0, 0, 0],
  Q2: [0, 1, 0, 0],
  Q3: [0, 0, 1, 0],
  Q4: [0, 0, 0, 1],
};

/** How many of these are independent of each other. Small whole numbers: elimination is exact enough. */
function rankOf(parts: readonly ScorecardPart[]): number {
  let rows = parts.map((part) => [...QUARTERS[part]]);
  let rank = 0;
  for (let column = 0; column < 4; column += 1) {
    const pivot = rows.find((row) => Math.abs(row[column]!) > 1e-9);
    if (!pivot) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value - (row[column]! / pivot[column]!) * pivot[at]!));
  }
  return rank;
}

/** Whether a part can be reckoned from others. */
export const isTold = (part: ScorecardPart, by: readonly ScorecardPart[]): boolean =>
  rankOf([...by, part]) === rankOf(by);

/**
 * Whether showing a figure of this part would tell one that was hidden in another: the year less three quarters is the fourth. What
 * could be reckoned before is not made worse.
 */
export function tellsOfHidden(part: ScorecardPart, told: readonly ToldPart[]): boolean {
  const shown = told.filter((one) => one.shown).map((one) => one.part);
  return told.some((one) => !one.shown && !isTold(one.part, shown) && isTold(one.part, [...shown, part]));
}
