import { createHash } from 'node:crypto';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}

/** JSON in which the same record is always the same bytes: keys by their code points, no space. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal, as `sha256sum` prints it. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
