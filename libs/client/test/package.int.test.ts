import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = join(__dirname, '..');
const tsc = createRequire(__filename).resolve('typescript/bin/tsc');

/** What somebody writes who has installed it, with a mistake that the types must find. */
const USE = `import { CharterClient, type Result, messagesByField } from '@charter/client';
import { FileComplaintDocument, type FileComplaintMutation } from '@charter/client/documents';
const client = new CharterClient({ endpoint: 'http://127.0.0.1:1/graphql' });
export const send = async (title: string): Promise<string> => {
  const result: Result<FileComplaintMutation> = await client.execute(FileComplaintDocument, {
    input: { serviceCode: 'S', title, body: '', petitioner: { name: '홍길동' } },
  });
  if (result.kind === 'refused') return Object.keys(messagesByField(result.userErrors)).join();
  if (result.kind === 'failed') return result.failure.code;
  return result.data.fileComplaint.complaint?.receiptNumber ?? '';
};
`;
const MISTAKE = `import { FileComplaintDocument } from '@charter/client/documents';
import { CharterClient } from '@charter/client';
void new CharterClient({ endpoint: '' }).execute(FileComplaintDocument, { input: { titel: '' } });
`;
const NAMES = `['CharterClient', 'Tokens', 'Intent', 'pages', 'uploadFile'].map((name) => typeof kit[name]).join()`;

describe('the package, installed in a folder that has nothing else', () => {
  let folder: string;
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'charter-client-'));
    const installed = join(folder, 'node_modules/@charter/client');
    mkdirSync(installed, { recursive: true });
    execFileSync(process.execPath, [join(library, 'build/build.mjs'), join(installed, 'dist')]);
    for (const name of ['package.json', 'codegen.cjs']) cpSync(join(library, name), join(installed, name));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is an ES module and a CommonJS module', () => {
    writeFileSync(join(folder, 'use.mjs'), `import * as kit from '@charter/client'; console.log(${NAMES});`);
    writeFileSync(join(folder, 'use.cjs'), `const kit = require('@charter/client'); console.log(${NAMES});`);
    const functions = 'function,function,function,function,function\n';
    expect([run('use.mjs'), run('use.cjs')]).toEqual([functions, functions]);
  });

  it.each([
    ['an ES module', 'mts'],
    ['CommonJS', 'cts'],
  ])('has types for %s that find a mistake', (_kind, ending) => {
    writeFileSync(join(folder, `use.${ending}`), USE);
    writeFileSync(join(folder, `mistake.${ending}`), MISTAKE);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom'];
    const faults = run(tsc, ...options, `use.${ending}`, `mistake.${ending}`).match(/^\S.*$/gm);
    expect(faults).toEqual([expect.stringMatching(/^mistake\.\wts\(3,.*'titel' does not exist/)]);
  });

  it('has nothing but its own code, and the manifest of its operations', () => {
    const dist = join(folder, 'node_modules/@charter/client/dist');
    expect(readFileSync(join(dist, 'index.mjs'), 'utf8')).not.toMatch(/from ["'](?!\.\/)/);
    expect(readFileSync(join(dist, 'index.cjs'), 'utf8')).not.toMatch(/\brequire\(["'](?!\.\/)/);
    const manifest = JSON.parse(readFileSync(join(dist, 'persisted-documents.json'), 'utf8')) as Record<string, string>;
    const keys = Object.keys(manifest);
    expect([keys.length > 10, keys.every((key) => /^sha256:[0-9a-f]{64}$/.test(key))]).toEqual([true, true]);
  });
});
