import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DeadlineType, toDeadlineType } from '@charter/service';
import { isConcerned, isConsulted } from '../../domain/access';
import { isUndecided } from '../../domain/proposals/status';
import type { ParticipationContext } from '../context';
import { ProposalType } from '../proposal.type';
import {
  AwardType,
  MilestoneType,
  OpinionType,
  ProgressReportType,
  ProposalStepType,
  toAwardType,
  toMilestoneType,
  toOpinionType,
  toProgressReportType,
  toStepType,
} from './examination.type';

/** Steps that only those concerned see before it is decided. */
const INTERNAL = ['giveOpinion'];

/** What the examination of a proposal brought together, and what was done about it. */
@Resolver(() => ProposalType)
export class ProposalExaminationResolver {
  @FieldResolver(() => [OpinionType], {
    description:
      'The opinions of the departments that were asked. Everybody reads them with the decision; before that, those concerned and those asked.',
  })
  async opinions(
    @Root() proposal: ProposalType,
    @Ctx() { caller, opinions }: ParticipationContext,
  ): Promise<OpinionType[]> {
    const inside = isConcerned(caller, proposal) || isConsulted(caller, proposal.consulted);
    if (isUndecided(proposal.status) && !(inside && caller.id !== proposal.citizenId)) return [];
    return (await opinions.load(proposal.id)).map(toOpinionType);
  }

  @FieldResolver(() => AwardType, { nullable: true, description: 'The award, where there is one.' })
  async award(@Root() { id }: ProposalType, @Ctx() { awards }: ParticipationContext): Promise<AwardType | null> {
    const found = await awards.load(id);
    return found ? toAwardType(found) : null;
  }

  @FieldResolver(() => [MilestoneType], { description: 'The plan of carrying it out, in order.' })
  async milestones(
    @Root() { id }: ProposalType,
    @Ctx() { milestones }: ParticipationContext,
  ): Promise<MilestoneType[]> {
    return (await milestones.load(id)).map(toMilestoneType);
  }

  @FieldResolver(() => [ProgressReportType], { description: 'What was told of carrying it out, oldest first.' })
  async progress(
    @Root() { id }: ProposalType,
    @Ctx() { progressReports }: ParticipationContext,
  ): Promise<ProgressReportType[]> {
    return (await progressReports.load(id)).map(toProgressReportType);
  }

  @FieldResolver(() => [ProposalStepType], { description: 'Every step, oldest first, as everybody sees it.' })
  async timeline(
    @Root() proposal: ProposalType,
    @Ctx() { histories }: ParticipationContext,
  ): Promise<ProposalStepType[]> {
    const lines = await histories.load(proposal.id);
    return lines.filter(({ step }) => !isUndecided(proposal.status) || !INTERNAL.includes(step)).map(toStepType);
  }
}

/** When a milestone is due by the calendar, and whether it was kept. */
@Resolver(() => MilestoneType)
export class MilestoneResolver {
  @FieldResolver(() => DeadlineType, { nullable: true, description: 'Its date as a deadline of the department.' })
  async deadline(
    @Root() { id }: MilestoneType,
    @Ctx() { deadlineOf }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = await deadlineOf.load(id);
    return found ? toDeadlineType(found, null) : null;
  }
}
