// npm test: installs what is missing, then every check and every test, and says how many passed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const { ensureInstalled } = await import('../../stack/bin/bootstrap.mjs');
ensureInstalled();
const { provideTools } = await import('./tools.mjs');
provideTools();

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NODE_ENV: 'test' };
const seconds = (from) => `${((Date.now() - from) / 1_000).toFixed(1)} s`;

/** Every check is one count: it passes or it fails, and says why. */
const CHECKS = [
  ['format', 'npx', ['prettier', '--check', '--log-level=warn', '.']],
  ['build', 'node', ['tools/stack/bin/build.mjs']],
  [
    'lint and typecheck',
    'npx',
    ['nx', 'run-many', '-t', 'lint', 'typecheck', '--output-style=stream-without-prefixes'],
  ],
  ['module boundaries bite', 'node', ['tools/checks/bin/boundary-canary.mjs']],
  ['graphql rules bite', 'node', ['tools/checks/bin/lint-canary.mjs']],
  [
    'dependency rules',
    'npx',
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'tools'],
  ],
  ['dead code', 'npx', ['knip']],
  ['commit messages', 'node', ['tools/checks/bin/commits.mjs']],
  ['schemas and supergraph are fresh', 'node', ['tools/supergraph/bin/supergraph.mjs', '--check', '--no-build']],
  ['typed documents are fresh', 'node', ['libs/client/bin/codegen.mjs', '--check']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of CHECKS) {
  const from = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) {
    passed += 1;
    console.log(`✓ ${name} (${seconds(from)})`);
  } else {
    failed += 1;
    console.log(`✗ ${name} (${seconds(from)})\n${stdout}${stderr}`);
  }
}

const report = join(results, 'jest.json');
const from = Date.now();
const jest = spawnSync('npx', ['jest', '--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
});
console.log(`Tests took ${seconds(from)}.`);
let skipped = 0;
if (existsSync(report)) {
  const { testResults, numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  const pending = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo');
  skipped = pending.length;
  for (const { fullName } of pending) console.log(`skipped: ${fullName}`);
  if (numFailedTestSuites > 0 && failed === 0) failed += numFailedTestSuites;
} else {
  failed += 1;
}
if (jest.status !== 0 && failed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
