import type { Entry, EntryKind } from './entries';

/** Korean terms and what they are called in the graph. */
export type Glossary = readonly (readonly [korean: string, english: string])[];

/** Among equals: what can be run before what is built of it. */
const ORDER: readonly EntryKind[] = ['story', 'query', 'mutation', 'type', 'field', 'value', 'argument'];

/** How well one word fits what something is called: 3 for all of it, 2 for its beginning, 1 for a part, 0 for not at all. */
function fit(words: string, word: string): number {
  const joined = words.replaceAll(' ', '');
  if (words === word || joined === word) return 3;
  if (words.startsWith(word) || joined.startsWith(word)) return 2;
  return words.includes(word) || joined.includes(word) ? 1 : 0;
}

/** A name counts more than a translated name, and either more than a description. */
function score({ words, told }: Entry, word: string, translations: readonly string[]): number {
  const named = fit(words, word);
  if (named > 0) return 10 + named;
  const translated = Math.max(0, ...translations.map((one) => fit(words, one)));
  if (translated > 0) return 5 + translated;
  return told.toLowerCase().includes(word) ? 1 : 0;
}

/** What fits every word of the text, the best first. A Korean term of the glossary also finds what it is called in the graph. */
export function search(entries: readonly Entry[], text: string, glossary: Glossary): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const asked = words.map((word) => ({
    word,
    translations: glossary.flatMap(([korean, english]) => (korean === word ? [english.toLowerCase()] : [])),
  }));
  const scored = entries.flatMap((one) => {
    const scores = asked.map(({ word, translations }) => score(one, word, translations));
    return scores.includes(0) ? [] : [{ one, total: scores.reduce((sum, each) => sum + each, 0) }];
  });
  scored.sort(
    (a, b) =>
      b.total - a.total ||
      ORDER.indexOf(a.one.kind) - ORDER.indexOf(b.one.kind) ||
      a.one.name.length - b.one.name.length ||
      a.one.name.localeCompare(b.one.name),
  );
  return scored.map(({ one }) => one);
}
