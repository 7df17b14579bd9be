/** By what answers are told apart, the most important first: where not all can be shown, the first are kept. */
export const DIMENSIONS = ['TOTAL', 'DEPARTMENT', 'CHANNEL', 'MONTH', 'SERVICE'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A group of respondents. */
export interface GroupRef {
  /** ANSWER: those who answered another question so. */
  readonly dimension: Dimension | 'ANSWER';
  /** A department, service or channel by code, or a month (2026-11); empty for TOTAL; `question=answer` for ANSWER. */
  readonly group: string;
}

/** In a group by answers: whoever answered the other question at all, and those whose answers are not told apart. */
export const ALL = 'ALL';
export const OTHER = 'OTHER';

/** Respondents who are alike in everything that answers are told apart by, and how many of them answered a question. */
export interface Profile {
  readonly department: string;
  readonly channel: string;
  readonly service: string;
  /** 2026-11 */
  readonly month: string;
  readonly question: string;
  /** What they answered to questions that this one is crossed with, where it is. */
  readonly said?: Readonly<Record<string, string | null>>;
  readonly n: number;
}

/** Months, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

export const idOf = ({ dimension, group }: GroupRef): string => `${dimension} ${group}`;

const FIELD = { DEPARTMENT: 'department', CHANNEL: 'channel', SERVICE: 'service', MONTH: 'month' } as const;

/** Into which group of a dimension somebody falls. Who has no department or channel is in the total alone. */
export const groupOf = (profile: Profile, dimension: Dimension): string =>
  dimension === 'TOTAL' ? '' : profile[FIELD[dimension]];

/** The question and the answer of a group by answers. */
function answerOf(group: string): readonly [question: string, answer: string] {
  const at = group.indexOf('=');
  return [group.slice(0, at), group.slice(at + 1)];
}

/** Whether a group holds somebody, in these months. */
export function holds({ dimension, group }: GroupRef, { from, to }: Months, profile: Profile): boolean {
  if (profile.month < from || profile.month > to) return false;
  if (dimension !== 'ANSWER') return groupOf(profile, dimension) === group;
  const [question, answer] = answerOf(group);
  const said = profile.said?.[question] ?? null;
  return answer === ALL ? said !== null : said === answer;
}
