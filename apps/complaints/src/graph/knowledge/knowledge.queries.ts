import { Arg, Args, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  PeriodInput,
  Public,
  PublicFor,
  badInput,
  checkPeriod,
  mapConnection,
} from '@charter/service';
import type { ForesightService } from '../../foresight.service';
import type { ArticleStore } from '../../store/knowledge/article.store';
import type { RoutingStore } from '../../store/knowledge/routing.store';
import type { ComplaintsContext } from '../context';
import {
  AcceptanceType,
  ArticleConnection,
  ArticleType,
  RoutingSuggestionType,
  SimilarType,
  toArticleType,
  toSimilarType,
  toSuggestedDepartment,
  toSuggestedService,
} from './knowledge.type';
import type { Suggestions } from './suggestions';

/** Longer texts tell no more. */
const LONGEST_TEXT = 10_000;
const MOST_SIMILAR = 20;

export interface KnowledgeQueryParts {
  readonly articles: ArticleStore;
  readonly foresight: ForesightService;
  readonly routing: RoutingStore;
  readonly suggestions: Suggestions;
}

const checkText = (name: string, text: string): string => {
  if (text.length > LONGEST_TEXT) throw badInput(`\`${name}\` has at most ${LONGEST_TEXT} characters.`);
  return text;
};

/** What past complaints tell. */
@Resolver()
export class KnowledgeQueries {
  constructor(private readonly parts: KnowledgeQueryParts) {}

  @Public()
  @PublicFor(60)
  @Query(() => ArticleConnection, {
    nullable: true,
    description: 'Published knowledge articles: the newest first, or those that answer a search, the nearest first.',
  })
  async knowledgeArticles(
    @Arg('search', () => String, { nullable: true, description: 'Words to look for.' })
    search: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<ArticleType>> {
    const wanted = search ? checkText('search', search) : null;
    return mapConnection(await this.parts.articles.published(wanted, page), toArticleType);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Query(() => ArticleConnection, {
    nullable: true,
    description: 'All knowledge articles of the caller’s department, drafts and withdrawn ones too.',
  })
  async departmentArticles(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ArticleType>> {
    return mapConnection(await this.parts.articles.ofDepartment(caller.departmentCode ?? '-', page), toArticleType);
  }

  @Public()
  @Query(() => [SimilarType], {
    nullable: true,
    description:
      'Published answers and articles like a text, for while a citizen writes; for officers also cases of their department. The nearest first.',
  })
  async similarComplaints(
    @Arg('text', () => String, { description: 'What is being written, 10,000 characters at most.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<SimilarType[]> {
    if (first < 1 || first > MOST_SIMILAR) throw badInput(`\`first\` is 1 to ${MOST_SIMILAR}.`);
    return (await this.parts.foresight.similar(checkText('text', text), first, caller)).map(toSimilarType);
  }

  @Public()
  @Query(() => RoutingSuggestionType, {
    nullable: true,
    description: 'Which service and department a text is for, and how long that took before, with the evidence.',
  })
  async suggestRouting(
    @Arg('title', () => String, { description: 'What it is about.' }) title: string,
    @Arg('body', () => String, { description: 'What is asked for.' }) body: string,
  ): Promise<RoutingSuggestionType> {
    const { foresight, suggestions } = this.parts;
    const found = await foresight.suggest(`${checkText('title', title)} ${checkText('body', body)}`);
    const codes = (ranked: readonly { code: string }[]) => ranked.map(({ code }) => code);
    const suggested = { services: codes(found.services), departments: codes(found.departments) };
    return {
      suggestionId: found.services.length > 0 ? suggestions.seal(suggested) : null,
      services: found.services.map(toSuggestedService),
      departments: found.departments.map(toSuggestedDepartment),
      expected: found.expected ?? null,
      learnedFrom: found.learnedFrom,
    };
  }

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN')
  @Query(() => AcceptanceType, {
    nullable: true,
    description: 'How often suggestions were taken, of the complaints filed after one in a period.',
  })
  suggestionAcceptance(
    @Arg('period', () => PeriodInput, { description: 'The period, by day of filing.' }) period: PeriodInput,
  ): Promise<AcceptanceType> {
    checkPeriod(period);
    return this.parts.routing.acceptance(period.from, period.to);
  }
}
