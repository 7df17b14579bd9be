import type { Word } from '@charter/korean';

/** How much a term tells: the fewer of the known texts contain it, the more (inverse document frequency). */
export const weightOf = (containing: number, texts: number): number => Math.log(1 + (texts + 1) / (containing + 0.5));

/** Terms to look candidates up by: rare enough to tell something, so that common phrases do not fetch half the archive. */
const MOST_PROBES = 12;

/**
 * The terms by which candidates are looked up, the most telling first.
 * @param frequency in how many of the known texts each term stands
 */
export function probesOf(terms: readonly string[], frequency: ReadonlyMap<string, number>): string[] {
  const of = (term: string): number => frequency.get(term) ?? 0;
  const byRarity = [...terms].sort((a, b) => of(a) - of(b) || (a < b ? -1 : 1));
  const known = byRarity.filter((term) => of(term) > 0).slice(0, MOST_PROBES);
  // What nobody has learned yet may stand in what was filed a moment ago.
  const unknown = byRarity.filter((term) => of(term) === 0).slice(0, MOST_PROBES);
  return [...known, ...unknown];
}

/** The words of a text of which at least half the terms stand in another. */
export function matchedWords(words: readonly Word[], found: ReadonlySet<string>, most = 5): string[] {
  const matched = words.filter(({ terms }) => {
    const hits = terms.filter((term) => found.has(term)).length;
    return terms.length > 0 && hits * 2 >= terms.length;
  });
  return [...new Set(matched.map(({ word }) => word))].slice(0, most);
}

/** 0 to 1, to two places. */
export const confidence = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
