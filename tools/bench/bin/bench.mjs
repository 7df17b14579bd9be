// npm run bench [-- name … --option …]: runs the benchmarks one after another, each in a process of its own, with the options.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const { ensureInstalled } = await import('../../stack/bin/bootstrap.mjs');
ensureInstalled();
const { ensureBuilt } = await import('../../stack/bin/build.mjs');
const built = await ensureBuilt();
if (!built.ok) {
  process.stderr.write(built.said);
  process.exit(1);
}

const folder = join(root, 'tools/bench/dist');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.js'))
  .map((name) => name.replace('.bench.js', ''));
const given = process.argv.slice(2);
const firstOption = given.findIndex((argument) => argument.startsWith('--'));
const wanted = firstOption < 0 ? given : given.slice(0, firstOption);
const options = given.slice(wanted.length);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(1);
}

// The same PostgreSQL as the tests', unless TEST_DATABASE_URL names another.
const require = createRequire(import.meta.url);
await require(join(root, 'libs/testkit/jest/global-setup.cjs'))();
let failed = false;
try {
  for (const name of wanted.length > 0 ? wanted : all) {
    console.log(`\n# ${name}`);
    const { status } = spawnSync(process.execPath, [join(folder, `${name}.bench.js`), ...options], {
      cwd: root,
      env: process.env,
      stdio: 'inherit',
    });
    failed ||= status !== 0;
  }
} finally {
  await require(join(root, 'libs/testkit/jest/global-teardown.cjs'))();
}
process.exitCode = failed ? 1 : 0;
