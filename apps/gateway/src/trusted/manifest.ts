import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { z } from 'zod';
import { LIMITS } from '../limits/measure';

/** Registered operations: the text of each by its id. */
export type Manifest = ReadonlyMap<string, string>;

const manifestSchema = z.record(z.string().regex(/^[\w:.-]{1,128}$/, 'is no id'), z.string().min(1));
const HASHES: Readonly<Record<number, string>> = { 64: 'sha256', 40: 'sha1' };

class ManifestRefused extends Error {}

/** An id as it is kept: the name of the hash before it says nothing that its length does not. */
export const plainId = (id: string): string => id.replace(/^(sha256|sha1):/, '');

/** The files behind paths: a folder stands for the JSON files in it. */
export async function manifestFiles(paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    paths.map(async (path) => {
      if (!(await stat(path)).isDirectory()) return [path];
      const names = await readdir(path);
      return names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name));
    }),
  );
  return files.flat();
}

/**
 * Reads manifests as graphql-codegen's client preset writes them, `{ "<hash>": "<text>" }`, and puts them together. A hash must be its
 * text's, and no id may stand for two texts: a file that was edited by hand must not become what a client did not mean.
 * @throws {ManifestRefused} which names the file, and the errors of reading one
 */
export async function readManifests(files: readonly string[]): Promise<Manifest> {
  const together = new Map<string, string>();
  for (const file of files) {
    for (const [id, text] of entriesOf(file, await readFile(file, 'utf8'))) {
      const known = together.get(id);
      if (known !== undefined && known !== text)
        throw new ManifestRefused(`${file}: ${id} has another text elsewhere.`);
      together.set(id, text);
    }
  }
  return together;
}

function entriesOf(file: string, content: string): [string, string][] {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (cause) {
    throw new ManifestRefused(`${file} is not JSON.`, { cause });
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new ManifestRefused(`${file} is no manifest of ids and texts.`, { cause: parsed.error });
  return Object.entries(parsed.data).map(([written, text]) => {
    const id = plainId(written);
    const algorithm = /^[0-9a-f]+$/.test(id) ? HASHES[id.length] : undefined;
    if (algorithm && createHash(algorithm).update(text).digest('hex') !== id)
      throw new ManifestRefused(`${file}: ${id} is not the ${algorithm} of its text.`);
    try {
      parse(text, { maxTokens: LIMITS.tokens });
    } catch (cause) {
      throw new ManifestRefused(`${file}: the text of ${id} is no GraphQL.`, { cause });
    }
    return [id, text];
  });
}
