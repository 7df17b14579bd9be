import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  type Person,
  forbidden,
  isUuid,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import type { CommentService } from '../../comment.service';
import { examines } from '../../domain/access';
import type { Handled } from '../../proposal-desk';
import type { ParticipationContext } from '../context';
import { ProposalType } from '../proposal.type';
import {
  CommentConnection,
  CommentOnProposalInput,
  CommentOnProposalPayload,
  CommentType,
  CommentVersionType,
  EditProposalCommentInput,
  EditProposalCommentPayload,
  toCommentType,
} from './comment.type';

@Resolver()
export class CommentMutations {
  constructor(private readonly service: CommentService) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => CommentOnProposalPayload, {
    description: 'Speaks about a proposal, or answers a comment: a citizen, or the department in charge.',
  })
  commentOnProposal(
    @Arg('input', () => CommentOnProposalInput, { description: 'The comment.' })
    { proposalId, parentId, body, idempotencyKey }: CommentOnProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<CommentOnProposalPayload> {
    const input = { proposalId, parentId: parentId ?? null, body };
    const ids = parentId ? [proposalId, parentId] : [proposalId];
    return onComment(ids, context, () => this.service.add(input, idempotencyKey ?? null, context.caller as Person));
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => EditProposalCommentPayload, {
    description: 'Rewrites one’s own comment. What it said before stays readable.',
  })
  editProposalComment(
    @Arg('input', () => EditProposalCommentInput, { description: 'The new text.' })
    { commentId, body, version }: EditProposalCommentInput,
    @Ctx() context: ParticipationContext,
  ): Promise<EditProposalCommentPayload> {
    return onComment([commentId], context, () =>
      this.service.edit(commentId, body, version ?? null, context.caller as Person),
    );
  }
}

/** What a step of a comment answers: the comment as it is now, or why not. An id that is none finds nothing. */
export async function onComment(
  ids: readonly string[],
  context: ParticipationContext,
  handle: () => Promise<Handled>,
): Promise<{ comment: CommentType | null; errors: ReturnType<typeof userErrors> }> {
  const { language, id: callerId } = context.caller;
  const outcome = ids.every(isUuid) ? await handle() : 'NOT_FOUND';
  if (outcome === 'NOT_FOUND') throw notFound(language);
  if (outcome === 'FORBIDDEN') throw forbidden(language);
  if (!outcome.ok) return { comment: null, errors: userErrors(outcome.refusals, language) };
  const comment = (await context.comments.clear(outcome.value).load(outcome.value))!;
  const proposal = (await context.proposals.clear(comment.proposalId).load(comment.proposalId))!;
  return { comment: toCommentType(comment, callerId, examines(context.caller, proposal)), errors: [] };
}

@Resolver(() => ProposalType)
export class ProposalCommentsResolver {
  @FieldResolver(() => CommentConnection, {
    description: 'The comments in the order of reading: each before its answers, and these before the next.',
  })
  async comments(
    @Root() proposal: ProposalType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { caller, commentPages }: ParticipationContext,
  ): Promise<Connection<CommentType>> {
    const page = await commentPages.load({ proposalId: proposal.id, first, after: after ?? null });
    return mapConnection(page, (comment) => toCommentType(comment, caller.id, examines(caller, proposal)));
  }
}

@Resolver(() => CommentType)
export class CommentResolver {
  @FieldResolver(() => [CommentVersionType], {
    description: 'What it said before it was rewritten, oldest first; nothing while it is hidden.',
  })
  async versions(
    @Root() { id, reads }: CommentType,
    @Ctx() { commentVersions }: ParticipationContext,
  ): Promise<CommentVersionType[]> {
    if (!reads) return [];
    return (await commentVersions.load(id)).map(({ body, replacedAt }) => ({ body, replacedAt }));
  }
}
