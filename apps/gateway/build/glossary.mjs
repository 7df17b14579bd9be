// Which Korean term is called what in the graph, from the table of docs/glossary.md: `민원` → `complaint`.

/** The terms of a cell, without what is explained in brackets. */
const termsOf = (cell) =>
  cell
    .replaceAll(/\([^)]*\)/g, '')
    .split('·')
    .map((term) => term.trim())
    .filter(Boolean);

/** Pairs of a Korean term and its English one. Where a line has as many of both they belong together one by one, otherwise each to each. */
export function glossaryOf(markdown) {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, 3).map(termsOf));
  return rows.flatMap(([korean, english]) =>
    korean.length === english.length
      ? korean.map((term, index) => [term, english[index]])
      : korean.flatMap((term) => english.map((other) => [term, other])),
  );
}
