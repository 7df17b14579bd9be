import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StackError } from '../stack-error';
import type { Account } from './account';
import type { Binaries } from './binaries';

const VERSION = '18';

/**
 * Makes sure that the folder holds a PostgreSQL 18 cluster in UTF-8. It is made beside and renamed, so that a start cut
 * short leaves no half of one.
 * @throws {StackError} when what is there is something else
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  password: string,
): Promise<void> {
  const marker = join(folder, 'PG_VERSION');
  if (existsSync(marker)) {
    const version = readFileSync(marker, 'utf8').trim();
    if (version === VERSION) return;
    throw broken(folder, `it belongs to PostgreSQL ${version || 'of an unknown version'}, not ${VERSION}`);
  }
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw broken(folder, 'it holds files but no PostgreSQL cluster');
  }
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  account.own(draft);
  const passwords = await passwordFile(draft, password, account);
  try {
    runInitdb(draft, passwords, binaries, account);
  } finally {
    await rm(passwords, { force: true });
  }
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

/** The sentence for data that PostgreSQL does not accept. @param reason what is wrong, as part of a sentence */
export function broken(folder: string, reason: string): StackError {
  return new StackError(
    `The database folder ${folder} is broken: ${reason}. Restore it from a copy, or start over with "npm run reset".`,
  );
}

async function passwordFile(draft: string, password: string, account: Account): Promise<string> {
  const file = `${draft}.password`;
  await writeFile(file, password, { mode: 0o600 });
  account.own(file);
  return file;
}

/** Locales that know Hangul as letters, which trigram search needs; the C locale, there everywhere, does not. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'ko_KR.UTF-8', 'C'];

function runInitdb(folder: string, passwords: string, binaries: Binaries, account: Account): void {
  let said = '';
  for (const locale of LOCALES) {
    const { file, args, uid, gid } = account.command(binaries.initdb, [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwords}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--no-instructions',
    ]);
    const done = spawnSync(file, args, { uid, gid, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    if (done.status === 0) return;
    said = done.error?.message ?? done.stderr.trim().split('\n').slice(-2).join(' ');
    if (!said.includes('invalid locale')) break;
  }
  throw new StackError(`PostgreSQL could not create its data in ${folder}: ${said}`);
}
