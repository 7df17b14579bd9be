// Bundles the playground into dist/playground, or the folder given: GraphiQL's editors and their workers, so that no other host is needed.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { getIntrospectionQuery } from 'graphql';
import { compressed } from './compressed.mjs';
import { glossaryOf } from './glossary.mjs';
import { Outputs } from './outputs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = resolve(process.argv[2] ?? join(root, 'dist/playground'));
const ASSETS = '/playground/assets';
const common = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  minify: true,
  metafile: true,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: ASSETS,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some packages require graphql, others import it: both must get the same copy, or "another realm" breaks the schema.
  alias: { graphql: 'graphql/index.mjs' },
  logLevel: 'warning',
};

/** Puts our choice of the editor's parts where monaco-graphql asks for all of them. */
const ownMonaco = {
  name: 'own monaco',
  setup: ({ onLoad }) => {
    onLoad({ filter: /monaco-graphql[\\/]esm[\\/]monaco-editor\.js$/ }, () => ({
      contents: `export * from './playground/monaco';`,
      resolveDir: root,
    }));
  },
};

await rm(outdir, { recursive: true, force: true });
const workers = new Outputs(
  await build({
    ...common,
    format: 'iife',
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
  }),
);
const workerUrls = Object.fromEntries(
  ['editor', 'json', 'graphql'].map((label) => [label, `${ASSETS}/${workers.from(`/${label}.worker.js`).name}`]),
);

const page = new Outputs(
  await build({
    ...common,
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    entryPoints: ['playground/session/start.ts', 'playground/index.tsx'],
    loader: { '.ttf': 'file' },
    plugins: [ownMonaco],
    define: {
      ...common.define,
      WORKER_URLS: JSON.stringify(workerUrls),
      INTROSPECTION: JSON.stringify(getIntrospectionQuery({ inputValueDeprecation: true }).replaceAll(/\s+/g, ' ')),
      GLOSSARY: JSON.stringify(glossaryOf(await readFile(join(root, '../../docs/glossary.md'), 'utf8'))),
    },
  }),
);

// All that the page needs to be usable is asked for at once, and not as one part after another is found to need it.
const start = page.from('playground/session/start.ts');
const main = page.from('playground/index.tsx');
const needed = page.with(start, main, page.from('esm/monaco-editor.js'), page.from('monaco-graphql/esm/lite.js'));
const head = [
  `<script type="module" async src="${ASSETS}/${start.name}"></script>`,
  `<link rel="stylesheet" href="${ASSETS}/${main.style}" />`,
  `<script type="module" src="${ASSETS}/${main.name}"></script>`,
  ...needed.map((name) => `<link rel="modulepreload" href="${ASSETS}/${name}" />`),
];
const html = await readFile(join(root, 'playground/index.html'), 'utf8');
await writeFile(join(outdir, 'index.html'), html.replace('<!-- assets -->', head.join('\n    ')));

await Promise.all([...workers.paths, ...page.paths].map((path) => compressed(join(root, path))));
