import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { type Person, forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { Handled } from '../../desk';
import type { KnowledgeService } from '../../knowledge.service';
import type { ComplaintsContext } from '../context';
import {
  DraftKnowledgeArticlePayload,
  PublishKnowledgeArticlePayload,
  WithdrawKnowledgeArticlePayload,
  toArticleType,
} from './knowledge.type';

@InputType({ description: 'A knowledge article to write, or a new version of one.' })
export class DraftKnowledgeArticleInput {
  @Field(() => ID, { description: 'The answered complaint that it is written from.' })
  complaintId: string;

  @Field(() => ID, { nullable: true, description: 'The article that gets a new version; without it, a new article.' })
  articleId?: string | null;

  @Field(() => String, { description: 'The question, 1 to 200 characters, so that nobody can tell whose case it was.' })
  question: string;

  @Field(() => String, { description: 'The answer, 1 to 10,000 characters, likewise.' })
  answer: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A draft to approve.' })
export class PublishKnowledgeArticleInput {
  @Field(() => ID, { description: 'The article.' })
  articleId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: with it, nobody’s change is overwritten.',
  })
  version?: number | null;
}

@InputType({ description: 'An article to take back.' })
export class WithdrawKnowledgeArticleInput extends PublishKnowledgeArticleInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

/** Writing down what the office knows: drafted by one, approved by another. */
@Resolver()
export class KnowledgeMutations {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => DraftKnowledgeArticlePayload, {
    description:
      'Drafts a knowledge article from an answered complaint of one’s department. Another person approves it.',
  })
  async draftKnowledgeArticle(
    @Arg('input', () => DraftKnowledgeArticleInput, { description: 'The draft.' })
    { complaintId, articleId, question, answer, idempotencyKey }: DraftKnowledgeArticleInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<DraftKnowledgeArticlePayload> {
    if (!isUuid(complaintId) || (articleId && !isUuid(articleId))) throw notFound(context.caller.language);
    const draft = { complaintId, articleId: articleId ?? null, question, answer };
    return this.answer(await this.knowledge.draft(draft, idempotencyKey, context.caller as Person), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => PublishKnowledgeArticlePayload, {
    description: 'Approves the waiting draft of an article of one’s department: never one’s own.',
  })
  async publishKnowledgeArticle(
    @Arg('input', () => PublishKnowledgeArticleInput, { description: 'Which one.' })
    { articleId: id, version }: PublishKnowledgeArticleInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<PublishKnowledgeArticlePayload> {
    if (!isUuid(id)) throw notFound(context.caller.language);
    const call = { id, version: version ?? null, by: context.caller as Person };
    return this.answer(await this.knowledge.publish(call), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => WithdrawKnowledgeArticlePayload, {
    description: 'Takes a published article of one’s department back.',
  })
  async withdrawKnowledgeArticle(
    @Arg('input', () => WithdrawKnowledgeArticleInput, { description: 'Which one, and why.' })
    { articleId: id, reason, version }: WithdrawKnowledgeArticleInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<WithdrawKnowledgeArticlePayload> {
    if (!isUuid(id)) throw notFound(context.caller.language);
    const call = { id, version: version ?? null, by: context.caller as Person };
    return this.answer(await this.knowledge.withdraw(call, reason), context);
  }

  private async answer(
    outcome: Handled,
    { caller, articles }: ComplaintsContext,
  ): Promise<DraftKnowledgeArticlePayload> {
    if (outcome === 'NOT_FOUND') throw notFound(caller.language);
    if (outcome === 'FORBIDDEN') throw forbidden(caller.language);
    if (!outcome.ok) return { article: null, errors: userErrors(outcome.refusals, caller.language) };
    const article = await articles.clear(outcome.value).load(outcome.value);
    return { article: toArticleType(article!), errors: [] };
  }
}
