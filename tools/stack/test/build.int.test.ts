import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compileAll } from './compile';

const COMPILED = ['tools/stack/dist/main.js', 'apps/charter/dist/main.js', 'apps/gateway/dist/main.js'];
const places = () => Promise.all(COMPILED.map(async (file) => (await stat(join(__dirname, '../../..', file))).ino));

it('what is fresh is left where it lies: a process may be starting from it in this moment', async () => {
  compileAll();
  const before = await places();
  compileAll();
  expect(await places()).toEqual(before);
});
