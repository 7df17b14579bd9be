import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, DateTime, PublicFor, UserError } from '@charter/service';
import type { Match } from '../../foresight.service';
import { ARTICLE_STATUSES, type ArticleStatus } from '../../domain/knowledge/article';
import type { Ranked } from '../../domain/knowledge/routing';
import type { ArticleEntity, ArticleVersionEntity } from '../../store/knowledge/article.entity';
import { enumOf } from '../enums';
import { DepartmentType } from '../stubs.type';

const StatusEnum = enumOf<ArticleStatus>(ARTICLE_STATUSES);
registerEnumType(StatusEnum, {
  name: 'KnowledgeArticleStatus',
  description: 'How a knowledge article stands.',
  valuesConfig: {
    DRAFT: { description: 'Written, and not approved yet (초안).' },
    PUBLISHED: { description: 'Approved and published (게시).' },
    WITHDRAWN: { description: 'Taken back (내림).' },
  },
});

const KindEnum = { ANSWER: 'ANSWER', ARTICLE: 'ARTICLE', CASE: 'CASE' } as const;
registerEnumType(KindEnum, {
  name: 'SimilarKind',
  description: 'What a similar thing of the past is.',
  valuesConfig: {
    ANSWER: { description: 'A published answer, masked.' },
    ARTICLE: { description: 'A knowledge article.' },
    CASE: { description: 'A case of the caller’s own department.' },
  },
});

@ObjectType('KnowledgeArticleVersion', { description: 'A version of a knowledge article. Its text never changes.' })
export class ArticleVersionType {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number: number;

  @Field(() => String, { description: 'The question.' })
  question: string;

  @Field(() => String, { description: 'The answer.' })
  answer: string;

  @Field(() => ID, { description: 'Who wrote it.' })
  draftedBy: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  draftedAt: Date;

  @Field(() => ID, { nullable: true, description: 'Who approved it: never who wrote it.' })
  publishedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt: Date | null;
}

export const toVersionType = (version: ArticleVersionEntity): ArticleVersionType => ({
  number: version.number,
  question: version.question,
  answer: version.answer,
  draftedBy: version.draftedBy,
  draftedAt: version.draftedAt,
  publishedBy: version.publishedBy,
  publishedAt: version.publishedAt,
  withdrawnAt: version.withdrawnAt,
});

@PublicFor(60)
@ObjectType('KnowledgeArticle', {
  description: 'What the office answers to a question that comes again and again (유사 민원 매뉴얼).',
})
export class ArticleType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => StatusEnum, { description: 'How it stands.' })
  status: ArticleStatus;

  @Field(() => String, { nullable: true, description: 'The question, while it is published.' })
  question: string | null;

  @Field(() => String, { nullable: true, description: 'The answer, while it is published.' })
  answer: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is published.' })
  publishedAt: Date | null;

  @Field(() => DepartmentType, { nullable: true, description: 'The department that wrote it.' })
  department: DepartmentType;

  @Field(() => String, { description: 'The service that it is about, by code.' })
  serviceCode: string;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  departmentCode: string;
}

export const toArticleType = (article: ArticleEntity): ArticleType => ({
  id: article.id,
  status: article.status,
  question: article.question,
  answer: article.answer,
  publishedAt: article.publishedAt,
  department: { code: article.departmentCode },
  serviceCode: article.serviceCode,
  version: article.version,
  departmentCode: article.departmentCode,
});

export const ArticleConnection = connectionType('KnowledgeArticle', () => ArticleType, { isPublic: true });

@ObjectType('SimilarComplaint', { description: 'Something of the past that is like a text, with the evidence for it.' })
export class SimilarType {
  @Field(() => KindEnum, { description: 'What it is.' })
  kind: Match['kind'];

  @Field(() => String, { description: 'What it was about; masked where others may read it.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What was answered; masked where others may read it.' })
  answer: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered or published.' })
  at: Date | null;

  @Field(() => Float, { description: 'How much of what the text tells it contains, 0 to 1.' })
  confidence: number;

  @Field(() => [String], { description: 'The words that it shares with the text, the most telling first.' })
  matchedWords: string[];

