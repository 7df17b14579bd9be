import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { Visibility } from '../domain/moderation/moderation';
import type { Decision, ExclusionGround, Status } from '../domain/proposals/status';
import type { ProposalEntity } from '../store/proposals/proposal.entity';
import { ExclusionGroundEnum, ProposalDecisionEnum, ProposalStatusEnum, VisibilityEnum } from './enums';

@Directive('@key(fields: "id")')
@ObjectType('Proposal', { description: 'A citizen’s proposal (제안).' })
export class ProposalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it is about.' })
  title: string;

  @Field(() => String, { description: 'The proposal itself.' })
  body: string;

  @Field(() => ProposalStatusEnum, { description: 'How far it is.' })
  status: Status;

  @Field(() => Int, { description: 'How many citizens endorse it (공감), once each.' })
  endorsementCount: number;

  @Field(() => Int, { description: 'How many comments on it are shown.' })
  commentCount: number;

  @Field(() => Int, {
    description:
      'How much it is discussed, in thousandths of a voice: every person counts once, the proposer not at all, and those who keep speaking about each other’s proposals count less.',
  })
  discussionScore: number;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When enough citizens had endorsed it: from then on the department owes an answer.',
  })
  thresholdReachedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the department answered those who endorse it.' })
  answer: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => ProposalDecisionEnum, { nullable: true, description: 'What the examination came to.' })
  decision: Decision | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => ExclusionGroundEnum, { nullable: true, description: 'Why it is no proposal, where it was excluded.' })
  exclusionGround: ExclusionGround | null;

  @Field(() => DateTime, { nullable: true, description: 'When the last milestone was reached.' })
  implementedAt: Date | null;

  @Field(() => VisibilityEnum, {
    description: 'Whether everybody sees it. A hidden one is seen by its proposer and its department.',
  })
  visibility: Visibility;

  @Field(() => String, { nullable: true, description: 'Why it was hidden, or shown again.' })
  hiddenReason: string | null;

  @Field(() => Boolean, {
    description:
      'Whether everybody can read it: one that came out of a private complaint waits for its citizen to agree.',
  })
  public: boolean;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  citizenId: string;
  departmentCode: string;
  consulted: readonly string[];
  /** The complaints that it was and has become: shown to those concerned. */
  fromId: string | null;
  toId: string | null;
  mergedIntoId: string | null;
  reviewId: string | null;
  answerId: string | null;
  /** The proposer's own part of an award, in percent. */
  share: number;
  appealText: string | null;
}

export const toProposalType = (proposal: ProposalEntity): ProposalType => ({
  id: proposal.id,
  title: proposal.title,
  body: proposal.body,
  status: proposal.status,
  endorsementCount: proposal.endorsementCount,
  commentCount: proposal.commentCount,
  discussionScore: proposal.discussion,
  submittedAt: proposal.submittedAt,
  thresholdReachedAt: proposal.thresholdReachedAt,
  answer: proposal.answer,
  answeredAt: proposal.answeredAt,
  decision: proposal.decision,
  decisionReason: proposal.decisionReason,
  decidedAt: proposal.decidedAt,
  exclusionGround: proposal.exclusionGround,
  implementedAt: proposal.implementedAt,
  visibility: proposal.visibility,
  hiddenReason: proposal.hiddenReason,
  public: proposal.public,
  version: proposal.version,
  citizenId: proposal.citizenId,
  departmentCode: proposal.departmentCode,
  consulted: proposal.consulted,
  fromId: proposal.convertedFrom,
  toId: proposal.convertedTo,
  mergedIntoId: proposal.mergedInto,
  reviewId: proposal.reviewId,
  answerId: proposal.answerId,
  share: proposal.share,
  appealText: proposal.appealText,
});

export const ProposalConnection = connectionType('Proposal', () => ProposalType);

@ObjectType()
export abstract class ProposalPayload {
  @Field(() => ProposalType, { nullable: true, description: 'The proposal as it is now.' })
  proposal: ProposalType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

const payloadOf = (mutation: string) => ObjectType({ description: `The answer of ${mutation}.` });

@payloadOf('submitProposal')
export class SubmitProposalPayload extends ProposalPayload {}

@payloadOf('endorseProposal')
export class EndorseProposalPayload extends ProposalPayload {}

@payloadOf('withdrawEndorsement')
export class WithdrawEndorsementPayload extends ProposalPayload {}

@payloadOf('followProposal')
export class FollowProposalPayload extends ProposalPayload {}

@payloadOf('unfollowProposal')
export class UnfollowProposalPayload extends ProposalPayload {}

@payloadOf('examineProposal')
export class ExamineProposalPayload extends ProposalPayload {}

@payloadOf('giveProposalOpinion')
export class GiveProposalOpinionPayload extends ProposalPayload {}

@payloadOf('seekProposalExpert')
export class SeekProposalExpertPayload extends ProposalPayload {}

@payloadOf('recordProposalExpert')
export class RecordProposalExpertPayload extends ProposalPayload {}

@payloadOf('requestProposalSupplement')
export class RequestProposalSupplementPayload extends ProposalPayload {}

@payloadOf('submitProposalSupplement')
export class SubmitProposalSupplementPayload extends ProposalPayload {}

@payloadOf('extendProposalReview')
export class ExtendProposalReviewPayload extends ProposalPayload {}

@payloadOf('answerProposal')
export class AnswerProposalPayload extends ProposalPayload {}

@payloadOf('decideProposal')
export class DecideProposalPayload extends ProposalPayload {}

@payloadOf('excludeProposal')
export class ExcludeProposalPayload extends ProposalPayload {}

@payloadOf('withdrawProposal')
export class WithdrawProposalPayload extends ProposalPayload {}

@payloadOf('mergeProposals')
export class MergeProposalsPayload extends ProposalPayload {}

@payloadOf('awardProposal')
export class AwardProposalPayload extends ProposalPayload {}

@payloadOf('planImplementation')
export class PlanImplementationPayload extends ProposalPayload {}

@payloadOf('reportImplementation')
export class ReportImplementationPayload extends ProposalPayload {}

@payloadOf('requestProposalReReview')
export class RequestProposalReReviewPayload extends ProposalPayload {}

@payloadOf('hideProposal')
export class HideProposalPayload extends ProposalPayload {}

@payloadOf('restoreProposal')
export class RestoreProposalPayload extends ProposalPayload {}

@payloadOf('appealProposalHiding')
export class AppealProposalHidingPayload extends ProposalPayload {}

@payloadOf('decideProposalAppeal')
export class DecideProposalAppealPayload extends ProposalPayload {}
