#!/usr/bin/env node
// npm run supergraph:changelog
// npm run supergraph [-- --check] [--no-build] [--base revision] [--allow-breaking "reason"]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    changelog: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    'allow-breaking': { type: 'string' },
    base: { type: 'string' },
  },
});

if (!values['no-build']) {
  const { ensureBuilt } = await import('../../stack/bin/build.mjs');
  const built = await ensureBuilt();
  if (!built.ok) {
    process.stderr.write(`supergraph: the build failed.\n${built.said}`);
    process.exit(1);
  }
}

const { ACCESS, CompositionFailed, Repository, run, writeChangelog } = createRequire(import.meta.url)(
  '../dist/index.js',
);
const repository = new Repository(root);
async function supergraph() {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date());
  const { check, base = process.env.SUPERGRAPH_BASE || undefined, 'allow-breaking': allowBreaking } = values;
  const options = { check, base, allowBreaking, today, access: ACCESS };
  const { faults, notes } = await run(repository, repository.printSubgraphs(), options);
  for (const note of notes) process.stdout.write(`${note}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length === 0) process.stdout.write('The supergraph is composed and up to date.\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
  // What frontends see of the schema follows it. The check of it is one of its own.
  if (!check) spawnSync(process.execPath, [join(root, 'libs/client/bin/codegen.mjs')], { stdio: 'inherit' });
}

try {
  await (values.changelog ? writeChangelog(repository) : supergraph());
} catch (error) {
  const told =
    error instanceof CompositionFailed ? `the subgraphs do not fit together:\n${error.message}` : error.stack;
  process.stderr.write(`supergraph: ${told}\n`);
  process.exitCode = 1;
}
