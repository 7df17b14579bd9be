import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { homeAt, lockHome, openHome } from '../src/home';
import { compileAll } from './compile';

const MAIN = join(__dirname, '../dist/main.js');

describe('the commands', () => {
  let folder: string;
  beforeAll(() => compileAll());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-commands-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (command: string, args: string[] = [], env: Record<string, string> = {}) => {
    const script = `require(${JSON.stringify(MAIN)}).main(${JSON.stringify(command)}, ${JSON.stringify(args)})`;
    const done = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      input: '',
      env: { PATH: process.env['PATH'] ?? '', CHARTER_HOME: folder, CHARTER_PORT: '0', ...env },
    });
    return { code: done.status, said: (done.stdout + done.stderr).trim() };
  };
  const isOneSentence = (said: string): boolean => !said.includes('\n');

  it('end with 1 and one sentence for what a person can mend', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const taken = String((server.address() as AddressInfo).port);
    const faults = [
      [run('start', [], { CHARTER_PORT: taken }), `Port ${taken} is taken by another program`],
      [run('start', [], { CHARTER_PORT: 'x' }), 'CHARTER_PORT is "x", which is no port'],
      [run('start', ['--chek']), 'Unknown option in "--chek": this command knows --check.'],
      [run('start', [], { DATABASE_URL: 'mysql://x' }), 'DATABASE_URL is no address of that kind'],
      [run('start', [], { REDIS_URL: 'localhost:6379' }), 'REDIS_URL is no address of that kind'],
      [run('start', [], { CHARTER_HOME: '/dev/null/here' }), 'The data folder /dev/null/here is not a folder'],
      [
        run('start', [], { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' }),
        'The database server at 127.0.0.1:1 cannot be used',
      ],
      [run('demo', ['--complaints', 'many']), 'Unknown option in "--complaints many"'],
      [run('reset'), 'This erases data and nobody can be asked here'],
    ] as const;
    server.close();
    for (const [{ code, said }, sentence] of faults) {
      expect(said).toContain(sentence);
      expect([said, code, isOneSentence(said)]).toEqual([said, 1, true]);
    }
  });

  it('refuse a home in which a stack runs', async () => {
    const home = homeAt(folder);
    await openHome(home);
    const giveBack = await lockHome(home);
    const { code, said } = run('start');
    await giveBack();
    expect(said).toContain(`A stack already runs in ${folder} (process ${process.pid})`);
    expect([code, isOneSentence(said)]).toEqual([1, true]);
  });

  it('stop says when there is nothing to stop', () => {
    expect(run('stop')).toEqual({ code: 0, said: `No stack runs in ${folder}.` });
  });

  it('reset erases what a stack made and nothing else', async () => {
    await writeFile(join(folder, 'secrets.json'), '{}');
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'letter.txt'), 'dear');
    expect(run('reset', ['--yes']).code).toBe(0);
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    expect(existsSync(join(folder, 'letter.txt'))).toBe(true);
    expect(run('reset', ['--yes']).said).toContain('holds no data of a stack: nothing was erased');
  });

  it('the development issuer refuses production', () => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: '0',
      ISSUER_URL: 'http://127.0.0.1:1',
      SIGNING_KEY: '{}',
    };
    const done = spawnSync(process.execPath, [join(__dirname, '../dist/issuer/main.js')], { env, encoding: 'utf8' });
    expect(done.status).toBe(1);
    expect(done.stderr).toContain('NODE_ENV: the development issuer refuses to run in production');
  });
});
