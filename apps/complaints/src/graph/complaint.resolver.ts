import { Authorized, Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import {
  type Connection,
  DateTime,
  DeadlineType,
  PageArgs,
  Public,
  ReceiptNumber,
  badInput,
  forbidden,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { mayReadContacts, maySee, scopeOf } from '../domain/access';
import { CHARTER, STATUTORY } from '../domain/deadline-kinds';
import { STEP_TEXTS } from '../domain/handling';
import { isReceiptNumber } from '../domain/receipt-number';
import type { ComplaintHistoryEntity } from '../store/complaint.entity';
import type { ComplaintOrder, ComplaintStore } from '../store/complaint.store';
import { ComplaintFilterInput, OfficerInboxFilterInput } from './complaint.input';
import {
  ComplaintConnection,
  ComplaintType,
  PetitionerType,
  ReceiptStatusType,
  StepType,
  toComplaintType,
} from './complaint.type';
import type { ComplaintsContext } from './context';
import { OrderEnum } from './enums';
import { ServiceItemType, toServiceItemType } from './service-item.type';
import { CitizenType, DepartmentType } from './stubs.type';

const OPEN = ['RECEIVED', 'ASSIGNED'] as const;

const toSteps = (lines: readonly ComplaintHistoryEntity[], language: 'ko' | 'en'): StepType[] =>
  lines.map(({ changedAt, toStatus }) => ({ at: changedAt, status: toStatus, text: STEP_TEXTS[toStatus][language] }));

@Resolver(() => ComplaintType)
export class ComplaintResolver {
  constructor(private readonly store: ComplaintStore) {}

  @Authorized()
  @Query(() => ComplaintType, {
    nullable: true,
    description: 'One complaint; null when there is none, or none that the caller may see.',
  })
  complaint(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ComplaintsContext,
  ): Promise<ComplaintType | null> {
    return resolveComplaint({ id }, context);
  }

  @Public()
  @Query(() => ReceiptStatusType, {
    nullable: true,
    description: 'How far a complaint is, by receipt number and phone; null when they do not belong together.',
  })
  async complaintByReceipt(
    @Arg('receiptNumber', () => ReceiptNumber, { description: 'The receipt number.' }) receiptNumber: string,
    @Arg('phoneLast4', () => String, { description: 'The last four digits of the phone number given at filing.' })
    phoneLast4: string,
    @Ctx() { petitioners, deadlines, steps, caller }: ComplaintsContext,
  ): Promise<ReceiptStatusType | null> {
    if (!isReceiptNumber(receiptNumber))
      throw badInput('The check character does not fit: please read the receipt number again.');
    if (!/^\d{4}$/.test(phoneLast4)) throw badInput('`phoneLast4` has four digits.');
    const complaint = await this.store.byReceipt(receiptNumber);
    const phone = complaint && (await petitioners.load(complaint.id)).phone;
    if (!complaint || !phone?.endsWith(phoneLast4)) return null;
    const [own, lines] = await Promise.all([deadlines.load(complaint.id), steps.load(complaint.id)]);
    const dueAt = own.find(({ kind }) => kind === STATUTORY)?.dueAt ?? null;
    return {
      receiptNumber,
      status: complaint.status,
      receivedAt: complaint.receivedAt,
      dueAt,
      timeline: toSteps(lines, caller.language),
    };
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => ComplaintConnection, {
    name: 'complaints',
    description: 'Complaints that the caller may see: one’s own, one’s department’s, or for the auditor all.',
  })
  async list(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ComplaintFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ComplaintFilterInput | null,
    @Arg('orderBy', () => OrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ComplaintOrder,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ComplaintType>> {
    const scope = scopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    const narrowed = scope === 'ALL' ? { ...filter } : { ...filter, ...scope };
    // Another department's code in the filter finds nothing rather than one's own under a false name.
    if (
      scope !== 'ALL' &&
      'departmentCode' in scope &&
      filter?.departmentCode &&
      filter.departmentCode !== scope.departmentCode
    )
      throw forbidden(caller.language);
    return mapConnection(await this.store.page(narrowed, orderBy, page), toComplaintType);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Query(() => ComplaintConnection, {
    description:
      'The open complaints of the caller’s department, the nearest deadline first, so that the latest stand on top.',
  })
  async officerInbox(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OfficerInboxFilterInput, { nullable: true, description: 'Which ones.' })
    filter: OfficerInboxFilterInput | null,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ComplaintType>> {
    if (!caller.departmentCode) throw forbidden(caller.language);
    const { mine = false, overdue, serviceCode } = filter ?? {};
    const narrowed = {
      departmentCode: caller.departmentCode,
      status: OPEN,
      overdue,
      serviceCode,
      ...(mine && { officerId: caller.id }),
    };
    return mapConnection(await this.store.page(narrowed, 'NEAREST_DEADLINE', page), toComplaintType);
  }

  @FieldResolver(() => PetitionerType, { description: 'Who filed, masked for those without need.' })
  async petitioner(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, petitioners }: ComplaintsContext,
  ): Promise<PetitionerType> {
    const petitioner = await petitioners.load(complaint.id);
    if (mayReadContacts(caller, complaint)) return { ...petitioner };
    const { name, phone, email } = petitioner;
    return { name: maskName(name), phone: phone && maskPhone(phone), email: email && maskEmail(email) };
  }

  @FieldResolver(() => ServiceItemType, { description: 'The service that was asked for.' })
  async serviceItem(
    @Root() { serviceCode }: ComplaintType,
    @Ctx() { serviceItems }: ComplaintsContext,
  ): Promise<ServiceItemType> {
    return toServiceItemType(await serviceItems.load(serviceCode));
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
  async deadline(@Root() { id }: ComplaintType, @Ctx() { deadlines }: ComplaintsContext): Promise<DeadlineType> {
    const own = await deadlines.load(id);
    const charter = own.find(({ kind }) => kind === CHARTER);
    return toDeadlineType(
      own.find(({ kind }) => kind === STATUTORY)!,
      charter?.dueAt ?? null,
    );
  }

  @FieldResolver(() => [DeadlineType], { description: 'All its deadlines, the next first.' })
  async deadlines(@Root() { id }: ComplaintType, @Ctx() { deadlines }: ComplaintsContext): Promise<DeadlineType[]> {
    return (await deadlines.load(id)).map((deadline) => toDeadlineType(deadline, null));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open and past the law’s date.' })
  async overdue(@Root() { id }: ComplaintType, @Ctx() { deadlines, clock }: ComplaintsContext): Promise<boolean> {
    const statutory = (await deadlines.load(id)).find(({ kind }) => kind === STATUTORY)!;
    return statutory.closedAt === null && statutory.dueAt !== null && statutory.dueAt <= clock.now();
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when it is, or was, late by law; it stays when it is answered late.',
  })
  async overdueAt(@Root() { id }: ComplaintType, @Ctx() { deadlines }: ComplaintsContext): Promise<Date | null> {
    return (await deadlines.load(id)).find(({ kind }) => kind === STATUTORY)!.missedAt;
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
