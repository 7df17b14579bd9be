import type { FigureUnit, Measure } from './measures';

/** Fewer cases than this are no ground for a judgement. */
export const SMALLEST_GROUP = 5;

/** Why a figure is there or not. */
export const FIGURE_STATES = ['SHOWN', 'SUPPRESSED', 'NONE', 'MISSING'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** One figure of a scorecard. */
export interface Figure {
  /** Null: of the whole city. */
  readonly departmentCode: string | null;
  /** Only of the measure STANDARD. */
  readonly standardCode: string | null;
  readonly measure: Measure;
  readonly unit: FigureUnit;
  readonly state: FigureState;
  /** Null unless it is shown. */
  readonly value: number | null;
  /** On how many cases it rests; null where its service did not answer. */
  readonly n: number | null;
  /** Of these, how many kept what was promised; null where that is no question, or not shown. */
  readonly kept: number | null;
  /** The interval of 95 %, in the figure's unit; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the standard's target is reached; null where that cannot be said. */
  readonly reached: boolean | null;
  /** Where this one differs from its measure's. */
  readonly method: string | null;
  readonly methodVersion: number | null;
}

/** What is known of a figure before it is decided what of it is shown. */
export interface Finding {
  readonly value: number | null;
  readonly n: number;
  readonly kept: number | null;
  /** Decided by the owner: fewer than five said so. */
  readonly withheld?: boolean;
  readonly method?: string;
  readonly methodVersion?: number | null;
  readonly reached?: boolean | null;
}
