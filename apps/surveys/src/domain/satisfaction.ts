import { SMALLEST_GROUP } from './disclosure/audit';

/** What was told of a department in a period, before small groups are withheld. */
export interface Scores {
  /** Responses that were told with five-point answers, and their mean; null without one. */
  readonly n: number;
  readonly mean: number | null;
  /** Responses told and invitations sent in the period. */
  readonly responses: number;
  readonly invitations: number;
  /** The versions of the questionnaire that were answered. */
  readonly surveyIds: readonly string[];
}

/** The same as everybody may read it. */
export interface PublicScores {
  readonly n: number;
  readonly suppressed: boolean;
  readonly mean: number | null;
  readonly score: number | null;
  readonly responseRate: number | null;
  readonly surveyIds: readonly string[];
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** The 100-point score of a five-point mean: (x − 1) ÷ 4 × 100, to one decimal (charter platform, section 5). */
export const score100 = (mean: number): number => rounded(((mean - 1) / 4) * 100, 1);

export function publish({ n, mean, responses, invitations, surveyIds }: Scores): PublicScores {
  const suppressed = n < SMALLEST_GROUP;
  const shown = suppressed ? null : mean;
  return {
    n,
    suppressed,
    mean: shown === null ? null : rounded(shown, 2),
    score: shown === null ? null : score100(shown),
    responseRate: suppressed || invitations === 0 ? null : rounded(responses / invitations, 4),
    surveyIds,
  };
}
