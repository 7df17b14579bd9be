import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Person } from '@charter/service';
import type { AnsweringService } from '../../answering.service';
import type { ExaminationService } from '../../examination.service';
import type { MergingService } from '../../merging.service';
import type { ParticipationContext } from '../context';
import { onProposal } from '../handled';
import * as payload from '../proposal.type';
import * as input from './examination.input';

export interface ExaminationMutationParts {
  readonly examination: ExaminationService;
  readonly answering: AnsweringService;
  readonly merging: MergingService;
}

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

/** Examining and deciding proposals. */
@Resolver()
export class ExaminationMutations {
  constructor(private readonly parts: ExaminationMutationParts) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ExamineProposalPayload, {
    description: 'Takes a proposal up, and asks other departments for their opinion. May be given again to ask more.',
  })
  examineProposal(
    @Arg('input', () => input.ExamineProposalInput, { description: 'Which one, and whom to ask.' })
    { proposalId, version, departmentCodes }: input.ExamineProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.ExamineProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.examine(proposalId, departmentCodes, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.GiveProposalOpinionPayload, {
    description: 'Gives the opinion of one’s department, where it was asked; once.',
  })
  giveProposalOpinion(
    @Arg('input', () => input.GiveProposalOpinionInput, { description: 'The opinion.' })
    { proposalId, version, stance, text }: input.GiveProposalOpinionInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.GiveProposalOpinionPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.giveOpinion(proposalId, stance, text, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.SeekProposalExpertPayload, {
    description: 'Asks an expert: up to 3 weeks, in which the review stands still; once.',
  })
  seekProposalExpert(
    @Arg('input', () => input.SeekProposalExpertInput, { description: 'What is asked, and for how long.' })
    { proposalId, version, weeks, reason }: input.SeekProposalExpertInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.SeekProposalExpertPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.seekExpert(proposalId, weeks, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.RecordProposalExpertPayload, {
    description: 'Records an expert’s opinion: the review runs again.',
  })
  recordProposalExpert(
    @Arg('input', () => input.RecordProposalExpertInput, { description: 'What the expert thinks.' })
    { proposalId, version, opinion }: input.RecordProposalExpertInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.RecordProposalExpertPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.recordExpert(proposalId, opinion, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.RequestProposalSupplementPayload, {
    description: 'Asks the proposer for what is missing (보완), within 7 days; once. The review stands still.',
  })
  requestProposalSupplement(
    @Arg('input', () => input.RequestProposalSupplementInput, { description: 'What is missing.' })
    { proposalId, version, text }: input.RequestProposalSupplementInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.RequestProposalSupplementPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.requestSupplement(proposalId, text, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.SubmitProposalSupplementPayload, {
    description: 'Gives what was missing of one’s own proposal: the review runs again.',
  })
  submitProposalSupplement(
    @Arg('input', () => input.SubmitProposalSupplementInput, { description: 'What was missing.' })
    { proposalId, version, text }: input.SubmitProposalSupplementInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.SubmitProposalSupplementPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.submitSupplement(proposalId, text, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ExtendProposalReviewPayload, {
    description: 'Gives the review another month (국민 제안 규정 제10조제2항), once, before its date.',
  })
  extendProposalReview(
    @Arg('input', () => input.ExtendProposalReviewInput, { description: 'Which one, and why.' })
    { proposalId, version, reason }: input.ExtendProposalReviewInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.ExtendProposalReviewPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.extendReview(proposalId, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.AnswerProposalPayload, {
    description: 'Answers those who endorse a proposal, once enough do.',
  })
  answerProposal(
    @Arg('input', () => input.AnswerProposalInput, { description: 'The answer.' })
    { proposalId, version, text }: input.AnswerProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.AnswerProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.answering.answer(proposalId, text, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.DecideProposalPayload, {
    description:
      'Decides a proposal that is examined, with the reason. Opinions that were asked are awaited until their date.',
  })
  decideProposal(
    @Arg('input', () => input.DecideProposalInput, { description: 'The decision, and why.' })
    { proposalId, version, decision, reason }: input.DecideProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.DecideProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.decide(proposalId, decision, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ExcludeProposalPayload, {
    description: 'Ends what is no proposal by the ordinance (제안 제외), with the ground.',
  })
  excludeProposal(
    @Arg('input', () => input.ExcludeProposalInput, { description: 'The ground, and why it applies.' })
    { proposalId, version, ground, reason }: input.ExcludeProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.ExcludeProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.exclude(proposalId, ground, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.WithdrawProposalPayload, {
    description: 'Withdraws one’s own proposal, until it is decided.',
  })
  withdrawProposal(
    @Arg('input', () => input.WithdrawProposalInput, { description: 'Which one.' })
    { proposalId, version }: input.WithdrawProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.WithdrawProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.withdraw(proposalId, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.RequestProposalReReviewPayload, {
    description: 'Asks to look again at one’s own proposal that was not adopted (재심사).',
  })
  requestProposalReReview(
    @Arg('input', () => input.RequestProposalReReviewInput, { description: 'On which basis, and why.' })
    { proposalId, version, basis, reason }: input.RequestProposalReReviewInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.RequestProposalReReviewPayload> {
    return onProposal(proposalId, context, () =>
      this.parts.examination.reReview(proposalId, basis, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.MergeProposalsPayload, {
    description: 'Merges proposals that say the same into one: every endorser is kept, once. All or none.',
  })
  mergeProposals(
    @Arg('input', () => input.MergeProposalsInput, { description: 'Which, into which.' })
    { intoId, proposalIds, reason, version }: input.MergeProposalsInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.MergeProposalsPayload> {
    return onProposal(intoId, context, () =>
      this.parts.merging.merge(intoId, proposalIds, reason, version ?? null, personOf(context)),
    );
  }
}
