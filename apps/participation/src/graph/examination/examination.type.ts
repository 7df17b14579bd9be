import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Money, PublicFor } from '@charter/service';
import type { Jury, Stance } from '../../domain/proposals/command';
import type { Status } from '../../domain/proposals/status';
import type {
  AwardEntity,
  MilestoneEntity,
  OpinionEntity,
  ProgressReportEntity,
  ThresholdEntity,
} from '../../store/proposals/examination.entity';
import type { ProposalHistoryEntity } from '../../store/proposals/proposal.entity';
import { ProposalStatusEnum, StanceEnum } from '../enums';
import { ProposalType } from '../proposal.type';

@ObjectType('ProposalAuthor', { description: 'An author of a proposal, with the agreed part of an award.' })
export class JointAuthorType {
  @Field(() => String, { description: 'Name, masked for everybody but the proposer.' })
  name: string;

  @Field(() => Int, { description: 'Part of an award, in percent.' })
  share: number;
}

@ObjectType('SimilarProposal', { description: 'A proposal that is like a text.' })
export class SimilarProposalType {
  @Field(() => ProposalType, { description: 'The proposal.' })
  proposal: ProposalType;

  @Field(() => Float, { description: '0 to 1: how much of what both say is the same (Dice).' })
  likeness: number;
}

@PublicFor(60)
@ObjectType('EndorsementThreshold', { description: 'From how many endorsements on a department answers.' })
export class ThresholdType {
  @Field(() => String, { nullable: true, description: 'The department, by code; null: all without their own.' })
  departmentCode: string | null;

  @Field(() => Int, { description: 'How many.' })
  endorsements: number;

  @Field(() => Int, { description: 'Within how many working days it answers.' })
  answerDays: number;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom: string;
}

export const toThresholdType = (threshold: ThresholdEntity): ThresholdType => ({
  departmentCode: threshold.departmentCode,
  endorsements: threshold.endorsements,
  answerDays: threshold.answerDays,
  validFrom: threshold.validFrom,
});

@PublicFor(60)
@ObjectType('AwardGrade', { description: 'A grade of awards (시상 등급), by the city’s ordinance.' })
export class AwardGradeType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'Its name, in the language of Accept-Language.' })
  name: string;

  @Field(() => Money, { description: 'The award (부상금), in KRW.' })
  amount: number;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom: string;
}

@ObjectType('ProposalOpinion', { description: 'What a department that was asked thinks of a proposal.' })
export class OpinionType {
  @Field(() => String, { description: 'The department, by code.' })
  departmentCode: string;

  @Field(() => DateTime, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => StanceEnum, { nullable: true, description: 'For or against; null while it is awaited.' })
  stance: Stance | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  text: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was given.' })
  givenAt: Date | null;
}

export const toOpinionType = (opinion: OpinionEntity): OpinionType => ({
  departmentCode: opinion.departmentCode,
  askedAt: opinion.askedAt,
  stance: opinion.stance,
  text: opinion.text,
  givenAt: opinion.givenAt,
});

@ObjectType('ProposalJury', {
  description: 'The jury (제안심사위원회) that decided an award: numbers and minutes, published.',
})
export class JuryType implements Jury {
  @Field(() => LocalDate, { description: 'When it met.' })
  heldOn: string;

  @Field(() => Int, { description: 'Members from the city.' })
  seatsInside: number;

  @Field(() => Int, { description: 'Members from outside: at least half.' })
  seatsOutside: number;

  @Field(() => Int, { description: 'Of those from the city, how many were present.' })
  presentInside: number;

  @Field(() => Int, { description: 'Of those from outside, how many were present.' })
  presentOutside: number;

  @Field(() => Int, { description: 'Of those present from the city, how many took no part: it was their own matter.' })
  recusedInside: number;

  @Field(() => Int, { description: 'Of those present from outside, how many took no part.' })
  recusedOutside: number;

  @Field(() => String, { description: 'The minutes.' })
  minutes: string;
}

@ObjectType('ProposalAward', { description: 'The award of a proposal.' })
export class AwardType {
  @Field(() => String, { description: 'The grade, by code.' })
  grade: string;

  @Field(() => Money, { description: 'KRW, for all authors together.' })
  amount: number;

  @Field(() => DateTime, { description: 'When.' })
  awardedAt: Date;

  @Field(() => JuryType, { description: 'Who decided.' })
  jury: JuryType;
}

export const toAwardType = (award: AwardEntity): AwardType => ({
  grade: award.grade,
  amount: Number(award.amount),
  awardedAt: award.awardedAt,
  jury: award.jury,
});

@ObjectType('Milestone', { description: 'A step of carrying out what was adopted.' })
export class MilestoneType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What is done.' })
  title: string;

  @Field(() => LocalDate, { description: 'Planned for the end of this day.' })
  dueOn: string;

  @Field(() => Int, { description: 'How far it is, 0 to 100.' })
  percent: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  doneAt: Date | null;
}

export const toMilestoneType = (milestone: MilestoneEntity): MilestoneType => ({
  id: milestone.id,
  title: milestone.title,
  dueOn: milestone.dueOn,
  percent: milestone.percent,
  doneAt: milestone.doneAt,
});

@ObjectType('ProgressReport', { description: 'What the department tells of carrying it out.' })
export class ProgressReportType {
  @Field(() => ID, { nullable: true, description: 'The milestone that it is about; null: the whole.' })
  milestoneId: string | null;

  @Field(() => String, { description: 'What was done.' })
  text: string;

  @Field(() => Int, { description: 'How far, 0 to 100.' })
  percent: number;

  @Field(() => DateTime, { description: 'When it was told.' })
  reportedAt: Date;
}

export const toProgressReportType = (report: ProgressReportEntity): ProgressReportType => ({
  milestoneId: report.milestoneId,
  text: report.text,
  percent: report.percent,
  reportedAt: report.reportedAt,
});

@ObjectType('ProposalStep', { description: 'A step of a proposal, as everybody sees it (처리 과정 공개).' })
export class ProposalStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'What: submit, examine, giveOpinion, decide, plan, report …' })
  step: string;

  @Field(() => ProposalStatusEnum, { description: 'How far it was from then on.' })
  status: Status;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  text: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The date from then on, where the step set one.' })
  dueAt: Date | null;
}

export const toStepType = (line: ProposalHistoryEntity): ProposalStepType => ({
  at: line.changedAt,
  step: line.step,
  status: line.toStatus as Status,
  text: line.reason,
  dueAt: line.dueAt,
});
