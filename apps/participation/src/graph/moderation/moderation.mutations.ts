import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Person } from '@charter/service';
import type { ModerationService } from '../../moderation.service';
import { onComment } from '../comments/comment.resolver';
import * as comment from '../comments/comment.type';
import type { ParticipationContext } from '../context';
import { onProposal } from '../handled';
import * as proposal from '../proposal.type';

@InputType()
abstract class ProposalModerationInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;
}

@InputType()
abstract class CommentModerationInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId: string;
}

@InputType({ description: 'A proposal to hide.' })
class HideProposalInput extends ProposalModerationInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A comment to hide.' })
class HideProposalCommentInput extends CommentModerationInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A proposal to show again.' })
class RestoreProposalInput extends ProposalModerationInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A comment to show again.' })
class RestoreProposalCommentInput extends CommentModerationInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A proposal whose hiding one appeals against.' })
class AppealProposalHidingInput extends ProposalModerationInput {
  @Field(() => String, { description: 'What is said against it, 1 to 2,000 characters.' })
  text: string;
}

@InputType({ description: 'A comment whose hiding one appeals against.' })
class AppealCommentHidingInput extends CommentModerationInput {
  @Field(() => String, { description: 'What is said against it, 1 to 2,000 characters.' })
  text: string;
}

@InputType({ description: 'A proposal over which an appeal is decided.' })
class DecideProposalAppealInput extends ProposalModerationInput {
  @Field(() => Boolean, { description: 'Whether it is shown again.' })
  restore: boolean;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A comment over which an appeal is decided.' })
class DecideCommentAppealInput extends CommentModerationInput {
  @Field(() => Boolean, { description: 'Whether it is shown again.' })
  restore: boolean;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

/** Hiding proposals and comments, and the appeal against it. */
@Resolver()
export class ModerationMutations {
  constructor(private readonly service: ModerationService) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => proposal.HideProposalPayload, {
    description: 'Hides a proposal from the public, with a reason that its author reads; they may appeal.',
  })
  hideProposal(
    @Arg('input', () => HideProposalInput, { description: 'Which one, and why.' })
    { proposalId, reason }: HideProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<proposal.HideProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.service.ofProposal(proposalId, { type: 'hide', reason }, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => comment.HideProposalCommentPayload, {
    description: 'Hides a comment from the public, with a reason that its author reads; they may appeal.',
  })
  hideProposalComment(
    @Arg('input', () => HideProposalCommentInput, { description: 'Which one, and why.' })
    { commentId, reason }: HideProposalCommentInput,
    @Ctx() context: ParticipationContext,
  ): Promise<comment.HideProposalCommentPayload> {
    return onComment([commentId], context, () =>
      this.service.ofComment(commentId, { type: 'hide', reason }, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => proposal.RestoreProposalPayload, { description: 'Shows a hidden proposal again, with a reason.' })
  restoreProposal(
    @Arg('input', () => RestoreProposalInput, { description: 'Which one, and why.' })
    { proposalId, reason }: RestoreProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<proposal.RestoreProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.service.ofProposal(proposalId, { type: 'restore', reason }, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => comment.RestoreProposalCommentPayload, {
    description: 'Shows a hidden comment again, with a reason.',
  })
  restoreProposalComment(
    @Arg('input', () => RestoreProposalCommentInput, { description: 'Which one, and why.' })
    { commentId, reason }: RestoreProposalCommentInput,
    @Ctx() context: ParticipationContext,
  ): Promise<comment.RestoreProposalCommentPayload> {
    return onComment([commentId], context, () =>
      this.service.ofComment(commentId, { type: 'restore', reason }, personOf(context)),
    );
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => proposal.AppealProposalHidingPayload, {
    description: 'Appeals against the hiding of one’s own proposal: somebody else decides within 7 working days.',
  })
  appealProposalHiding(
    @Arg('input', () => AppealProposalHidingInput, { description: 'Which one, and why.' })
    { proposalId, text }: AppealProposalHidingInput,
    @Ctx() context: ParticipationContext,
  ): Promise<proposal.AppealProposalHidingPayload> {
    return onProposal(proposalId, context, () =>
      this.service.ofProposal(proposalId, { type: 'appeal', text }, personOf(context)),
    );
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => comment.AppealCommentHidingPayload, {
    description: 'Appeals against the hiding of one’s own comment: somebody else decides within 7 working days.',
  })
  appealCommentHiding(
    @Arg('input', () => AppealCommentHidingInput, { description: 'Which one, and why.' })
    { commentId, text }: AppealCommentHidingInput,
    @Ctx() context: ParticipationContext,
  ): Promise<comment.AppealCommentHidingPayload> {
    return onComment([commentId], context, () =>
      this.service.ofComment(commentId, { type: 'appeal', text }, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => proposal.DecideProposalAppealPayload, {
    description: 'Decides an appeal against the hiding of a proposal: another person than who hid it.',
  })
  decideProposalAppeal(
    @Arg('input', () => DecideProposalAppealInput, { description: 'Which one, and why.' })
    { proposalId, restore, reason }: DecideProposalAppealInput,
    @Ctx() context: ParticipationContext,
  ): Promise<proposal.DecideProposalAppealPayload> {
    return onProposal(proposalId, context, () =>
      this.service.ofProposal(proposalId, { type: 'decideAppeal', restore, reason }, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => comment.DecideCommentAppealPayload, {
    description: 'Decides an appeal against the hiding of a comment: another person than who hid it.',
  })
  decideCommentAppeal(
    @Arg('input', () => DecideCommentAppealInput, { description: 'Which one, and why.' })
    { commentId, restore, reason }: DecideCommentAppealInput,
    @Ctx() context: ParticipationContext,
  ): Promise<comment.DecideCommentAppealPayload> {
    return onComment([commentId], context, () =>
      this.service.ofComment(commentId, { type: 'decideAppeal', restore, reason }, personOf(context)),
    );
  }
}
