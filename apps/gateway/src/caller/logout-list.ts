import type { Logout } from '@charter/contracts';
import type { TokenFacts } from './bearer';

/** Seconds for which a logout is remembered beyond its tokens: clocks differ. */
const MARGIN_SECONDS = 60;
/** How many additions lie between two clearings of what has expired. */
const CLEAR_EVERY = 1_000;

interface Ended {
  readonly issuedUpTo: number;
  readonly until: number;
}

/** Which tokens hold no more, in memory. Times in seconds since 1970. */
export class LogoutList {
  readonly #tokens = new Map<string, Ended>();
  readonly #sessions = new Map<string, Ended>();
  /** Whose tokens end by their person: all of them, or those that name no session. */
  readonly #people = new Map<string, Ended>();
  readonly #sessionless = new Map<string, Ended>();
  #additions = 0;

  constructor(private readonly now: () => number) {}

  /** Adds one; the same twice is one. */
  add({ kind, key, personId, issuedUpTo, until }: Logout): void {
    const ended = { issuedUpTo, until };
    if (kind === 'TOKEN') extend(this.#tokens, key, ended);
    if (kind === 'PERSON') extend(this.#people, key, ended);
    if (kind === 'SESSION') {
      extend(this.#sessions, key, ended);
      if (personId) extend(this.#sessionless, personId, ended);
    }
    this.#additions += 1;
    if (this.#additions % CLEAR_EVERY === 0) this.#clear();
  }

  /** A token that names no session may belong to any of its person's: it ends with each. */
  has({ key, session, personId, issuedAt }: TokenFacts): boolean {
    if (this.#tokens.has(key)) return true;
    if (session !== undefined && this.#sessions.has(session)) return true;
    const ends = [this.#people.get(personId), session === undefined ? this.#sessionless.get(personId) : undefined];
    return ends.some((ended) => ended !== undefined && issuedAt <= ended.issuedUpTo);
  }

  get size(): number {
    return this.#tokens.size + this.#sessions.size + this.#people.size + this.#sessionless.size;
  }

  #clear(): void {
    const expired = this.now() / 1_000 - MARGIN_SECONDS;
    for (const entries of [this.#tokens, this.#sessions, this.#people, this.#sessionless]) {
      for (const [key, { until }] of entries) if (until < expired) entries.delete(key);
    }
  }
}

function extend(entries: Map<string, Ended>, key: string, ended: Ended): void {
  const known = entries.get(key);
  entries.set(key, {
    issuedUpTo: Math.max(ended.issuedUpTo, known?.issuedUpTo ?? 0),
    until: Math.max(ended.until, known?.until ?? 0),
  });
}
