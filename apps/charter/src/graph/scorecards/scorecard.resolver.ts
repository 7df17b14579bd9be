import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Person, Public, hasRole, isUuid, notFound, userErrors } from '@charter/service';
import { canonicalJson } from '../../domain/scorecards/canonical';
import { csvOf } from '../../domain/scorecards/export';
import type { ScorecardContent } from '../../domain/scorecards/content';
import { DICTIONARY } from '../../domain/scorecards/dictionary';
import { type ScorecardPart, daysOf } from '../../domain/scorecards/period';
import { FiguresMissing, type ScorecardService } from '../../scorecards/scorecard.service';
import type { PublishedScorecard, ScorecardStore } from '../../store/scorecards/scorecard.store';
import type { CharterContext } from '../context';
import { figuresMissing } from './errors';
import { ScorecardMeasureEnum, ScorecardPartEnum } from './enums';
import { ScorecardColumnType, toColumnType } from './dictionary.type';
import { PublishScorecardInput } from './scorecard.input';
import {
  PublishScorecardPayload,
  ScorecardDepartmentType,
  ScorecardFigureType,
  ScorecardRankingType,
  ScorecardSourceType,
  ScorecardType,
  toFigureType,
  toRankingType,
  toScorecardDepartment,
  toScorecardType,
} from './scorecard.type';

const typeOf = (row: PublishedScorecard): ScorecardType => toScorecardType(row, daysOf(row.year, row.part));

const draftId = (year: number, part: ScorecardPart): string => `draft-${year}-${part}`;

/** What a scorecard says: as it was published, or as it stands now. */
async function contentOf(
  { id, status, year, part }: ScorecardType,
  context: CharterContext,
): Promise<ScorecardContent> {
  return status === 'DRAFT'
    ? context.scorecardDrafts.load({ year, part })
    : (await context.scorecardContents.load(id))!;
}

@Resolver(() => ScorecardType)
export class ScorecardResolver {
  constructor(
    private readonly service: ScorecardService,
    private readonly store: ScorecardStore,
  ) {}

  @Public()
  @Query(() => [ScorecardType], {
    description:
      'The published scorecards of a year (이행실적), those that were replaced included, the newest first. Public. Staff find how it stands now before them, as a draft of the part that they ask for.',
  })
  async scorecards(
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
    @Arg('part', () => ScorecardPartEnum, {
      nullable: true,
      description: 'Only this part of the year; when it is left out, all parts, and the draft of the whole year.',
    })
    part: ScorecardPart | null,
    @Ctx() { caller }: CharterContext,
  ): Promise<ScorecardType[]> {
    const published = (await this.store.ofYear(year, part)).map(typeOf);
    const begun = this.service.period(year, part ?? 'YEAR').ok;
    if (!begun || !hasRole(caller, 'OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')) return published;
    return [this.draftOf(year, part ?? 'YEAR', published), ...published];
  }

  @Public()
  @Query(() => ScorecardType, {
    nullable: true,
    description: 'A published scorecard; null when there is none of this id. Public.',
  })
  async scorecard(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { scorecards }: CharterContext,
  ): Promise<ScorecardType | null> {
    const found = isUuid(id) ? await scorecards.load(id) : undefined;
    return found ? typeOf(found) : null;
  }

  @Public()
  @Query(() => [ScorecardColumnType], {
    description: 'The data dictionary of the open data: the columns of the sheet, in their order. Public.',
  })
  scorecardDictionary(): ScorecardColumnType[] {
    return DICTIONARY.map(toColumnType);
  }

  @Authorized('ADMIN')
  @Mutation(() => PublishScorecardPayload, {
    description:
      'Publishes how a part of a year stands now, with where each figure comes from, for good. Refused while a service that owns figures does not answer, by its name. A period that is published already is replaced, with a reason.',
  })
  async publishScorecard(
    @Arg('input', () => PublishScorecardInput, { description: 'Which period.' })
    { year, part, replaces, reason, idempotencyKey }: PublishScorecardInput,
    @Ctx() { caller, log, scorecards, scorecardsReplacing }: CharterContext,
  ): Promise<PublishScorecardPayload> {
    if (replaces && !isUuid(replaces)) throw notFound(caller.language);
    const request = { year, part, replaces: replaces ?? null, reason: reason ?? null };
    try {
      const published = await this.service.publish(request, idempotencyKey ?? null, caller as Person, log);
      if (!published.ok) return { scorecard: null, errors: userErrors(published.refusals, caller.language) };
      if (replaces) scorecardsReplacing.clear(replaces);
      return { scorecard: typeOf((await scorecards.clear(published.value).load(published.value))!), errors: [] };
    } catch (error) {
      if (error instanceof FiguresMissing) throw figuresMissing(error.owners, caller.language);
      throw error;
    }
  }

