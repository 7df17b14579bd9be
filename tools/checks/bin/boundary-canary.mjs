// The module boundaries are worth what they catch: this plants an import that must not be, and fails unless lint and the
// dependency rules both refuse it.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
const run = (command, ...args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8' });
  return { refused: status !== 0, text: stdout + stderr };
};

const CANARIES = [
  {
    what: 'an app that imports another app',
    file: 'apps/charter/src/boundary-canary.ts',
    source: "import { store } from '../../participation/src/store/store';\n\nexport const canary = store;\n",
    checks: [
      {
        how: () => run('npx', 'nx', 'lint', '@charter/app-charter', '--skip-nx-cache'),
        says: 'enforce-module-boundaries',
      },
      {
        how: () =>
          run('npx', 'depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps/charter'),
        says: 'no-app-in-app',
      },
    ],
  },
  {
    what: 'a rule that reads the store and the clock',
    file: 'apps/charter/src/domain/boundary-canary.ts',
    source: "import { store } from '../store/store';\n\nexport const canary = [store, new Date()];\n",
    checks: [
      {
        how: () =>
          run('npx', 'depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps/charter'),
        says: 'domain-is-pure',
      },
      { how: () => run('npx', 'eslint', 'apps/charter/src/domain'), says: 'Pass `now` as an argument' },
    ],
  },
];

const missed = [];
for (const { what, file, source, checks } of CANARIES) {
  const path = join(root, file);
  try {
    writeFileSync(path, source, { flag: 'wx' });
    for (const { how, says } of checks) {
      const { refused, text } = how();
      if (!refused || !text.includes(says)) missed.push(`${what}: ${says} did not bite.\n${text}`);
    }
  } finally {
    rmSync(path, { force: true });
  }
}
for (const text of missed) console.error(text);
if (missed.length > 0) process.exit(1);
console.log('The boundaries bite.');
