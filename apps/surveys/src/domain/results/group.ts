/** By what answers are told apart, the most important first: where not all can be shown, the first are kept. */
export const DIMENSIONS = ['TOTAL', 'DEPARTMENT', 'CHANNEL', 'MONTH', 'SERVICE'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A group of respondents. */
export interface GroupRef {
  readonly dimension: Dimension;
  /** A department, service or channel by code, or a month (2026-11); empty for TOTAL. */
  readonly group: string;
}

/** Respondents who are alike in everything that answers are told apart by, and how many of them answered a question. */
export interface Profile {
  readonly department: string;
  readonly channel: string;
  readonly service: string;
  /** 2026-11 */
  readonly month: string;
  readonly question: string;
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

/** Whether a group holds somebody, in these months. */
export const holds = ({ dimension, group }: GroupRef, { from, to }: Months, profile: Profile): boolean =>
  profile.month >= from && profile.month <= to && groupOf(profile, dimension) === group;
