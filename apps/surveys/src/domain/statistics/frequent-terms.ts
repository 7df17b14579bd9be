import { wordsOf } from '@charter/korean';

/** A word that several wrote, and how many. */
export interface FrequentTerm {
  readonly term: string;
  readonly responses: number;
}

/** Particles that end nouns too (허가, 횡단보도): they go where the same texts have the word without them. */
const DOUBTFUL = /^([가-힣]{2,})[이가도로과와만]$/;

/** The words of each text, each once: a word as often as somebody repeats it is one. */
function wordsOfEach(texts: readonly string[]): Set<string>[] {
  const found = texts.map((text) => wordsOf(text).map(({ word }) => word));
  const known = new Set(found.flat());
  const bare = (word: string): string => {
    const noun = DOUBTFUL.exec(word)?.[1];
    return noun && known.has(noun) ? noun : word;
  };
  return found.map((words) => new Set(words.map(bare).filter(({ length }) => length > 1)));
}

/**
 * The words that texts have in common, without their particles and endings (가로등이, 가로등은 → 가로등), most frequent
 * first. Somebody who writes a word ten times counts once. What fewer than `least` wrote is left out: it may be a name.
 */
export function frequentTerms(texts: readonly string[], least: number, most = 30): FrequentTerm[] {
  const writers = new Map<string, number>();
  for (const words of wordsOfEach(texts)) {
    for (const word of words) writers.set(word, (writers.get(word) ?? 0) + 1);
  }
  return [...writers]
    .filter(([, responses]) => responses >= least)
    .sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([term, responses]) => ({ term, responses }));
}
