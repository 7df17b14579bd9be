import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import { StackError } from './stack-error';

/**
 * Reads a JSON file.
 * @returns undefined when there is none
 * @throws {StackError} when it is not JSON
 */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new StackError(`${file} is not readable as JSON: restore it, or start over with "npm run reset".`);
  }
}

/** Writes a JSON file that only its owner may read, whole or not at all. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  try {
    await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
