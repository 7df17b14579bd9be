import type { ServiceName } from '@charter/contracts';
import type { Standard } from '../standard';
import { type Answers, OWNERS } from './answers';
import { COLUMNS, figuresOf } from './columns';
import { type Figure, SMALLEST_GROUP } from './figure';
import { ORIGINS, type Origin, STANDARD_ORIGINS } from './measures';
import { type Days, type ScorecardPart, daysOf } from './period';
import { RANKED, type Ranking, rank } from './ranking';
import { standardFigures } from './standards';

/** A department as it was called when the figures were taken. */
export interface NamedDepartment {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
}

/** Everything that a scorecard says: what is published is exactly this. */
export interface ScorecardContent {
  /** Grows when the form of this record changes. */
  readonly format: 1;
  readonly year: number;
  readonly part: ScorecardPart;
  readonly period: Days;
  /** Whether the period was over when the figures were taken. */
  readonly complete: boolean;
  readonly takenAt: string;
  /** 1, and one more for each that takes the place of another of the same period. */
  readonly edition: number;
  /** The one whose place it takes, by id, and why. */
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly smallestGroup: number;
  readonly departments: readonly NamedDepartment[];
  readonly standards: readonly Standard[];
  /** Where each measure comes from; of standards by what keeps them measured. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** When each service answered; null: it did not. */
  readonly sources: readonly { readonly service: ServiceName; readonly takenAt: string | null }[];
  readonly figures: readonly Figure[];
  readonly rankings: readonly Ranking[];
}

/** What a scorecard takes the place of. */
type Succession = Pick<ScorecardContent, 'edition' | 'replaces' | 'reason'>;

export interface Composed extends Succession {
  readonly year: number;
  readonly part: ScorecardPart;
  readonly takenAt: Date;
  /** The day in Asia/Seoul. */
  readonly today: string;
  readonly departments: readonly NamedDepartment[];
  readonly standards: readonly Standard[];
  readonly answers: Answers;
}

/** Makes the scorecard of a part of a year from what the owners of its figures say. Pure. */
export function composeScorecard({
  year,
  part,
  takenAt,
  today,
  departments,
  standards,
  answers,
  ...succession
}: Composed): ScorecardContent {
  const period = daysOf(year, part);
  const codes = departments.map(({ code }) => code);
  const columns = COLUMNS.flatMap((column) => figuresOf(column, answers, codes));
  const figures = [...columns, ...standards.flatMap((standard) => standardFigures(standard, answers, codes))];
  const services = [...OWNERS, 'charter' as const];
  return {
    ...{ format: 1, year, part, period, complete: today > period.to, takenAt: takenAt.toISOString() },
    ...{ ...succession, smallestGroup: SMALLEST_GROUP },
    departments: departments.map(({ code, nameKo, nameEn }) => ({ code, nameKo, nameEn })),
    standards,
    origins: { ...ORIGINS, ...prefixed(STANDARD_ORIGINS) },
    sources: services.map((service) => ({ service, takenAt: answers.takenAt[service] ?? null })),
    figures,
    rankings: RANKED.map((measure) => rank(measure, figures)),
  };
}

const prefixed = (origins: Readonly<Record<string, Origin>>): Record<string, Origin> =>
  Object.fromEntries(Object.entries(origins).map(([key, origin]) => [`STANDARD:${key}`, origin]));

/** Where a figure of a scorecard comes from, as the scorecard itself says. */
export function originOf({ origins, standards }: ScorecardContent, figure: Figure): Origin {
  const { measure, standardCode, method, methodVersion } = figure;
  const by = standards.find(({ code }) => code === standardCode)?.measuredBy;
  const origin = origins[measure === 'STANDARD' ? `STANDARD:${by}` : measure]!;
  return method === null ? origin : { ...origin, method, methodVersion };
}
