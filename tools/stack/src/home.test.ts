import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Home, homeAt, lockHolder, lockHome, openHome } from './home';
import { markOf } from './live-process';

describe('a home', () => {
  let folder: string;
  let home: Home;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-home-'));
    home = homeAt(join(folder, 'a', 'b'));
    await openHome(home);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made where it is named, and in the repository when it is not', async () => {
    expect((await stat(home.folder)).isDirectory()).toBe(true);
    expect(homeAt(undefined).folder).toMatch(/\/\.charter$/);
  });

  it('that cannot be used is told in one sentence', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openHome(homeAt(file))).rejects.toThrow(
      /^The data folder .*file is not a folder \(EEXIST\): .*CHARTER_HOME\.$/,
    );
    await expect(openHome(homeAt(join(file, 'below')))).rejects.toThrow(/is not a folder \(ENOTDIR\)/);
  });

  it('belongs to one stack at a time', async () => {
    const giveBack = await lockHome(home);
    await expect(lockHome(home)).rejects.toThrow(
      `A stack already runs in ${home.folder} (process ${process.pid}): use it, end it with "npm run stop"`,
    );
    expect((await lockHolder(home))?.pid).toBe(process.pid);
    await giveBack();
    expect(await lockHolder(home)).toBeUndefined();
    await (
      await lockHome(home)
    )();
  });

  it('whose stack died can be taken over, also when its process id was used anew', async () => {
    for (const left of ['', '{"pid":', JSON.stringify({ ...markOf(process.pid), startedAt: 'earlier' })]) {
      await writeFile(home.lock, left);
      const giveBack = await lockHome(home);
      expect(JSON.parse(await readFile(home.lock, 'utf8'))).toEqual(markOf(process.pid));
      await giveBack();
    }
  });
});
