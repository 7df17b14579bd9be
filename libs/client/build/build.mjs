// Builds the package into dist, or the folder given: ES modules for bundlers and browsers, CommonJS for Node, types for both, and the manifest.
import { execFileSync } from 'node:child_process';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const ENTRIES = ['index', 'documents'];
const common = {
  absWorkingDir: root,
  entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
  outdir: dist,
  bundle: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
};

await rm(dist, { recursive: true, force: true });
await build({ ...common, format: 'esm', splitting: true, outExtension: { '.js': '.mjs' } });
await build({ ...common, format: 'cjs', outExtension: { '.js': '.cjs' } });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(dist, 'types')], {
  cwd: root,
  stdio: 'inherit',
});
for (const name of ENTRIES) await writeFile(join(dist, `${name}.d.mts`), `export * from './types/${name}.js';\n`);
await copyFile(join(root, 'src/generated/persisted-documents.json'), join(dist, 'persisted-documents.json'));
