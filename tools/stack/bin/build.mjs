// node tools/stack/bin/build.mjs: compiles what is out of date, and never under the feet of what runs from it.
//
// Without its daemon Nx cannot tell whether what it compiled before still lies in dist, so it empties dist and copies it
// from its cache: a process that starts in that moment finds no module. Two stacks may run side by side from one
// checkout, so nothing is touched here while it is fresh, and only one process compiles at a time.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const KINDS = ['apps', 'libs', 'tools'];
const SETTINGS = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', '.swcrc'];
/** What Nx does not compile from either: see `production` in nx.json. */
const NO_SOURCE = /(^|\/)(dist|test|node_modules)(\/|$)|\.test\.ts$|\.md$/;
/** One compilation takes under a minute; whoever waits for another's looks again this often. */
const WAIT = { retries: 600, factor: 1, minTimeout: 250, maxTimeout: 250 };

/** The folders of what is compiled at all. */
const projects = () =>
  KINDS.flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(root, kind, name, 'package.json')))
    .filter((file) => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).scripts?.build)
    .map(dirname);

/** @returns the paths of all files below, relative to the folder, in one order */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What dist is compiled from: every file by its content. */
function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const file of SETTINGS) hash.update(file).update(readFileSync(join(root, file)));
  for (const project of projects())
    for (const file of filesBelow(project).filter((name) => !NO_SOURCE.test(name)))
      hash.update(`${project}/${file}`).update(readFileSync(join(project, file)));
  return hash.digest('hex');
}

/** What lies in dist: every file by its size and time, so that whoever else compiled is noticed. */
function fingerprintOfOutputs() {
  const hash = createHash('sha256');
  for (const project of projects()) {
    const dist = join(project, 'dist');
    for (const file of filesBelow(dist)) {
      const { size, mtimeMs } = statSync(join(dist, file));
      hash.update(`${project}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const isCompiled = () => projects().every((project) => existsSync(join(project, 'dist')));
const fingerprint = () => `${fingerprintOfSources()} ${fingerprintOfOutputs()}\n`;

async function compile() {
  const nx = join(root, 'node_modules/nx');
  const { bin } = require(join(nx, 'package.json'));
  const args = [join(nx, bin.nx), 'run-many', '-t', 'build', '--output-style=static'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  return { ok: code === 0, said };
}

/**
 * Compiles what is out of date. It touches nothing that is fresh, and waits for another process that compiles.
 * @returns whether all is compiled now, and what was said if not
 */
export async function ensureBuilt() {
  const { lock } = require('proper-lockfile');
  const folder = join(root, 'node_modules/.cache/charter');
  const note = join(folder, 'built');
  mkdirSync(folder, { recursive: true });
  const isFresh = () => isCompiled() && existsSync(note) && readFileSync(note, 'utf8') === fingerprint();
  if (isFresh()) return { ok: true, said: '' };
  const unlock = await lock(folder, { retries: WAIT });
  try {
    if (isFresh()) return { ok: true, said: '' };
    process.stderr.write('Building what has changed, about a minute on a fresh clone …\n');
    const done = await compile();
    if (done.ok) writeFileSync(note, fingerprint());
    return done;
  } finally {
    await unlock();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ok, said } = await ensureBuilt();
  if (!ok) process.stderr.write(said);
  process.exitCode = ok ? 0 : 1;
}
