import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, mapConnection } from '@charter/service';
import { handles, maySee, owns } from '../../domain/access';
import { calendarFile } from '../../domain/consultations/calendar-file';
import { ComplaintType, PetitionerType, toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { ofConsultation, shownPerson } from '../shown';
import { CitizenType } from '../stubs.type';
import {
  ConsultationConnection,
  ConsultationType,
  MethodEnum,
  SlotType,
  toConsultationType,
} from './consultation.type';

/** Whether a slot is free. */
@Resolver(() => SlotType)
export class SlotResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is taken: then one can join its waiting list.' })
  taken(@Root() { id }: SlotType, @Ctx() { slotsTaken }: ComplaintsContext): Promise<boolean> {
    return slotsTaken.load(id);
  }
}

/** The fields of a consultation that are read when they are asked for. */
@Resolver(() => ConsultationType)
export class ConsultationResolver {
  @FieldResolver(() => MethodEnum, { description: 'How citizen and office meet.' })
  async method(@Root() { entity }: ConsultationType, @Ctx() { slots }: ComplaintsContext): Promise<string> {
    return (await slots.load(entity.slotId)).method;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to come, which number is called, or the link of the call; while it is booked.',
  })
  async place(
    @Root() { entity, status }: ConsultationType,
    @Ctx() { slots }: ComplaintsContext,
  ): Promise<string | null> {
    return status === 'BOOKED' ? (await slots.load(entity.slotId)).place : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The place in the waiting list, from 1, while it waits.' })
  waitingPosition(
    @Root() { id, status }: ConsultationType,
    @Ctx() { waitingPositions }: ComplaintsContext,
  ): Promise<number | null> | null {
    return status === 'WAITING' ? waitingPositions.load(id) : null;
  }

  @FieldResolver(() => PetitionerType, { description: 'Who comes, masked for those without need.' })
  petitioner(
    @Root() { entity }: ConsultationType,
    @Ctx() { caller, openConsultation, readings }: ComplaintsContext,
  ): PetitionerType {
    const { name, phone, email } = openConsultation(entity);
    const full = owns(caller, entity) || handles(caller, entity);
    return shownPerson(full, ofConsultation(entity), { name, phone, email }, readings);
  }

  @FieldResolver(() => ComplaintType, { nullable: true, description: 'The complaint that it is about.' })
  async complaint(
    @Root() { entity }: ConsultationType,
    @Ctx() { caller, complaints }: ComplaintsContext,
  ): Promise<ComplaintType | null> {
    const found = entity.complaintId ? await complaints.load(entity.complaintId) : undefined;
    return found && maySee(caller, found) ? toComplaintType(found) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A calendar file (iCalendar, text/calendar) to keep; of a cancelled one, the file that takes it out again.',
  })
  async calendarFile(
    @Root() { entity, status }: ConsultationType,
    @Ctx() { slots, clock, caller }: ComplaintsContext,
  ): Promise<string | null> {
    if (status === 'WAITING') return null;
    const slot = await slots.load(entity.slotId);
    return calendarFile({
      ...{ id: entity.id, startsAt: entity.startsAt, endsAt: entity.endsAt, description: entity.topic },
      summary:
        caller.language === 'ko' ? `시청 상담 (${entity.departmentCode})` : `Consultation (${entity.departmentCode})`,
      place: status === 'CANCELLED' ? '' : slot.place,
      ...{ cancelled: status === 'CANCELLED', sequence: entity.version - 1, writtenAt: clock.now() },
    });
  }
}

/** What this feature adds to citizens. */
@Resolver(() => CitizenType)
export class CitizenConsultationsResolver {
  @FieldResolver(() => ConsultationConnection, {
    nullable: true,
    description: 'The consultations of this citizen, by time; for themselves alone.',
  })
  async consultations(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, ownConsultations }: ComplaintsContext,
  ): Promise<Connection<ConsultationType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await ownConsultations.load(page), toConsultationType);
  }
}
