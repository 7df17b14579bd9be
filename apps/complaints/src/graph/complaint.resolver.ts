import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localDate } from '@charter/calendar';
import type { Language } from '@charter/contracts';
import type { Deadline } from '@charter/deadlines';
import { DateTime, DeadlineType, isUuid, toDeadlineType } from '@charter/service';
import { mayReadContacts, maySee } from '../domain/access';
import { versionOn } from '../domain/catalogue/versions';
import { stepText } from '../domain/handling';
import { lateSince } from '../domain/lateness';
import type { ComplaintHistoryEntity } from '../store/complaint.entity';
import { ComplaintType, PetitionerType, StepType, toComplaintType } from './complaint.type';
import type { ComplaintsContext } from './context';
import { ServiceItemType, toServiceItemType } from './service-item.type';
import { ofComplaint, shownPerson } from './shown';
import { CitizenType, DepartmentType } from './stubs.type';

export const toSteps = (lines: readonly ComplaintHistoryEntity[], language: Language): StepType[] =>
  lines.map(({ changedAt, recordedAt, toStatus, step, hadOfficer, reason, dueAt }) => ({
    ...{ at: changedAt, recordedAt, status: toStatus, text: stepText(step, hadOfficer)[language], dueAt },
    detail: reason,
  }));

/** One of the two promises of a complaint: those that run now, where it was opened again. */
const kept = (own: readonly Deadline[], id: string): Deadline => own.find((deadline) => deadline.id === id)!;

/** The fields of a complaint that are read when they are asked for. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => PetitionerType, { description: 'Who filed, masked for those without need.' })
  async petitioner(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, petitioners, readings }: ComplaintsContext,
  ): Promise<PetitionerType> {
    const { name, phone, email } = await petitioners.load(complaint.id);
    const full = mayReadContacts(caller, complaint);
    return shownPerson(full, ofComplaint(complaint), { name, phone, email }, readings);
  }

  @FieldResolver(() => ServiceItemType, {
    description: 'The service that was asked for, as it was on the day of receipt.',
  })
  async serviceItem(
    @Root() { serviceCode, receivedAt }: ComplaintType,
    @Ctx() { serviceItems }: ComplaintsContext,
  ): Promise<ServiceItemType> {
    return toServiceItemType(versionOn(await serviceItems.load(serviceCode), localDate(receivedAt))!);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that handles it.' })
  department(@Root() { departmentCode }: ComplaintType): DepartmentType {
    return { code: departmentCode };
  }

  @FieldResolver(() => CitizenType, { nullable: true, description: 'The citizen.' })
  citizen(@Root() { citizenId }: ComplaintType): CitizenType {
    return { id: citizenId };
  }

  @FieldResolver(() => DeadlineType, { description: 'The law’s deadline, with the charter’s date beside it.' })
  async deadline(
    @Root() { id, statutoryId, charterId }: ComplaintType,
    @Ctx() { deadlines }: ComplaintsContext,
  ): Promise<DeadlineType> {
    const own = await deadlines.load(id);
    return toDeadlineType(kept(own, statutoryId), kept(own, charterId).dueAt);
  }

  @FieldResolver(() => [DeadlineType], { description: 'All its deadlines, the next first.' })
  async deadlines(@Root() { id }: ComplaintType, @Ctx() { deadlines }: ComplaintsContext): Promise<DeadlineType[]> {
    return (await deadlines.load(id)).map((deadline) => toDeadlineType(deadline, null));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open and past the law’s date.' })
  async overdue(
    @Root() { id, statutoryId }: ComplaintType,
    @Ctx() { deadlines, clock }: ComplaintsContext,
  ): Promise<boolean> {
    const statutory = kept(await deadlines.load(id), statutoryId);
    return statutory.closedAt === null && lateSince(statutory, clock.now()) !== null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when it is, or was, late by law; it stays when it is answered late.',
  })
  async overdueAt(
    @Root() { id, statutoryId }: ComplaintType,
    @Ctx() { deadlines, clock }: ComplaintsContext,
  ): Promise<Date | null> {
    return lateSince(kept(await deadlines.load(id), statutoryId), clock.now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when it is, or was, late by the charter’s shorter date; it stays when it is answered late.',
  })
  async charterOverdueAt(
    @Root() { id, charterId }: ComplaintType,
    @Ctx() { deadlines, clock }: ComplaintsContext,
  ): Promise<Date | null> {
    return lateSince(kept(await deadlines.load(id), charterId), clock.now());
  }

  @FieldResolver(() => [StepType], { description: 'Every step as it happened, in plain words.' })
  async timeline(@Root() { id }: ComplaintType, @Ctx() { steps, caller }: ComplaintsContext): Promise<StepType[]> {
    return toSteps(await steps.load(id), caller.language);
  }
}

/** A complaint by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveComplaint(
  { id }: { id: string },
  { caller, complaints }: ComplaintsContext,
): Promise<ComplaintType | null> {
  const found = isUuid(id) ? await complaints.load(id) : undefined;
  return found && maySee(caller, found) ? toComplaintType(found) : null;
}
