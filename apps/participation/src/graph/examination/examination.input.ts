import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '@charter/service';
import type { Jury, PlannedMilestone, ReReviewBasis, Stance } from '../../domain/proposals/command';
import type { Decision, ExclusionGround } from '../../domain/proposals/status';
import { ExclusionGroundEnum, ProposalDecisionEnum, ReReviewBasisEnum, StanceEnum } from '../enums';

@InputType()
abstract class OnProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: with it, nobody’s change is overwritten.',
  })
  version?: number | null;
}

@InputType({ description: 'A proposal to examine, and the departments to ask.' })
export class ExamineProposalInput extends OnProposalInput {
  @Field(() => [String], {
    defaultValue: [],
    description: 'Departments to ask for their opinion within 7 working days, by code; up to 10.',
  })
  departmentCodes: string[];
}

@InputType({ description: 'What one’s department thinks of a proposal.' })
export class GiveProposalOpinionInput extends OnProposalInput {
  @Field(() => StanceEnum, { description: 'For or against.' })
  stance: Stance;

  @Field(() => String, { description: 'Why, 1 to 10,000 characters; published with the decision.' })
  text: string;
}

@InputType({ description: 'An expert to ask.' })
export class SeekProposalExpertInput extends OnProposalInput {
  @Field(() => Int, { description: 'For how many weeks, 1 to 3; they do not count.' })
  weeks: number;

  @Field(() => String, { description: 'What is asked and why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'An expert’s opinion.' })
export class RecordProposalExpertInput extends OnProposalInput {
  @Field(() => String, { description: 'The opinion, 1 to 10,000 characters.' })
  opinion: string;
}

@InputType({ description: 'What the proposer is to add.' })
export class RequestProposalSupplementInput extends OnProposalInput {
  @Field(() => String, { description: 'What is missing, 1 to 2,000 characters.' })
  text: string;
}

@InputType({ description: 'What was missing.' })
export class SubmitProposalSupplementInput extends OnProposalInput {
  @Field(() => String, { description: 'The supplement, 1 to 10,000 characters; everybody reads it.' })
  text: string;
}

@InputType({ description: 'A review that needs longer.' })
export class ExtendProposalReviewInput extends OnProposalInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters; the proposer reads it.' })
  reason: string;
}

@InputType({ description: 'The department’s answer to those who endorse a proposal.' })
export class AnswerProposalInput extends OnProposalInput {
  @Field(() => String, { description: 'The answer, 1 to 10,000 characters.' })
  text: string;
}

@InputType({ description: 'What the examination came to.' })
export class DecideProposalInput extends OnProposalInput {
  @Field(() => ProposalDecisionEnum, { description: 'The decision.' })
  decision: Decision;

  @Field(() => String, { description: 'Why, 1 to 10,000 characters.' })
  reason: string;
}

@InputType({ description: 'Something that is no proposal.' })
export class ExcludeProposalInput extends OnProposalInput {
  @Field(() => ExclusionGroundEnum, { description: 'The ground that the ordinance names.' })
  ground: ExclusionGround;

  @Field(() => String, { description: 'Why it applies, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A proposal to withdraw.' })
export class WithdrawProposalInput extends OnProposalInput {}

@InputType({ description: 'Proposals that say the same.' })
export class MergeProposalsInput {
  @Field(() => ID, { description: 'The proposal that stays.' })
  intoId: string;

  @Field(() => [ID], { description: 'The proposals that become part of it, up to 20: all or none.' })
  proposalIds: string[];

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'The version of the proposal that stays, as it was read.' })
  version?: number | null;
}

@InputType({ description: 'The jury that decided an award: at most 11, half from outside, a quorum of both halves.' })
export class JuryInput implements Jury {
  @Field(() => LocalDate, { description: 'When it met.' })
  heldOn: string;

  @Field(() => Int, { description: 'Members from the city.' })
  seatsInside: number;

  @Field(() => Int, { description: 'Members from outside.' })
  seatsOutside: number;

  @Field(() => Int, { description: 'Of those from the city, how many were present.' })
  presentInside: number;

  @Field(() => Int, { description: 'Of those from outside, how many were present.' })
  presentOutside: number;

  @Field(() => Int, { defaultValue: 0, description: 'Of those present from the city, how many were recused.' })
  recusedInside: number;

  @Field(() => Int, { defaultValue: 0, description: 'Of those present from outside, how many were recused.' })
  recusedOutside: number;

  @Field(() => String, { description: 'The minutes, 1 to 10,000 characters; published.' })
  minutes: string;
}

@InputType({ description: 'An award.' })
export class AwardProposalInput extends OnProposalInput {
  @Field(() => String, { description: 'The grade, by code: one of awardGrades.' })
  grade: string;

  @Field(() => JuryInput, { description: 'Who decided.' })
  jury: JuryInput;
}

@InputType({ description: 'A step of carrying it out.' })
export class MilestoneInput implements PlannedMilestone {
  @Field(() => String, { description: 'What is done, 1 to 200 characters.' })
  title: string;

  @Field(() => LocalDate, { description: 'Until the end of which day; a Saturday or holiday moves on.' })
  dueOn: string;
}

@InputType({ description: 'How an adopted proposal is carried out.' })
export class PlanImplementationInput extends OnProposalInput {
  @Field(() => [MilestoneInput], { description: 'Its steps in order, 1 to 20.' })
  milestones: MilestoneInput[];
}

@InputType({ description: 'How far an adopted proposal is.' })
export class ReportImplementationInput extends OnProposalInput {
  @Field(() => ID, { nullable: true, description: 'The milestone that it is about; none: the whole.' })
  milestoneId?: string | null;

  @Field(() => String, { description: 'What was done, 1 to 10,000 characters; published.' })
  text: string;

  @Field(() => Int, { description: 'How far, 0 to 100: at 100 a milestone is done.' })
  percent: number;
}

@InputType({ description: 'A proposal to be looked at again.' })
export class RequestProposalReReviewInput extends OnProposalInput {
  @Field(() => ReReviewBasisEnum, { description: 'On which basis.' })
  basis: ReReviewBasis;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}
