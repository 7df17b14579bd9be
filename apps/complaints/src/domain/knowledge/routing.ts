import { confidence } from './likeness';
import type { Word } from '@charter/korean';

/** A service in a department, and how many answered complaints of it were learned from. */
export interface RoutingClass {
  readonly serviceCode: string;
  readonly departmentCode: string;
  /** Who does its work today: the department itself, or its successor. */
  readonly presentDepartment: string;
  readonly complaints: number;
}

/** In how many answered complaints of a service in a department a term stood. */
export interface TermCount {
  readonly term: string;
  readonly serviceCode: string;
  readonly departmentCode: string;
  readonly complaints: number;
}

export interface Ranked {
  readonly code: string;
  readonly confidence: number;
  /** The words of the text that speak most for it. */
  readonly matchedWords: readonly string[];
}

export interface Routing {
  readonly services: readonly Ranked[];
  readonly departments: readonly Ranked[];
  /** How many answered complaints it rests on. */
  readonly learnedFrom: number;
}

const SMOOTHING = 0.1;
/** Neighbouring pairs and triples say nearly the same: counted in full, they would make every answer look certain. */
const INDEPENDENT_SHARE = 0.25;
const MOST = 3;
const WORDS = 5;

interface Scored extends RoutingClass {
  readonly share: number;
}

const keyOf = ({ serviceCode, departmentCode }: Pick<RoutingClass, 'serviceCode' | 'departmentCode'>): string =>
  `${serviceCode} ${departmentCode}`;

/**
 * Which service and department a text is for, by what was answered before (naive Bayes on pairs and triples of letters).
 * Pure: the counts come from the tables that every answer adds to.
 */
export function rankRouting(
  words: readonly Word[],
  classes: readonly RoutingClass[],
  counts: readonly TermCount[],
): Routing {
  const learnedFrom = classes.reduce((sum, { complaints }) => sum + complaints, 0);
  const known = new Map<string, Map<string, number>>();
  for (const count of counts) {
    const byClass = known.get(count.term) ?? new Map<string, number>();
    byClass.set(keyOf(count), count.complaints);
    known.set(count.term, byClass);
  }
  const terms = [...new Set(words.flatMap((word) => word.terms))].filter((term) => known.has(term));
  if (learnedFrom === 0 || terms.length === 0) return { services: [], departments: [], learnedFrom };
  const chance = (term: string, of: RoutingClass): number =>
    Math.log(((known.get(term)!.get(keyOf(of)) ?? 0) + SMOOTHING) / (of.complaints + 2 * SMOOTHING));
  const scores = classes.map((of) => {
    const evidence = terms.reduce((sum, term) => sum + chance(term, of), 0);
    return Math.log(of.complaints / learnedFrom) + INDEPENDENT_SHARE * evidence;
  });
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const whole = raised.reduce((sum, each) => sum + each, 0);
  const scored: Scored[] = classes.map((of, index) => ({ ...of, share: raised[index]! / whole }));
  const tells = (word: Word, members: readonly RoutingClass[]): number =>
    word.terms.reduce((sum, term) => {
      const byClass = known.get(term);
      if (!byClass) return sum;
      const inside = members.reduce((all, of) => all + (byClass.get(keyOf(of)) ?? 0), 0);
      const everywhere = [...byClass.values()].reduce((all, each) => all + each, 0);
      const size = members.reduce((all, of) => all + of.complaints, 0);
      return sum + Math.log((inside + SMOOTHING) / (size + 1) / ((everywhere + SMOOTHING) / (learnedFrom + 1)));
    }, 0);
  const rank = (codeOf: (of: RoutingClass) => string): Ranked[] => {
    const groups = new Map<string, Scored[]>();
    for (const each of scored) groups.set(codeOf(each), [...(groups.get(codeOf(each)) ?? []), each]);
    return [...groups]
      .map(([code, members]) => ({ code, members, share: members.reduce((sum, { share }) => sum + share, 0) }))
      .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
      .slice(0, MOST)
      .map(({ code, members, share }) => ({ code, confidence: confidence(share), matchedWords: telling(members) }));
  };
  const telling = (members: readonly RoutingClass[]): string[] => {
    const weighed = words.map((word) => ({ word: word.word, weight: tells(word, members) }));
    const speaking = weighed.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return [...new Set(speaking.map(({ word }) => word))].slice(0, WORDS);
  };
  return { services: rank((of) => of.serviceCode), departments: rank((of) => of.presentDepartment), learnedFrom };
}
