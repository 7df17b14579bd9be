import type { Visit } from './visit';

export interface ComplaintFigures {
  readonly received: number;
  readonly answered: number;
  readonly closed: number;
  readonly inTime: number;
  readonly openLate: number;
  readonly charterInTime: number;
  readonly charterOpenLate: number;
  readonly onTimeRate: number | null;
  readonly charterOnTimeRate: number | null;
  readonly medianHours: number | null;
}
export interface SatisfactionFigures {
  readonly score: number | null;
  readonly n: number;
  readonly suppressed: boolean;
}
export interface CompensationFigures {
  readonly amount: number;
  readonly count: number;
}
export interface ProposalFigures {
  readonly received: number;
  readonly adopted: number;
  readonly partlyAdopted: number;
}

/** What the graph gives of a department in a period; null where its service does not answer. */
export interface DepartmentFigures {
  readonly complaintPerformance: ComplaintFigures | null;
  readonly satisfaction: SatisfactionFigures | null;
  readonly compensationPaid: CompensationFigures | null;
  readonly proposalPerformance: ProposalFigures | null;
}

export const COMPLAINT_FIGURES = `received answered closed inTime openLate charterInTime charterOpenLate
  onTimeRate charterOnTimeRate medianHours`;

export const FIGURES = `
  complaintPerformance(period: $period) { ${COMPLAINT_FIGURES} }
  satisfaction(period: $period) { score n suppressed }
  compensationPaid(period: $period) { amount count }
  proposalPerformance(period: $period) { received adopted partlyAdopted }`;

/** A figure as it is written; where there is none, that. */
type Writes<T> = (figures: T | null) => string;

/** How figures are written: what is withheld, what does not exist and what cannot be had now are three things, and none is 0. */
export function figuresOf({ words, format }: Visit) {
  /** @param get the figure; null or undefined where there is nothing to count */
  const written =
    <T>(get: (figures: T) => number | null, write: (value: number) => string): Writes<T> =>
    (figures) => {
      if (figures === null) return words.unavailable;
      const value = get(figures);
      return value === null ? words.none : write(value);
    };
  const count = <T>(get: (figures: T) => number) => written(get, (value) => words.figures.count(format.number(value)));
  const rate = <T>(get: (figures: T) => number | null) => written(get, format.percent);
  const score: Writes<SatisfactionFigures> = (figures) => {
    if (figures?.n === 0) return words.none;
    return figures?.suppressed
      ? words.withheld
      : written<SatisfactionFigures>(
          (one) => one.score,
          (value) => words.figures.points(format.decimal(value)),
        )(figures);
  };
  return {
    count,
    rate,
    score,
    hours: written<ComplaintFigures>(
      ({ medianHours }) => medianHours,
      (value) => words.figures.hours(format.decimal(value)),
    ),
    money: written<CompensationFigures>(({ amount }) => amount, format.money),
  };
}

/** How many proposals were taken up, wholly or in part. */
export const taken = ({ adopted, partlyAdopted }: ProposalFigures): number => adopted + partlyAdopted;
