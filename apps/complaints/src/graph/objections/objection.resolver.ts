import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Deadline } from '@charter/deadlines';
import { DateTime, DeadlineType, PeriodInput, checkPeriod, toDeadlineType } from '@charter/service';
import { maySee } from '../../domain/access';
import { lateSince } from '../../domain/lateness';
import { mayReadGrounds } from '../../domain/objections/access';
import { OBJECTION_STEP_TEXTS, objectionStepName, remediesAfter } from '../../domain/objections/texts';
import { resolveComplaint } from '../complaint.resolver';
import { ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { DepartmentType } from '../stubs.type';
import { ObjectionPerformanceType, ObjectionStepType, ObjectionType, toObjectionType } from './objection.type';

/** The fields of an objection that are read when they are asked for. */
@Resolver(() => ObjectionType)
export class ObjectionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'To what the citizen objects, and why; null for the auditor, who reads the register without it.',
  })
  reason(@Root() objection: ObjectionType, @Ctx() { caller }: ComplaintsContext): string | null {
    return mayReadGrounds(caller, objection) ? objection.grounds : null;
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint; null where it has moved to a department that the caller is not of.',
  })
  complaint(@Root() { complaintId }: ObjectionType, @Ctx() context: ComplaintsContext): Promise<ComplaintType | null> {
    return resolveComplaint({ id: complaintId }, context);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department whose handling it is about.' })
  department(@Root() { departmentCode }: ObjectionType): DepartmentType {
    return { code: departmentCode };
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether it was upheld; null until it is decided.' })
  upheld(@Root() { status, decidedAt }: ObjectionType): boolean | null {
    return decidedAt && status === 'UPHELD';
  }

  @FieldResolver(() => [String], {
    description: 'What the citizen may do after a dismissal (불복 방법), in the language of Accept-Language.',
  })
  remedies(@Root() { status, basis }: ObjectionType, @Ctx() { caller }: ComplaintsContext): string[] {
    return status === 'DISMISSED' ? remediesAfter(basis).map((way) => way[caller.language]) : [];
  }

  @FieldResolver(() => DeadlineType, { description: 'By when it is decided.' })
  async deadline(@Root() { id }: ObjectionType, @Ctx() { deadlines }: ComplaintsContext): Promise<DeadlineType> {
    return toDeadlineType(only(await deadlines.load(id)), null);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open and past its date.' })
  async overdue(@Root() { id }: ObjectionType, @Ctx() { deadlines, clock }: ComplaintsContext): Promise<boolean> {
    const deadline = only(await deadlines.load(id));
    return deadline.closedAt === null && lateSince(deadline, clock.now()) !== null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when it is, or was, late; it stays when it is decided late.',
  })
  async overdueAt(@Root() { id }: ObjectionType, @Ctx() { deadlines, clock }: ComplaintsContext): Promise<Date | null> {
    return lateSince(only(await deadlines.load(id)), clock.now());
  }

  @FieldResolver(() => [ObjectionStepType], { description: 'Every step as it happened, in plain words.' })
  async timeline(
    @Root() { id }: ObjectionType,
    @Ctx() { objectionSteps, caller }: ComplaintsContext,
  ): Promise<ObjectionStepType[]> {
    return (await objectionSteps.load(id)).map(({ changedAt, command, toStatus, reason }) => ({
      ...{ at: changedAt, status: toStatus, detail: reason },
      text: OBJECTION_STEP_TEXTS[objectionStepName(command, toStatus)][caller.language],
    }));
  }
}

/** An objection has one deadline. */
const only = ([deadline]: readonly Deadline[]): Deadline => deadline!;

/** The objections to a complaint. */
@Resolver(() => ComplaintType)
export class ComplaintObjectionsResolver {
  @FieldResolver(() => [ObjectionType], {
    description: 'The objections to its handling (이의신청), oldest first.',
  })
  async objections(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, objectionsOf }: ComplaintsContext,
  ): Promise<ObjectionType[]> {
    return maySee(caller, complaint) ? (await objectionsOf.load(complaint.id)).map(toObjectionType) : [];
  }
}

/** How departments decide objections. */
@Resolver(() => DepartmentType)
export class DepartmentObjectionsResolver {
  @FieldResolver(() => ObjectionPerformanceType, {
    nullable: true,
    description: 'How it decided the objections filed in a period. Published figures: no case can be seen in them.',
  })
  objectionPerformance(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of filing.' }) period: PeriodInput,
    @Ctx() { objectionPerformance }: ComplaintsContext,
  ): Promise<ObjectionPerformanceType> {
    checkPeriod(period);
    return objectionPerformance.load({ code, from: period.from, to: period.to });
  }
}
