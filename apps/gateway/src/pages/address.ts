import type { Language } from '@charter/contracts';

/** Where everything of the page is found. */
export const ROOT = '/charter';
const FIRST_YEAR = 2000;

/** The lists of improvement actions that can be chosen. */
export const IMPROVEMENT_LISTS = ['in-progress', 'completed'] as const;
export type ImprovementList = (typeof IMPROVEMENT_LISTS)[number];

/** What can be shown. */
export type Target =
  | { readonly page: 'home' }
  | { readonly page: 'versions' }
  | { readonly page: 'version'; readonly version: number }
  | { readonly page: 'scorecard'; readonly year: number }
  | { readonly page: 'dictionary' }
  | { readonly page: 'snapshot'; readonly year: number; readonly id: string }
  | { readonly page: 'departments' }
  | { readonly page: 'department'; readonly code: string; readonly year: number }
  | { readonly page: 'surveys' }
  | { readonly page: 'publication'; readonly id: string }
  | { readonly page: 'improvements'; readonly list?: ImprovementList; readonly after?: string };

/** A target, in the language that its address names; without one, the reader’s own. */
export interface Address {
  readonly language?: Language;
  readonly target: Target;
}

const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const VERSION = /^[1-9]\d{0,4}$/;
const CURSOR = /^[\w-]{1,400}\.[\w-]{1,100}$/;

const isList = (text: string): text is ImprovementList => (IMPROVEMENT_LISTS as readonly string[]).includes(text);

/** A year that may have figures. @param thisYear the last of them */
const yearIn = (text: string, thisYear: number): number | undefined => {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= thisYear ? year : undefined;
};

/** Every shape of an address below its language, with what it shows; undefined where a part of it cannot be. */
function targetOf(parts: readonly string[], query: URLSearchParams, thisYear: number): Target | undefined {
  const [page = '', first, second, ...more] = parts;
  if (more.length > 0) return undefined;
  if (page === '') return first === undefined ? { page: 'home' } : undefined;
  if (page === 'versions' && second === undefined) {
    if (first === undefined) return { page: 'versions' };
    return VERSION.test(first) ? { page: 'version', version: Number(first) } : undefined;
  }
  if (page === 'scorecards') {
    if (first === 'dictionary') return second === undefined ? { page: 'dictionary' } : undefined;
    const year = first === undefined ? thisYear : yearIn(first, thisYear);
    if (year === undefined) return undefined;
    if (second === undefined) return { page: 'scorecard', year };
    return UUID.test(second) ? { page: 'snapshot', year, id: second } : undefined;
  }
  if (page === 'departments') {
    if (first === undefined) return { page: 'departments' };
    const year = second === undefined ? thisYear : yearIn(second, thisYear);
    return CODE.test(first) && year !== undefined ? { page: 'department', code: first, year } : undefined;
  }
  if (page === 'surveys' && second === undefined) {
    if (first === undefined) return { page: 'surveys' };
    return UUID.test(first) ? { page: 'publication', id: first } : undefined;
  }
  if (page === 'improvements' && second === undefined) {
    if (first !== undefined && !isList(first)) return undefined;
    const after = query.get('after');
    if (after !== null && !CURSOR.test(after)) return undefined;
    return { page: 'improvements', ...(first !== undefined && { list: first }), ...(after !== null && { after }) };
  }
  return undefined;
}

/**
 * What an address says below {@link ROOT}, undecoded: whatever is no plain address is none.
 * @param url as it was sent
 * @returns undefined for one that leads out of the page, by dots, and so might lead a reader to another host
 */
export function belowRoot(url: string): { readonly below: string; readonly query: URLSearchParams } | undefined {
  if (!URL.canParse(url, 'http://charter.invalid')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://charter.invalid');
  if (pathname !== ROOT && !pathname.startsWith(`${ROOT}/`)) return undefined;
  return { below: pathname.slice(ROOT.length), query: searchParams };
}

/**
 * What an address shows.
 * @param path below {@link ROOT}, such as `/en/departments/ROADS`; empty for the first page
 * @param thisYear the last year that has a scorecard, and the one that is shown where none is named
 * @returns undefined where there is nothing; other parameters than those of the page are left alone
 */
export function readAddress(path: string, query: URLSearchParams, thisYear: number): Address | undefined {
  const parts = path.split('/').slice(1);
  const [language] = parts;
  const isNamed = language === 'ko' || language === 'en';
  const target = targetOf(isNamed ? parts.slice(1) : parts, query, thisYear);
  return target && { target, ...(isNamed && { language }) };
}

function pathBelow(target: Target): string {
  switch (target.page) {
    case 'home':
      return '';
    case 'version':
      return `/versions/${target.version}`;
    case 'dictionary':
      return '/scorecards/dictionary';
    case 'snapshot':
      return `/scorecards/${target.year}/${target.id}`;
    case 'scorecard':
      return `/scorecards/${target.year}`;
    case 'department':
      return `/departments/${target.code}/${target.year}`;
    case 'publication':
      return `/surveys/${target.id}`;
    case 'improvements': {
      const after = target.after === undefined ? '' : `?after=${encodeURIComponent(target.after)}`;
      return `/improvements${target.list ? `/${target.list}` : ''}${after}`;
    }
    default:
      return `/${target.page}`;
  }
}

/** The address of a target. @param language left out, the one at which each reader finds their own language */
export const pathOf = (target: Target, language?: Language): string =>
  `${ROOT}${language ? `/${language}` : ''}${pathBelow(target)}`;
