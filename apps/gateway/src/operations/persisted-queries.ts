import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { publicError } from '../errors/public-error';
import type { DocumentSource, GraphRequest } from './graph-request';

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_TEXTS = 10_000;

interface Persisted {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

/**
 * Automatic persisted queries: a client sends a hash, and the text with it once when the hash is not known. Only texts that
 * fit the schema are kept, for this process alone, and those that nobody asks for go first.
 */
export class PersistedQueries implements DocumentSource {
  readonly #texts = new LRUCache<string, string>({
    max: MOST_TEXTS,
    maxSize: MOST_BYTES,
    sizeCalculation: (text) => 2 * text.length + 100,
  });

  textOf({ query, extensions }: GraphRequest): string {
    const persisted = extensions?.persistedQuery as Persisted | undefined;
    if (persisted === undefined || persisted === null) {
      if (query) return query;
      throw publicError('BAD_USER_INPUT', 'A request needs a `query`, or the extension `persistedQuery`.', {
        status: 400,
      });
    }
    const { version, sha256Hash: hash } = persisted;
    if (version !== 1 || typeof hash !== 'string') {
      throw publicError('BAD_USER_INPUT', '`persistedQuery` needs `version` 1 and a `sha256Hash`.', { status: 400 });
    }
    if (!query) {
      const text = this.#texts.get(hash);
      if (text !== undefined) return text;
      throw publicError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { status: 200 });
    }
    if (createHash('sha256').update(query).digest('hex') === hash) return query;
    throw publicError('BAD_USER_INPUT', '`sha256Hash` is not the hash of `query`.', { status: 400 });
  }

  found({ query, extensions }: GraphRequest, text: string): void {
    const { sha256Hash } = (extensions?.persistedQuery ?? {}) as Persisted;
    if (query && typeof sha256Hash === 'string') this.#texts.set(sha256Hash, text);
  }
}
