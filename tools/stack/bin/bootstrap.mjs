// Everything before the first compiled line: plain Node, no dependency, so that it runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const WANTED = [20, 19];

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return;
  fail(`Node ${WANTED.join('.')} or later is needed and this is ${process.versions.node}: install a newer Node.`);
}

/** npm keeps a note of what it has installed: it must have every package that the lock file asks of every machine. */
function installed() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packagesOf(note);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional }]) =>
      !path.includes('node_modules/') || optional || devOptional || (path in there && there[path].version === version),
  );
}

function run(command, args, whenItFails, env = {}) {
  const shell = process.platform === 'win32';
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } });
  if (done.signal) process.exit(1);
  if (done.status !== 0) fail(whenItFails);
}

function install() {
  console.log('Installing the dependencies (npm ci) …');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed, see above: check the network or the npm registry and start again.',
  );
}

/** Checks Node, and installs the dependencies where they are missing or older than the lock file. */
export function ensureInstalled() {
  checkNode();
  if (!installed()) install();
}

async function build() {
  const { ok, said } = await ensureBuilt();
  if (ok) return;
  console.error(said);
  fail('The build failed, see above: correct it and start again.');
}

/**
 * Installs and builds what is out of date, then runs one command of the stack in this very process: no further process
 * stands between the terminal and the supervisor.
 */
export async function launch(command) {
  ensureInstalled();
  await build();
  const { main } = await import('../dist/main.js');
  await main(command, process.argv.slice(2));
}
