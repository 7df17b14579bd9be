import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from './words';

/** What a request asks of the mock besides GraphQL. */
export interface Wishes {
  readonly language: Language;
  /** A GraphQL error with this code: of every root field, or of the field at a path like `complaint.compensationClaims`. */
  readonly error?: { readonly code: string; readonly path?: string };
  /** Mutations refuse with this code, in the `errors` of their payload. */
  readonly userError?: string;
  /** Milliseconds before the answer. */
  readonly delay: number;
}

const MOST_DELAY = 30_000;

const one = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.trim() || undefined;

/** Reads the headers `accept-language`, `x-mock-error`, `x-mock-user-error` and `x-mock-delay`. */
export function readWishes(headers: IncomingHttpHeaders): Wishes {
  const [code, path] = one(headers['x-mock-error'])?.split('@') ?? [];
  const delay = Number(one(headers['x-mock-delay']) ?? 0);
  return {
    language: one(headers['accept-language'])?.toLowerCase().startsWith('en') ? 'en' : 'ko',
    ...(code && { error: { code, ...(path && { path }) } }),
    userError: one(headers['x-mock-user-error']),
    delay: Number.isFinite(delay) ? Math.min(Math.max(delay, 0), MOST_DELAY) : 0,
  };
}

/** What an error of the mock says. */
export const practice = (code: string, language: Language): string =>
  language === 'ko' ? `연습용 오류입니다: ${code}` : `An error for practice: ${code}`;
