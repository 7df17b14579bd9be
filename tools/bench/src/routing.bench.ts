import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { heldOut, measureRouting } from './routing/hit-rate';

const LEARNED = 20_000;
const HELD_OUT = 1_000;
const PORT = '4790';
const START_MS = 180_000;
const LEAST = 0.8;
const TABLE_AT_MOST = 0.6;

const root = join(__dirname, '../../..');
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A stack of its own with the demo year, asked through the public endpoint. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const env = { ...process.env, CHARTER_HOME: home, CHARTER_PORT: PORT, LOG_LEVEL: 'error' };
  const stack = spawn(process.execPath, ['tools/stack/bin/start.mjs'], { cwd: root, env, stdio: 'ignore' });
  try {
    for (const until = Date.now() + START_MS; !existsSync(join(home, 'stack.json'));) {
      if (Date.now() > until || stack.exitCode !== null) throw new Error('The stack did not start.');
      await sleep(250);
    }
    const filled = spawnSync(process.execPath, ['tools/stack/bin/demo.mjs', '--complaints', String(LEARNED)], {
      ...{ cwd: root, env, encoding: 'utf8' },
    });
    if (filled.status !== 0) throw new Error(filled.stdout + filled.stderr);
    const { endpoint } = JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8')) as { endpoint: string };
    const from = performance.now();
    const rates = await measureRouting(heldOut(HELD_OUT), (title, body) => departmentsOf(endpoint, title, body));
    const each = (performance.now() - from) / HELD_OUT;
    const { suggested, keywords } = rates;
    console.log(`${LEARNED} complaints learned from, ${HELD_OUT} held out, ${each.toFixed(1)} ms each, four at once`);
    console.log(
      `suggestRouting: first ${percent(suggested.first)}, in the first three ${percent(suggested.firstThree)}`,
    );
    console.log(`keyword table:  first ${percent(keywords.first)}, in the first three ${percent(keywords.firstThree)}`);
    if (suggested.firstThree < LEAST || keywords.firstThree >= TABLE_AT_MOST) process.exitCode = 1;
  } finally {
    stack.kill('SIGTERM');
    if (stack.exitCode === null) await once(stack, 'exit');
    rmSync(home, { recursive: true, force: true });
  }
}

async function departmentsOf(endpoint: string, title: string, body: string): Promise<string[]> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($title: String!, $body: String!) {
        suggestRouting(title: $title, body: $body) { departments { department { code } } } }`,
      variables: { title, body },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { suggestRouting: { departments: { department: { code: string } }[] } };
    errors?: unknown;
  };
  if (!data) throw new Error(JSON.stringify(errors));
  return data.suggestRouting.departments.map(({ department }) => department.code);
}

void main();
