import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { dirname } from 'node:path';

import { StackError } from '../stack-error';
import type { Binaries } from './binaries';

/** How PostgreSQL's programs are started: by the caller, or, when that is root, by an account without rights. */
export interface Account {
  /** The command line that runs a program under this account. */
  command(program: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number };
  /** Hands a file or folder to this account. */
  own(path: string): void;
}

const caller: Account = {
  command: (file, args) => ({ file, args: [...args] }),
  own: () => undefined,
};

/**
 * The account for PostgreSQL, which refuses to run as root. As root it is the machine's `postgres`, or `nobody`: both are
 * there without changing the machine. Where folders above the data are closed to them (a checkout under /root, a private
 * temporary folder), the process keeps the one right of passing through folders, if the machine can grant it.
 * @param folder the data folder, which exists
 * @throws {StackError} when no account reaches the folder
 */
export function chooseAccount(binaries: Binaries, folder: string): Account {
  if (process.getuid?.() !== 0) return caller;
  const ids = idsOf('postgres') ?? idsOf('nobody');
  if (!ids) {
    throw new StackError(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody": start as another user, or give DATABASE_URL.',
    );
  }
  const candidates = [
    plain(ids),
    withCapability(ids, '+dac_read_search'),
    withCapability(ids, '+dac_read_search,+dac_override'),
  ];
  const reaches = (account: Account): boolean =>
    works(account, '/bin/ls', [folder]) && works(account, binaries.initdb, ['--show', '-D', folder]);
  const found = candidates.find(reaches);
  if (found) return found;
  throw new StackError(
    `PostgreSQL does not run as root, and user ${ids.name} cannot pass through the folders above ${folder} or ${dirname(binaries.initdb)}: start as another user, or move the checkout and CHARTER_HOME to a folder open to all.`,
  );
}

interface Ids {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const plain = ({ uid, gid }: Ids): Account => ({
  command: (file, args) => ({ file, args: [...args], uid, gid }),
  own: (path) => chownSync(path, uid, gid),
});

const withCapability = ({ uid, gid }: Ids, rights: string): Account => ({
  command: (file, args) => ({
    file: 'setpriv',
    args: [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Without it the kernel leaves these rights out when a program asks whether it may run another one (access(2)).
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${rights}`,
      `--ambient-caps=${rights}`,
      '--',
      file,
      ...args,
    ],
  }),
  own: (path) => chownSync(path, uid, gid),
});

function works(account: Account, program: string, args: string[]): boolean {
  const { file, args: line, uid, gid } = account.command(program, args);
  return spawnSync(file, line, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function idsOf(name: string): Ids | undefined {
  const ask = (flag: string): number =>
    Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10);
  const [uid, gid] = [ask('-u'), ask('-g')];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { name, uid, gid } : undefined;
}
