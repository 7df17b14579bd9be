import type { ServiceName } from '@charter/contracts';
import type { Measure } from './measures';
import type { ToldPart } from './parts-told';
import type { ScorecardPart } from './period';

/** What the owners say of one department in a period. Counts of cases; `score` of 100 points. */
export interface ComplaintAnswer {
  readonly received: number;
  readonly closed: number;
  readonly inTime: number;
  readonly openLate: number;
  readonly charterInTime: number;
  readonly charterOpenLate: number;
  readonly medianHours: number | null;
  readonly objectionsDecided: number;
  readonly objectionsUpheld: number;
}

interface SatisfactionAnswer {
  readonly n: number;
  readonly suppressed: boolean;
  readonly score: number | null;
  readonly method: string;
}

interface CompensationAnswer {
  readonly count: number;
  readonly amount: number;
}

export interface ParticipationAnswer {
  readonly received: number;
  readonly decided: number;
  readonly adopted: number;
  readonly closed: number;
  readonly inTime: number;
  readonly openLate: number;
  readonly kept: number;
  readonly notKept: number;
}

/** How a survey found a standard. */
export interface StandardScoreAnswer {
  readonly source: 'YEARLY_SURVEY' | 'STANDING_SURVEY';
  readonly score: number;
  readonly method: string;
  readonly n: number;
  /** When the yearly survey closed; null of the standing one. */
  readonly closedAt: string | null;
}

interface ObservedAnswer {
  readonly kept: number;
  readonly notKept: number;
}

/** What was counted by hand of a standard, by department, in a period. */
export interface CountAnswer {
  readonly departmentCode: string;
  readonly n: number;
  /** How many kept it, where that was counted. */
  readonly kept: number | null;
  /** The mean of what was measured, in the target's unit; null where only kept ones were counted. */
  readonly mean: number | null;
}

/** Who answers for figures of the scorecard. */
export type Owner = Extract<ServiceName, 'complaints' | 'surveys' | 'participation' | 'compensation'>;
export const OWNERS: readonly Owner[] = ['complaints', 'surveys', 'participation', 'compensation'];

/** All answers; of an owner that did not answer, null. Departments and standards by code. */
export interface Answers {
  readonly complaints: { readonly departments: ReadonlyMap<string, ComplaintAnswer> } | null;
  readonly surveys: {
    readonly departments: ReadonlyMap<string, SatisfactionAnswer>;
    readonly standards: ReadonlyMap<string, readonly StandardScoreAnswer[]>;
  } | null;
  readonly participation: {
    readonly departments: ReadonlyMap<string, ParticipationAnswer>;
    readonly standards: ReadonlyMap<string, ObservedAnswer>;
  } | null;
  readonly compensation: { readonly departments: ReadonlyMap<string, CompensationAnswer> } | null;
  /** The charter's own. */
  readonly counts: ReadonlyMap<string, readonly CountAnswer[]>;
  /** In which other parts of the year a figure was published, or hidden; without it, nowhere. */
  readonly told?: (measure: Measure, departmentCode: string | null) => readonly ToldPart[];
  /** The part of the year that this is of. */
  readonly part?: ScorecardPart;
  /** When each answered; nothing of one that did not. RFC 3339. */
  readonly takenAt: Readonly<Partial<Record<ServiceName, string>>>;
}
