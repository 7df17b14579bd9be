import type { ComplaintKind } from '../service-item';
import { RESULT_STATUSES, type Status } from './status';

/** Of two texts at least this much alike, the later one repeats the earlier (반복민원); an officer decides what it means. */
const ALIKE = 0.5;

/** The pairs of neighbouring letters of a text, without spaces and punctuation: particles and spacing change few of them. */
function pairsOf(text: string): Map<string, number> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
  const pairs = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = letters[at - 1]! + letters[at]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** How much alike two texts are, 0 to 1 (Sørensen–Dice on pairs of letters). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const size = sizeOf(a) + sizeOf(b);
  return size === 0 ? 0 : (2 * common) / size;
}

export interface Written {
  readonly title: string;
  readonly body: string;
}

const whole = ({ title, body }: Written): string => `${title} ${body}`;

/** Which of the earlier complaints (same citizen, same service) a later one repeats. */
export const repeatedBy = <T extends Written>(later: Written, earlier: readonly T[]): T[] =>
  earlier.filter((each) => likeness(whole(later), whole(each)) >= ALIKE);

/** Of how many complaints the citizen was told a result (처리결과 통지). */
export const resultsTold = (complaints: readonly { readonly status: Status }[]): number =>
  complaints.filter(({ status }) => RESULT_STATUSES.includes(status)).length;

/** After how many results told for the same matter a further complaint may be closed (법 제23조). */
export const RESULTS_BEFORE_CLOSING = 2;

/** Whether a complaint may be closed as a repeat, as far as its earlier ones say. Never a statutory one (법 제23조). */
export const mayCloseAsRepeat = (kind: ComplaintKind, earlier: readonly { readonly status: Status }[]): boolean =>
  kind !== 'STATUTORY' && resultsTold(earlier) >= RESULTS_BEFORE_CLOSING;
