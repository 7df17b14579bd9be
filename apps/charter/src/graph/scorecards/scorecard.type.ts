import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, PublicFor, PublicWithin, UserError } from '@charter/service';
import type { NamedDepartment, ScorecardContent } from '../../domain/scorecards/content';
import type { Figure, FigureState } from '../../domain/scorecards/figure';
import type { FigureUnit, Measure } from '../../domain/scorecards/measures';
import type { ScorecardPart } from '../../domain/scorecards/period';
import type { RankedMeasure, Ranking } from '../../domain/scorecards/ranking';
import type { PublishedScorecard } from '../../store/scorecards/scorecard.store';
import {
  FigureStateEnum,
  ScorecardMeasureEnum,
  ScorecardPartEnum,
  ScorecardRankedMeasureEnum,
  ScorecardStatusEnum,
  ScorecardUnitEnum,
} from './enums';

@PublicFor(60)
@ObjectType('Scorecard', { description: 'How the city kept its charter in a period (이행실적).' })
export class ScorecardType {
  @Field(() => ID, { description: 'Its id; of a draft one that says of which period.' })
  id: string;

  @Field(() => ScorecardStatusEnum, { description: 'Whether it is published.' })
  status: keyof typeof ScorecardStatusEnum;

  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => ScorecardPartEnum, { description: 'Which part of the year.' })
  part: ScorecardPart;

  @Field(() => LocalDate, { description: 'The first day of the period.' })
  startsOn: string;

  @Field(() => LocalDate, { description: 'The last day of the period, included.' })
  endsOn: string;

  @Field(() => Boolean, {
    description: 'Whether the period was over when the figures were taken; if not, they are so far (잠정).',
  })
  complete: boolean;

  @Field(() => Int, {
    description: '1 for the first of its period, and one more for each that takes the place of another (판).',
  })
  edition: number;

  @Field(() => DateTime, { nullable: true, description: 'When the figures were taken; of a draft, null: now.' })
  takenAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; null of a draft.' })
  publishedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it takes the place of another.' })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of `json` in UTF-8, in hexadecimal: whoever kept a copy sees that nothing changed; null of a draft.',
  })
  contentHash: string | null;

  replacesId: string | null;
}

export const toScorecardType = (
  row: PublishedScorecard,
  { from, to }: { from: string; to: string },
): ScorecardType => ({
  ...{ id: row.id, status: 'PUBLISHED', year: row.year, part: row.part, startsOn: from, endsOn: to },
  ...{ complete: row.complete, edition: row.edition, takenAt: row.takenAt, publishedAt: row.publishedAt },
  ...{ reason: row.reason, contentHash: row.contentHash, replacesId: row.replaces },
});

/** Something of a scorecard, with all that the scorecard says. */
interface Within {
  readonly content: ScorecardContent;
}

@PublicWithin()
@ObjectType('ScorecardSource', { description: 'A service that figures come from (출처).' })
export class ScorecardSourceType {
  @Field(() => String, { description: 'The service that owns them.' })
  service: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it answered; null: it did not, and its figures are missing.',
  })
  takenAt: Date | null;
}

@PublicWithin()
@ObjectType('FigureSource', { description: 'Where a figure comes from and how it was made.' })
export class FigureSourceType extends ScorecardSourceType {
  @Field(() => String, { description: 'The field of this graph in which anybody reads how it stands now.' })
  field: string;

  @Field(() => String, { description: 'How it is made: figures of different methods are not compared.' })
  method: string;

  @Field(() => Int, { nullable: true, description: 'The version of the method; null where its owner names none.' })
  methodVersion: number | null;
}

@PublicWithin()
@ObjectType('ScorecardFigure', { description: 'One figure of a scorecard.' })
export class ScorecardFigureType implements Within {
  @Field(() => ScorecardMeasureEnum, { description: 'What it measures.' })
  measure: Measure;

  @Field(() => ScorecardUnitEnum, { description: 'In what it counts.' })
  unit: FigureUnit;

  @Field(() => FigureStateEnum, { description: 'Whether it is there, and why not.' })
  state: FigureState;

  @Field(() => Float, { nullable: true, description: 'The figure, with two decimals; null unless it is shown.' })
  value: number | null;

  @Field(() => Int, { nullable: true, description: 'On how many cases it rests; null when that is missing.' })
  n: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these, how many kept the promise, where that is the question.' })
  kept: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of its interval of 95 %; null where it has none.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of its interval of 95 %; null where it has none.' })
  high: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the standard’s target is reached; null where it cannot be said, or there is none.',
  })
  reached: boolean | null;

  figure: Figure;
  content: ScorecardContent;
}

export const toFigureType = (figure: Figure, content: ScorecardContent): ScorecardFigureType => ({
  ...{ measure: figure.measure, unit: figure.unit, state: figure.state, value: figure.value, n: figure.n },
  ...{ kept: figure.kept, low: figure.low, high: figure.high, reached: figure.reached },
  ...{ figure, content },
});

@PublicWithin()
@ObjectType('ScorecardDepartment', { description: 'A department in a scorecard, by the name that it had.' })
export class ScorecardDepartmentType implements Within {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  content: ScorecardContent;
}

export const toScorecardDepartment = (
  { code, nameKo, nameEn }: NamedDepartment,
  content: ScorecardContent,
): ScorecardDepartmentType => ({ code, nameKo, nameEn, content });

@PublicWithin()
@ObjectType('RankedDepartment', { description: 'The rank of a department.' })
export class RankedDepartmentType {
  @Field(() => Int, { description: 'One more than the number of departments that are clearly better.' })
  rank: number;

  @Field(() => ScorecardDepartmentType, { description: 'The department.' })
  department: ScorecardDepartmentType;
}

@PublicWithin()
@ObjectType('UnrankedDepartment', { description: 'A department without a rank.' })
export class UnrankedDepartmentType {
  @Field(() => FigureStateEnum, { description: 'Why.' })
  state: FigureState;

  @Field(() => ScorecardDepartmentType, { description: 'The department.' })
  department: ScorecardDepartmentType;
}

@PublicWithin()
@ObjectType('ScorecardRanking', {
  description:
    'Departments by one measure. Who cannot be told apart from a better one shares its rank; departments of fewer than 5 cases have none.',
})
export class ScorecardRankingType {
  @Field(() => ScorecardRankedMeasureEnum, { description: 'By what.' })
  measure: RankedMeasure;

  @Field(() => [RankedDepartmentType], { description: 'By rank, and by code where it is shared.' })
  ranked: RankedDepartmentType[];

  @Field(() => [UnrankedDepartmentType], { description: 'Who has no rank, and why, by code.' })
  unranked: UnrankedDepartmentType[];
}

export function toRankingType({ measure, ranked, unranked }: Ranking, content: ScorecardContent): ScorecardRankingType {
  const named = new Map(content.departments.map((department) => [department.code, department]));
  const of = (code: string): ScorecardDepartmentType => toScorecardDepartment(named.get(code)!, content);
  return {
    measure,
    ranked: ranked.map(({ departmentCode, rank }) => ({ rank, department: of(departmentCode) })),
    unranked: unranked.map(({ departmentCode, state }) => ({ state, department: of(departmentCode) })),
  };
}

@ObjectType({ description: 'The answer of publishScorecard.' })
export class PublishScorecardPayload {
  @Field(() => ScorecardType, { nullable: true, description: 'What was published.' })
  scorecard: ScorecardType | null;

  @Field(() => [UserError], { description: 'Why it was not published; empty when it was.' })
  errors: UserError[];
}
