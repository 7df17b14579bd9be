import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Caller, type Clock, hasRole } from '@charter/service';
import { handles } from './domain/access';
import { confidence, matchedWords, probesOf, weightOf } from './domain/knowledge/likeness';
import { masked } from './domain/knowledge/personal';
import { type Routing, rankRouting } from './domain/knowledge/routing';
import { type Word, wordsOf } from '@charter/korean';
import type { ComplaintEntity } from './store/complaint.entity';
import type { ComplaintStore } from './store/complaint.store';
import type { ArticleEntity } from './store/knowledge/article.entity';
import type { ArticleStore } from './store/knowledge/article.store';
import type { Concerned } from './store/knowledge/concerned';
import type { Duration, RoutingStore } from './store/knowledge/routing.store';
import type { Hit, Search, SearchStore } from './store/knowledge/search.store';

export interface ForesightParts {
  readonly dataSource: DataSource;
  readonly search: SearchStore;
  readonly routing: RoutingStore;
  readonly complaints: ComplaintStore;
  readonly articles: ArticleStore;
  readonly concerned: Concerned;
  readonly clock: Clock;
}

/** Something of the past that is like a text. */
export interface Match {
  readonly kind: 'ANSWER' | 'ARTICLE' | 'CASE';
  readonly title: string;
  readonly answer: string | null;
  readonly at: Date | null;
  readonly serviceCode: string;
  readonly departmentCode: string;
  readonly confidence: number;
  readonly matchedWords: readonly string[];
  /** Of the caller's own department alone. */
  readonly complaint: ComplaintEntity | null;
  readonly article: ArticleEntity | null;
}

export interface Suggestion extends Routing {
  readonly expected: Duration | undefined;
}

/** Less in common than this is chance. */
const LEAST_SHARE = 0.15;
/** Of many that are alike, one is shown: so many are looked at. */
const LOOKED_AT = 4;
const YEAR_MS = 365 * 86_400_000;

/** What past complaints tell: similar ones, where a new one belongs, how long it will take. */
export class ForesightService {
  constructor(private readonly parts: ForesightParts) {}

  /** Published answers and articles like a text; for who handles complaints also those of the own department. The nearest first. */
  async similar(text: string, first: number, caller: Caller): Promise<Match[]> {
    const words = wordsOf(text);
    const { search } = this.parts;
    const wanted = await this.searchFor(words);
    const most = first * LOOKED_AT;
    const staff = hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode;
    const [answers, articles, cases] = await Promise.all([
      search.similar('public', wanted, most),
      search.similar('articles', wanted, most),
      staff ? search.similar('ofDepartment', wanted, most, caller.departmentCode) : [],
    ]);
    const matches = [
      ...(await this.articlesOf(articles, words)),
      ...(await this.casesOf(cases, words, caller)),
      ...(await this.answersOf(answers, words, new Set(cases.map(({ id }) => id)))),
    ];
    return different(matches.sort((a, b) => b.confidence - a.confidence)).slice(0, first);
  }

  /** Where a text belongs, and how long complaints of the likeliest service took in the last year. */
  async suggest(text: string): Promise<Suggestion> {
    const { routing, clock } = this.parts;
    const words = wordsOf(text);
    const terms = [...new Set(words.flatMap((word) => word.terms))];
    const { classes, counts } = await routing.learned(terms, localDate(clock.now()));
    const ranked = rankRouting(words, classes, counts);
    const [likeliest] = ranked.services;
    const since = new Date(clock.now().getTime() - YEAR_MS);
    return { ...ranked, expected: likeliest && (await routing.duration(likeliest.code, since)) };
  }

  private async searchFor(words: readonly Word[]): Promise<Search> {
    const terms = [...new Set(words.flatMap((word) => word.terms))];
    const { texts, of } = await this.parts.search.frequencies(terms);
    return {
      terms,
      weights: terms.map((term) => weightOf(of.get(term) ?? 0, texts)),
      probes: probesOf(terms, of),
    };
  }

  private async articlesOf(hits: readonly Hit[], words: readonly Word[]): Promise<Match[]> {
    const near = hits.filter(({ share }) => share >= LEAST_SHARE);
    const found = await this.parts.articles.byIds(near.map(({ id }) => id));
    return near.flatMap((hit, index) => {
      const article = found[index];
      if (!article?.question) return [];
      const { question: title, answer, publishedAt: at, serviceCode, departmentCode } = article;
      const about = { kind: 'ARTICLE' as const, title, answer, at, serviceCode, departmentCode };
      return [{ ...about, ...evidence(hit, words), complaint: null, article }];
    });
  }

  private async casesOf(hits: readonly Hit[], words: readonly Word[], caller: Caller): Promise<Match[]> {
    const near = hits.filter(({ share }) => share >= LEAST_SHARE);
    const found = await this.parts.complaints.byIds(near.map(({ id }) => id));
    return near.flatMap((hit, index) => {
      const complaint = found[index];
      if (!complaint || !handles(caller, complaint)) return [];
      const { title, answer, answeredAt: at, serviceCode, departmentCode } = complaint;
      const about = { kind: 'CASE' as const, title, answer, at, serviceCode, departmentCode };
      return [{ ...about, ...evidence(hit, words), complaint, article: null }];
    });
  }

  private async answersOf(hits: readonly Hit[], words: readonly Word[], shown: ReadonlySet<string>): Promise<Match[]> {
    const near = hits.filter(({ id, share }) => share >= LEAST_SHARE && !shown.has(id));
    const { complaints, concerned, dataSource } = this.parts;
    // Opened again after an objection, an answer stands no more.
    const found = (await complaints.byIds(near.map(({ id }) => id))).map((complaint) =>
      complaint?.status === 'ANSWERED' && complaint.visibility === 'PUBLIC_MASKED' ? complaint : undefined,
    );
    const ids = found.flatMap((complaint) => complaint?.id ?? []);
    const names = new Map((await concerned.namesOf(dataSource.manager, ids)).map((each, index) => [ids[index], each]));
    return near.flatMap((hit, index) => {
      const complaint = found[index];
      if (!complaint) return [];
      const hide = (text: string): string => masked(text, names.get(complaint.id)!);
      const { answeredAt: at, serviceCode, departmentCode } = complaint;
      const said = { title: hide(complaint.title), answer: hide(complaint.answer!) };
      const about = { kind: 'ANSWER' as const, ...said, at, serviceCode, departmentCode };
      return [{ ...about, ...evidence(hit, words), complaint: null, article: null }];
    });
  }
}

const evidence = ({ share, found }: Hit, words: readonly Word[]) => ({
  confidence: confidence(share),
  matchedWords: matchedWords(words, new Set(found)),
});

/** Of several that give the same answer for the same service, the nearest. Cases stay: each is somebody's. */
function different(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter((match) => {
    const key = `${match.serviceCode} ${match.answer}`;
    if (match.kind === 'CASE') return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
