import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import {
  type Connection,
  LocalDate,
  PageArgs,
  type Person,
  Public,
  badInput,
  checkPeriod,
  hasRole,
  isUuid,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import type { Consulted, ConsultationsService } from '../../consultations.service';
import type { ConsultationStore } from '../../store/consultations/consultation.store';
import type { ComplaintsContext } from '../context';
import * as input from './consultation.input';
import * as type from './consultation.type';

const forStaff = ['OFFICER', 'MANAGER'] as const;

/** Consultations: what can be booked, who booked, and booking. */
@Resolver()
export class ConsultationOperations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ConsultationStore,
    private readonly consulting: ConsultationsService,
  ) {}

  @Public()
  @Query(() => type.SlotConnection, {
    nullable: true,
    description: 'The open slots of a department that lie ahead, by time; without who booked them.',
  })
  async consultationSlots(
    @Arg('departmentCode', () => String, { description: 'The department, by code.' }) departmentCode: string,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The last day, included.' }) to: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { clock }: ComplaintsContext,
  ): Promise<Connection<type.SlotType>> {
    checkPeriod({ from, to });
    const slots = await this.store.slots({ departmentCode, from, to, now: clock.now() }, page);
    return mapConnection(slots, type.toSlotType);
  }

  @Authorized('CITIZEN', ...forStaff)
  @Query(() => type.ConsultationConnection, {
    nullable: true,
    description: 'One’s own consultations; for officers and managers those of their department. By time.',
  })
  async consultations(
    @Arg('filter', () => input.ConsultationFilterInput, { nullable: true, description: 'Which ones.' })
    filter: input.ConsultationFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<type.ConsultationType>> {
    const scope = hasRole(caller, ...forStaff)
      ? { departmentCode: caller.departmentCode ?? '-' }
      : { citizenId: caller.id! };
    return mapConnection(await this.store.page({ ...filter, ...scope }, page), type.toConsultationType);
  }

  @Authorized(...forStaff)
  @Mutation(() => type.OpenConsultationSlotsPayload, {
    description: 'Opens slots of one’s department: a series, one after the other, within office hours.',
  })
  async openConsultationSlots(
    @Arg('input', () => input.OpenConsultationSlotsInput, { description: 'The series.' })
    { idempotencyKey, officerId, ...series }: input.OpenConsultationSlotsInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<type.OpenConsultationSlotsPayload> {
    if (officerId && !isUuid(officerId)) throw badInput('`officerId` is not an id.');
    const by = context.caller as Person;
    const opened = await this.consulting.open({ ...series, officerId: officerId ?? null }, idempotencyKey, by);
    if (opened === 'NOT_FOUND') throw notFound(by.language);
    if (!opened.ok) return { slots: [], errors: userErrors(opened.refusals, by.language) };
    return { slots: (await this.store.slotsById(opened.value)).map(type.toSlotType), errors: [] };
  }

  @Authorized(...forStaff)
  @Mutation(() => type.CloseConsultationSlotPayload, {
    description: 'Closes a slot of one’s department. Who booked it, or waits for it, is told why.',
  })
  async closeConsultationSlot(
    @Arg('input', () => input.CloseConsultationSlotInput, { description: 'Which one, and why.' })
    { slotId, reason }: input.CloseConsultationSlotInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<type.CloseConsultationSlotPayload> {
    const by = caller as Person;
    const done = isUuid(slotId) ? await this.consulting.closeSlot(slotId, reason, by) : 'NOT_FOUND';
    if (done === 'NOT_FOUND') throw notFound(by.language);
    if (!done.ok) return { slot: null, errors: userErrors(done.refusals, by.language) };
    return { slot: type.toSlotType((await this.store.slotsById([slotId]))[0]!), errors: [] };
  }

  @Authorized('CITIZEN')
  @Mutation(() => type.BookConsultationPayload, {
    description:
      'Books a consultation. Nobody gets a slot that somebody else has: SLOT_TAKEN, or with `waitIfTaken` a place in the waiting list.',
  })
  async bookConsultation(
    @Arg('input', () => input.BookConsultationInput, { description: 'The booking.' })
    { idempotencyKey, slotId, topic, petitioner, complaintId, waitIfTaken }: input.BookConsultationInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<type.BookConsultationPayload> {
    if (!isUuid(slotId) || (complaintId && !isUuid(complaintId))) throw notFound(context.caller.language);
    const { name, phone, email } = petitioner;
    const booking = {
      ...{ slotId, topic, complaintId: complaintId ?? null, waitIfTaken },
      petitioner: { name, phone: phone ?? null, email: email ?? null },
    };
    return this.answer(await this.consulting.book(booking, idempotencyKey, context.caller as Person), context);
  }

  @Authorized('CITIZEN', ...forStaff)
  @Mutation(() => type.CancelConsultationPayload, {
    description:
      'Cancels one’s own consultation, or as the office one of the department with a reason. Who waits moves up.',
  })
  async cancelConsultation(
    @Arg('input', () => input.CancelConsultationInput, { description: 'Which one.' })
    { consultationId, reason, version }: input.CancelConsultationInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<type.CancelConsultationPayload> {
    if (!isUuid(consultationId)) throw notFound(context.caller.language);
    const by = context.caller as Person;
    return this.answer(await this.consulting.cancel(consultationId, reason ?? null, version ?? null, by), context);
  }

  @Authorized(...forStaff)
  @Mutation(() => type.RecordConsultationPayload, {
    description: 'Notes that a consultation was held, or that the citizen did not come.',
  })
  async recordConsultation(
    @Arg('input', () => input.RecordConsultationInput, { description: 'How it went.' })
    { consultationId, held, version }: input.RecordConsultationInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<type.RecordConsultationPayload> {
    if (!isUuid(consultationId)) throw notFound(context.caller.language);
    const by = context.caller as Person;
    return this.answer(await this.consulting.record(consultationId, held, version ?? null, by), context);
  }

  private async answer(outcome: Consulted, { caller }: ComplaintsContext): Promise<type.BookConsultationPayload> {
    if (outcome === 'NOT_FOUND') throw notFound(caller.language);
    if (!outcome.ok) return { consultation: null, errors: userErrors(outcome.refusals, caller.language) };
    const found = await this.store.byId(this.dataSource.manager, outcome.value);
    return { consultation: type.toConsultationType(found!), errors: [] };
  }
}
