// GraphQL that stands inside other files, for ESLint: the blocks of Markdown, and the texts of queries in TypeScript.

/** Where a text of GraphQL begins, by the kind of file; it ends at the next fence or backtick. */
const BEGINS = {
  md: { begin: /^```+graphql\n/gm, end: /^```/m },
  ts: {
    begin: /(?:\bquery: |= |\/\* GraphQL \*\/ ?|\bgql|\bgraphql\()`(?=\s*(?:query|mutation|fragment) [\w(])/g,
    end: /`/,
  },
};

/** What is put in from elsewhere is some selection: its own text is not looked at here. */
const withoutInserts = (text) => text.replace(/\$\{[^}]*\}/g, '__typename');

/** @returns every text of GraphQL in a file, with the number of lines before it */
function blocksOf(source, path) {
  const { begin, end } = BEGINS[path.endsWith('.md') ? 'md' : 'ts'];
  return [...source.matchAll(begin)].map((found) => {
    const from = found.index + found[0].length;
    const text = source.slice(from);
    return {
      text: withoutInserts(text.slice(0, text.search(end))),
      linesBefore: source.slice(0, from).split('\n').length - 1,
    };
  });
}

const known = new Map();

/** An ESLint processor: each text is a file of its own, `<file>/<n>.graphql`; TypeScript is linted as well. */
export const graphqlBlocks = {
  meta: { name: 'graphql-blocks', version: '1' },
  preprocess(source, path) {
    const blocks = blocksOf(source, path);
    known.set(path, blocks);
    const files = blocks.map(({ text }, index) => ({ text, filename: `${index}.graphql` }));
    return path.endsWith('.md') ? files : [...files, source];
  },
  postprocess(messages, path) {
    const blocks = known.get(path) ?? [];
    known.delete(path);
    return messages.flatMap((of, index) => {
      const linesBefore = blocks[index]?.linesBefore ?? 0;
      return of.map(({ endLine, ...message }) => ({
        ...message,
        line: message.line + linesBefore,
        ...(endLine !== undefined && { endLine: endLine + linesBefore }),
      }));
    });
  },
  supportsAutofix: false,
};
