import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** How sure an interval is, everywhere in published results: 95 %. */
export const CONFIDENCE = 0.95;

/** An interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const upperTail = (confidence: number): number => 1 - (1 - confidence) / 2;

/** Half the width of a two-sided interval in standard deviations: 1.96 for 95 %. */
export const zOf = (confidence = CONFIDENCE): number => normalQuantile(upperTail(confidence), 0, 1);

/** The same of Student's distribution, whose degrees of freedom need not be whole. */
export const tOf = (degreesOfFreedom: number, confidence = CONFIDENCE): number =>
  studentQuantile(upperTail(confidence), degreesOfFreedom);

/** How probable a chi-square of at least this size is where nothing but chance is at work. */
export const chiSquareTail = (chiSquare: number, degreesOfFreedom: number): number =>
  1 - chiSquareCdf(chiSquare, degreesOfFreedom);