  @FieldResolver(() => ScorecardType, { nullable: true, description: 'The one whose place it took.' })
  async replaces(
    @Root() { replacesId }: ScorecardType,
    @Ctx() { scorecards }: CharterContext,
  ): Promise<ScorecardType | null> {
    return replacesId === null ? null : typeOf((await scorecards.load(replacesId))!);
  }

  @FieldResolver(() => ScorecardType, {
    nullable: true,
    description: 'The one that took its place; null while it is the newest.',
  })
  async replacedBy(
    @Root() { id, status }: ScorecardType,
    @Ctx() { scorecardsReplacing }: CharterContext,
  ): Promise<ScorecardType | null> {
    const found = status === 'DRAFT' ? undefined : await scorecardsReplacing.load(id);
    return found ? typeOf(found) : null;
  }

  @FieldResolver(() => [ScorecardDepartmentType], { description: 'The departments, by code.' })
  async departments(
    @Root() scorecard: ScorecardType,
    @Arg('codes', () => [String], { nullable: true, description: 'Only these; all when it is left out.' })
    codes: string[] | null,
    @Ctx() context: CharterContext,
  ): Promise<ScorecardDepartmentType[]> {
    const content = await contentOf(scorecard, context);
    const asked = content.departments.filter(({ code }) => !codes || codes.includes(code));
    return asked.map((department) => toScorecardDepartment(department, content));
  }

  @FieldResolver(() => [ScorecardFigureType], {
    description: 'The figures of the whole city. Satisfaction and medians cannot be added up: the city has none.',
  })
  async city(
    @Root() scorecard: ScorecardType,
    @Arg('measures', () => [ScorecardMeasureEnum], { nullable: true, description: 'Only these; all when left out.' })
    measures: (keyof typeof ScorecardMeasureEnum)[] | null,
    @Ctx() context: CharterContext,
  ): Promise<ScorecardFigureType[]> {
    const content = await contentOf(scorecard, context);
    return figuresIn(content, null, measures);
  }

  @FieldResolver(() => [ScorecardRankingType], { description: 'How departments compare, by one measure each.' })
  async rankings(@Root() scorecard: ScorecardType, @Ctx() context: CharterContext): Promise<ScorecardRankingType[]> {
    const content = await contentOf(scorecard, context);
    return content.rankings.map((ranking) => toRankingType(ranking, content));
  }

  @FieldResolver(() => [ScorecardSourceType], { description: 'The services that its figures come from.' })
  async sources(@Root() scorecard: ScorecardType, @Ctx() context: CharterContext): Promise<ScorecardSourceType[]> {
    const { sources } = await contentOf(scorecard, context);
    return sources.map(({ service, takenAt }) => ({ service, takenAt: takenAt === null ? null : new Date(takenAt) }));
  }

  @FieldResolver(() => String, {
    description: 'All of it as JSON (open data). Of a published one, the very bytes whose hash is `contentHash`.',
  })
  async json(@Root() scorecard: ScorecardType, @Ctx() context: CharterContext): Promise<string> {
    return canonicalJson(await contentOf(scorecard, context));
  }

  @FieldResolver(() => String, {
    description:
      'The figures as a sheet (open data), one line each: CSV in UTF-8 with a byte order mark, explained by `scorecardDictionary`.',
  })
  async csv(@Root() scorecard: ScorecardType, @Ctx() context: CharterContext): Promise<string> {
    return csvOf(await contentOf(scorecard, context));
  }

  private draftOf(year: number, part: ScorecardPart, published: readonly ScorecardType[]): ScorecardType {
    const { from, to } = daysOf(year, part);
    const [newest] = published.filter((one) => one.part === part).sort((a, b) => b.edition - a.edition);
    return {
      ...{ id: draftId(year, part), status: 'DRAFT', year, part, startsOn: from, endsOn: to },
      ...{ complete: this.service.isOver(to), edition: (newest?.edition ?? 0) + 1, takenAt: null, publishedAt: null },
      ...{ reason: null, contentHash: null, replacesId: newest?.id ?? null },
    };
  }
}

/** The figures of a department, or of the city, in the order of their measures. */
export const figuresIn = (
  content: ScorecardContent,
  departmentCode: string | null,
  measures: readonly string[] | null,
): ScorecardFigureType[] =>
  content.figures
    .filter((figure) => figure.departmentCode === departmentCode && (!measures || measures.includes(figure.measure)))
    .map((figure) => toFigureType(figure, content));
