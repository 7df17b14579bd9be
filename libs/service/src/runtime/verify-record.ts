import { parseArgs } from 'node:util';
import { type Head, verdictInWords, verifyRecord } from '@charter/record';
import { type Store, createDataSource } from '../store/data-source';
import { EnvironmentError } from './env';

const USAGE = 'Usage: main.js verify-record [--head <seq>:<hash>], with the head as this command or a log has told it.';

function headIn(args: readonly string[]): Head | undefined {
  let given: string | undefined;
  try {
    given = parseArgs({ args: [...args], options: { head: { type: 'string' } }, strict: true }).values.head;
  } catch {
    throw new EnvironmentError(USAGE);
  }
  if (given === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(given) ?? [];
  if (!seq || !hash) throw new EnvironmentError(USAGE);
  return { seq: Number(seq), hash };
}

/**
 * Computes a service's record again and says what holds. Reading is all it does, so any role that may read the tables can run it.
 * @returns the exit code: 1 when something does not hold
 * @throws {EnvironmentError} when the head cannot be understood
 */
export async function verifyStore(name: string, store: Store, url: string, args: readonly string[]): Promise<0 | 1> {
  const known = headIn(args);
  const dataSource = await createDataSource(url, store, `charter-${name}-verify`, 1).initialize();
  try {
    const verdict = await verifyRecord(dataSource, store.recorded ?? [], known);
    process.stdout.write(`${verdictInWords(name, verdict).join('\n')}\n`);
    return verdict.first ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}
