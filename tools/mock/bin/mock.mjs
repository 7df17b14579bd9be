#!/usr/bin/env node
// npm run mock [-- --port 4010] [--seed 1]: the public API on loopback, with values that look right. Needs no database and no service.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const { values } = parseArgs({
  strict: false, // what is not known is told below, in a sentence
  options: { port: { type: 'string', default: '4010' }, seed: { type: 'string', default: '1' } },
});
const [port, seed] = [Number(values.port), Number(values.seed)];
const unknown = Object.entries(values).some(([name, value]) => !['port', 'seed'].includes(name) || value === true);
if (unknown || !Number.isInteger(port) || port < 0 || port > 65_535 || !Number.isInteger(seed)) {
  process.stderr.write(
    'mock: --port is a port (4010; 0 for a free one), --seed a whole number (1); nothing else is known.\n',
  );
  process.exit(1);
}

const { ensureInstalled } = await import('../../stack/bin/bootstrap.mjs');
ensureInstalled();
const { ensureBuilt } = await import('../../stack/bin/build.mjs');
const built = await ensureBuilt();
if (!built.ok) {
  process.stderr.write(`mock: the build failed.\n${built.said}`);
  process.exit(1);
}

const { startMock } = createRequire(import.meta.url)('../dist/index.js');
const api = readFileSync(join(root, 'apps/gateway/schema.graphql'), 'utf8');
try {
  const mock = await startMock({ api, port, seed });
  process.stdout.write(`The mock of the API: ${mock.url} (stop it with Ctrl+C)\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void mock.stop());
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  process.stderr.write(`mock: port ${port} is taken. Give another one: npm run mock -- --port 0\n`);
  process.exitCode = 1;
}