  @Field(() => String, { description: 'The service, by code.' })
  serviceCode: string;

  @Field(() => DepartmentType, { nullable: true, description: 'The department that answered it.' })
  department: DepartmentType;

  match: Match;
}

export const toSimilarType = (match: Match): SimilarType => ({
  kind: match.kind,
  title: match.title,
  answer: match.answer,
  at: match.at,
  confidence: match.confidence,
  matchedWords: [...match.matchedWords],
  serviceCode: match.serviceCode,
  department: { code: match.departmentCode },
  match,
});

@ObjectType()
abstract class RankedType {
  @Field(() => Float, { description: 'How likely it is among all, 0 to 1.' })
  confidence: number;

  @Field(() => [String], { description: 'The words of the text that speak most for it.' })
  matchedWords: string[];

  code: string;
}

@ObjectType('SuggestedService', { description: 'A service that a text may be for.' })
export class SuggestedServiceType extends RankedType {
  @Field(() => String, { description: 'The service, by code.' })
  serviceCode: string;
}

@ObjectType('SuggestedDepartment', { description: 'A department that a text may be for.' })
export class SuggestedDepartmentType extends RankedType {
  @Field(() => DepartmentType, { nullable: true, description: 'The department.' })
  department: DepartmentType;
}

const base = ({ code, confidence, matchedWords }: Ranked) => ({ code, confidence, matchedWords: [...matchedWords] });
export const toSuggestedService = (ranked: Ranked): SuggestedServiceType => ({
  ...base(ranked),
  serviceCode: ranked.code,
});
export const toSuggestedDepartment = (ranked: Ranked): SuggestedDepartmentType => ({
  ...base(ranked),
  department: { code: ranked.code },
});

@ObjectType('ExpectedDuration', {
  description: 'How long complaints of a service took in the last year, in working hours.',
})
export class ExpectedDurationType {
  @Field(() => Float, { description: 'Half of them took no longer.' })
  median: number;

  @Field(() => Float, { description: 'Nine of ten took no longer.' })
  p90: number;

  @Field(() => Int, { description: 'How many answered complaints it rests on.' })
  count: number;
}

@ObjectType('RoutingSuggestion', { description: 'Where a complaint belongs, by what was answered before.' })
export class RoutingSuggestionType {
  @Field(() => ID, {
    nullable: true,
    description:
      'Give it with fileComplaint: whether suggestions are taken is measured. Null when nothing is suggested.',
  })
  suggestionId: string | null;

  @Field(() => [SuggestedServiceType], { description: 'The likeliest services, three at most.' })
  services: SuggestedServiceType[];

  @Field(() => [SuggestedDepartmentType], { description: 'The likeliest departments, three at most.' })
  departments: SuggestedDepartmentType[];

  @Field(() => ExpectedDurationType, {
    nullable: true,
    description: 'How long the likeliest service took; null when nothing of it was answered in the last year.',
  })
  expected: ExpectedDurationType | null;

  @Field(() => Int, { description: 'How many answered complaints the suggestion rests on.' })
  learnedFrom: number;
}

@ObjectType('SuggestionAcceptance', {
  description: 'How often suggestions were taken, of the complaints filed after one.',
})
export class AcceptanceType {
  @Field(() => Int, { description: 'Complaints filed after a suggestion.' })
  filed: number;

  @Field(() => Int, { description: 'Of these, for the first suggested service.' })
  service: number;

  @Field(() => Int, { description: 'Of these, for the first suggested department.' })
  department: number;

  @Field(() => Int, { description: 'Of these, for one of the suggested departments.' })
  amongFirst: number;
}

@ObjectType()
abstract class ArticlePayload {
  @Field(() => ArticleType, { nullable: true, description: 'The article as it is now.' })
  article: ArticleType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of draftKnowledgeArticle.' })
export class DraftKnowledgeArticlePayload extends ArticlePayload {}

@ObjectType({ description: 'The answer of publishKnowledgeArticle.' })
export class PublishKnowledgeArticlePayload extends ArticlePayload {}

@ObjectType({ description: 'The answer of withdrawKnowledgeArticle.' })
export class WithdrawKnowledgeArticlePayload extends ArticlePayload {}
