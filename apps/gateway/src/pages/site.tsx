import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ReactNode } from 'react';
import { localDate } from '@charter/calendar';
import type { Language } from '@charter/contracts';
import { type Logger, weakTag } from '@charter/service';
import { type Target, pathOf } from './address';
import { FORMATS } from './format';
import { type AskGraph, GraphRefusal, readGraph } from './graph';
import { pageOf } from './pages';
import { Absent, Away, type Visit } from './visit';
import { type AssetPaths, Ways, documentOf } from './views/document';
import { WORDS, type Words } from './words';

/** How long a page is shown as it was made, in milliseconds. */
export const FRESH_MS = 30_000;
/** The same of one that misses something: it is to be whole soon. */
const UNWHOLE_MS = 5_000;
/** How old a page may be that is shown while it is made anew. */
const OLDEST_MS = 5 * 60_000;
const MOST_PAGES = 500;

/** A document, ready to be sent. */
export interface Sent {
  readonly status: number;
  readonly language: Language;
  readonly html: Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
  readonly isWhole: boolean;
  /** When the graph was read, in milliseconds. */
  readonly at: number;
}

export type Problem = keyof Words['problems'];
const STATUS: Readonly<Record<Problem, number>> = { absent: 404, crowded: 429, refused: 400, away: 503, fault: 500 };
/** Those that are the same for every address: they are made once in a while. */
const SAME_FOR_ALL: ReadonlySet<Problem> = new Set(['absent', 'crowded']);

export interface SiteSettings {
  readonly ask: AskGraph;
  readonly assets: AssetPaths;
  readonly now: () => Date;
  readonly log: Logger;
}

interface Wanted {
  readonly language: Language;
  readonly target: Target;
}

const pack = promisify(gzip);

/**
 * The pages, made of what the graph says. Each is made once for all who ask at the same time, and kept for a moment, so that
 * a crowd does not reach the services.
 */
export class CharterSite {
  readonly #pages: LRUCache<string, Sent, Wanted>;
  /** Keys of the pages that are being made. */
  readonly #coming = new Set<string>();
  /** Pages of problems that are the same for every address. */
  readonly #problems = new Map<string, Sent>();

  constructor(private readonly settings: SiteSettings) {
    this.#pages = new LRUCache({
      max: MOST_PAGES,
      ttl: FRESH_MS,
      ttlResolution: 0,
      perf: { now: () => settings.now().getTime() },
      allowStale: true,
      noDeleteOnFetchRejection: true,
      fetchMethod: async (key, _stale, { options, context }) => {
        this.#coming.add(key);
        try {
          const sent = await this.#make(context);
          options.ttl = sent.isWhole ? FRESH_MS : UNWHOLE_MS;
          return sent;
        } finally {
          this.#coming.delete(key);
        }
      },
    });
  }

  /** The year that runs in Seoul. */
  get thisYear(): number {
    return Number(localDate(this.settings.now()).slice(0, 4));
  }

  /** Whether the page of a target is kept, or being made for somebody else: whoever asks for it costs next to nothing. */
  keeps(target: Target, language: Language): boolean {
    const key = pathOf(target, language);
    if (this.#coming.has(key)) return true;
    const kept = this.#pages.peek(key, { allowStale: true });
    return kept !== undefined && this.#ageOf(kept) <= OLDEST_MS;
  }

  #ageOf({ at }: Sent): number {
    return this.settings.now().getTime() - at;
  }

  /** The page of a target, or the one that says why there is none. */
  async show(target: Target, language: Language): Promise<Sent> {
    const key = pathOf(target, language);
    const kept = this.#pages.peek(key, { allowStale: true });
    const forceRefresh = kept !== undefined && this.#ageOf(kept) > OLDEST_MS;
    try {
      return await this.#pages.forceFetch(key, {
        context: { target, language },
        forceRefresh,
        allowStale: !forceRefresh,
      });
    } catch (error) {
      if (error instanceof Absent) return this.problem('absent', language);
      if (error instanceof GraphRefusal) return this.problem('refused', language);
      if (error instanceof Away) return this.problem('away', language, target);
      return this.problem('fault', language, target);
    }
  }

  /** The page that says what went wrong, and leads on. @param target what was asked for, where that exists */
  async problem(problem: Problem, language: Language, target?: Target): Promise<Sent> {
    const known = this.#problems.get(problem + language);
    if (known && this.#ageOf(known) < FRESH_MS) return known;
    const visit = this.#visit(language, target ?? { page: 'home' });
    const { title, text } = visit.words.problems[problem];
    const body = <Ways visit={visit} />;
    const sent = await this.#send(
      visit,
      { title, lead: text, body, target },
      STATUS[problem],
      SAME_FOR_ALL.has(problem),
    );
    if (SAME_FOR_ALL.has(problem)) this.#problems.set(problem + language, sent);
    return sent;
  }

  async #make({ target, language }: Wanted): Promise<Sent> {
    const { ask, log } = this.settings;
    const visit: Visit = {
      ...this.#visit(language, target),
      read: (query, variables = {}) => readGraph(ask, query, variables, language),
    };
    try {
      const { isWhole, ...page } = await pageOf(visit, target);
      return await this.#send(visit, { ...page, target }, 200, isWhole);
    } catch (error) {
      if (!(error instanceof Absent || error instanceof Away || error instanceof GraphRefusal))
        log.error({ page: target.page, err: error }, 'a page of the charter could not be made');
      throw error;
    }
  }

  #visit(language: Language, target: Target): Omit<Visit, 'read'> {
    const readAt = this.settings.now();
    return {
      language,
      words: WORDS[language],
      format: FORMATS[language],
      target,
      readAt,
      thisYear: this.thisYear,
      today: localDate(readAt),
    };
  }

  async #send(
    visit: Omit<Visit, 'read'>,
    { body, ...page }: { title: string; lead: string; body: ReactNode; target?: Target },
    status: number,
    isWhole: boolean,
  ): Promise<Sent> {
    const html = Buffer.from(documentOf({ visit, assets: this.settings.assets, children: body, ...page }));
    const { language, readAt } = visit;
    return { status, language, html, gzip: await pack(html), etag: weakTag(html), isWhole, at: readAt.getTime() };
  }
}
