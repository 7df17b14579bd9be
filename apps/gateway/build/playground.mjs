// Bundles the playground into dist/playground, or the folder given: GraphiQL, its editor's workers and its fonts, so that no other host is needed.
import { build } from 'esbuild';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = resolve(process.argv[2] ?? join(root, 'dist/playground'));
const common = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  minify: true,
  metafile: true,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/playground/assets',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some packages require graphql, others import it: both must get the same copy, or "another realm" breaks the schema.
  alias: { graphql: 'graphql/index.mjs' },
  logLevel: 'warning',
};

const written = ({ metafile }) => Object.entries(metafile.outputs);
/** The names of the script, and of its style sheet, that an entry became. */
const madeFrom = (result, entry) => {
  const [path, { cssBundle = '' }] = written(result).find(([, { entryPoint }]) => entryPoint?.endsWith(entry));
  return [basename(path), basename(cssBundle)];
};

await rm(outdir, { recursive: true, force: true });
const workers = await build({
  ...common,
  format: 'iife',
  entryPoints: {
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
});
const workerUrls = Object.fromEntries(
  ['editor', 'json', 'graphql'].map((label) => [
    label,
    `/playground/assets/${madeFrom(workers, `/${label}.worker.js`)[0]}`,
  ]),
);

const page = await build({
  ...common,
  format: 'esm',
  splitting: true,
  jsx: 'automatic',
  entryPoints: ['playground/index.tsx'],
  loader: { '.ttf': 'file', '.woff2': 'file' },
  define: { ...common.define, WORKER_URLS: JSON.stringify(workerUrls) },
});
const [script, style] = madeFrom(page, 'playground/index.tsx');
const html = (await readFile(join(root, 'playground/index.html'), 'utf8')).replace(
  '<!-- assets -->',
  `<link rel="stylesheet" href="/playground/assets/${style}" />\n    <script type="module" src="/playground/assets/${script}"></script>`,
);
await writeFile(join(outdir, 'index.html'), html);

const compress = promisify(gzip);
for (const path of [...written(workers), ...written(page)].map(([name]) => join(root, name))) {
  await writeFile(`${path}.gz`, await compress(await readFile(path), { level: 9 }));
}
