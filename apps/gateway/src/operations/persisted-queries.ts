import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Message } from '@charter/contracts';
import type { RequestContext } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import type { DocumentSource, GraphRequest } from './graph-request';

const TEXTS = {
  none: {
    ko: '요청에 `query`나 `persistedQuery` 확장이 있어야 합니다.',
    en: 'A request needs a `query`, or the extension `persistedQuery`.',
  },
  form: {
    ko: '`persistedQuery`에는 `version` 1과 `sha256Hash`가 있어야 합니다.',
    en: '`persistedQuery` needs `version` 1 and a `sha256Hash`.',
  },
  hash: { ko: '`sha256Hash`가 `query`의 해시(hash)와 다릅니다.', en: '`sha256Hash` is not the hash of `query`.' },
} as const satisfies Record<string, Message>;

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

  textOf({ query, extensions }: GraphRequest, { language }: RequestContext): string {
    const unfit = (text: keyof typeof TEXTS) => publicError('BAD_USER_INPUT', TEXTS[text][language], { status: 400 });
    const persisted = extensions?.persistedQuery as Persisted | undefined;
    if (persisted === undefined || persisted === null) {
      if (query) return query;
      throw unfit('none');
    }
    const { version, sha256Hash: hash } = persisted;
    if (version !== 1 || typeof hash !== 'string') throw unfit('form');
    if (!query) {
      const text = this.#texts.get(hash);
      if (text !== undefined) return text;
      throw publicError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { status: 200 });
    }
    if (createHash('sha256').update(query).digest('hex') === hash) return query;
    throw unfit('hash');
  }

  found({ query, extensions }: GraphRequest, text: string): void {
    const { sha256Hash } = (extensions?.persistedQuery ?? {}) as Persisted;
    if (query && typeof sha256Hash === 'string') this.#texts.set(sha256Hash, text);
  }
}
