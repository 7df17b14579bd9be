import type { GraphQLSchema } from 'graphql';
import { type Element, elementsOf, typesOf } from '../elements';

/** How long clients have at the least, in days: from the commit that deprecates something to its date. */
const LEAST_NOTICE = 90;

const REASON = /^(?<day>\d{4}-\d{2}-\d{2}): (?:use `?(?<instead>\w+(?:\.\w+)?)`?(?!\w)|nothing replaces it\W+\w)/u;

export interface Deprecation {
  readonly element: Element;
  readonly reason: string;
  /** From this day, in Asia/Seoul, it may be removed: YYYY-MM-DD. Undefined where the reason does not say. */
  readonly day?: string;
  /** The name of what replaces it, as the reason says it. */
  readonly instead?: string;
}

const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The day that a reason names, and what to use instead. */
export function readReason(reason: string): { day?: string; instead?: string } {
  const { day, instead } = REASON.exec(reason)?.groups ?? {};
  return day !== undefined && isDay(day) ? { day, ...(instead !== undefined && { instead }) } : {};
}

/** Everything that is deprecated in the API, what goes first at the top. */
export function deprecationsOf(schema: GraphQLSchema): Deprecation[] {
  return typesOf(schema)
    .flatMap((type) => [...elementsOf(type)])
    .flatMap((element) =>
      typeof element.deprecationReason === 'string'
        ? [{ element, reason: element.deprecationReason, ...readReason(element.deprecationReason) }]
        : [],
    )
    .sort((a, b) => `${a.day} ${a.element.path}`.localeCompare(`${b.day} ${b.element.path}`));
}

/** Days of the calendar between two of them; negative when the second comes first. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * What is wrong with the deprecations of an API: each names a day and what to use instead, which is there and itself not deprecated; a new
 * one leaves clients enough time, and the day of one that was announced does not come nearer.
 * @param before what clients have now, if it is known
 * @param today the day of the change, YYYY-MM-DD in Asia/Seoul
 */
export function deprecationFaults(before: GraphQLSchema | undefined, after: GraphQLSchema, today: string): string[] {
  const elements = new Map(
    typesOf(after).flatMap((type) => [...elementsOf(type)].map((element) => [element.path, element] as const)),
  );
  const known = new Map(before && deprecationsOf(before).map((one) => [one.element.path, one] as const));
  return deprecationsOf(after).flatMap(({ element, reason, day, instead }) => {
    const { name, path } = element;
    if (day === undefined)
      return [
        `${name}: "${reason}" is not of the form "2027-03-31: use <name>", or "2027-03-31: nothing replaces it: …".`,
      ];
    const faults: string[] = [];
    if (instead !== undefined) {
      const target = elements.get(`${path.slice(0, path.lastIndexOf('.'))}.${instead}`) ?? elements.get(instead);
      if (!target) faults.push(`${name}: what replaces it, ${instead}, is not in the API.`);
      else if (target.deprecationReason) faults.push(`${name}: what replaces it, ${instead}, is deprecated as well.`);
    }
    const earlier = known.get(path)?.day;
    if (earlier !== undefined && day < earlier)
      faults.push(`${name}: was announced for ${earlier}, and cannot go on ${day}.`);
    else if (before && earlier === undefined && daysBetween(today, day) < LEAST_NOTICE)
      faults.push(`${name}: ${day} is less than ${LEAST_NOTICE} days from ${today}.`);
    return faults;
  });
}
