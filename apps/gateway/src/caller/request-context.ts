import { randomUUID } from 'node:crypto';
import type { Language } from '@charter/contracts';
import type { Person } from './person';

/** What the gateway knows about one request, and passes on to the subgraphs. */
export interface RequestContext {
  readonly requestId: string;
  readonly language: Language;
  /** The client's network address; undefined where this process {@link asksItself}. */
  readonly address?: string;
  /** Undefined for an anonymous caller. */
  readonly person?: Person;
  /** Whether the caller asks for the cost of the request in its answer. */
  readonly explainsCost?: boolean;
  /** The trace of the client's own that this request goes on (W3C Trace Context). */
  readonly traceparent?: string;
  /** Filled while the request is answered, for its line in the log: never values of the query. */
  readonly notes: RequestNotes;
}

interface RequestNotes {
  operation?: string;
  kind?: string;
  errors?: readonly string[];
  /** Objects that the answer may hold. */
  cost?: number;
  /** What it uses that is deprecated, by name. */
  deprecated?: readonly string[];
}

/** Whether this process asks, for its own pages: neither the limits of clients nor what they have registered are for that. */
export const asksItself = ({ address }: RequestContext): boolean => address === undefined;

const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The caller's own request id when it is short and plain enough to stand in a log, otherwise a new one. */
export const requestIdFrom = (header: string | string[] | undefined): string =>
  typeof header === 'string' && SANE_ID.test(header) ? header : randomUUID();

/** Korean unless the caller clearly likes English better (RFC 9110, 12.5.4). */
export function languageFrom(acceptLanguage: string | undefined): Language {
  const weights = { ko: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
    const primary = range.split('-')[0];
    if (primary === 'ko' || primary === 'en') weights[primary] = Math.max(weights[primary], Number(quality ?? 1) || 0);
  }
  return weights.en > weights.ko ? 'en' : 'ko';
}
