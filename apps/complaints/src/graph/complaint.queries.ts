import { Arg, Args, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  Public,
  ReceiptNumber,
  badInput,
  forbidden,
  mapConnection,
  notFound,
  rateLimited,
} from '@charter/service';
import { scopeOf } from '../domain/access';
import { tooManyGuesses } from '../domain/guesses/guess-limits';
import { isReceiptNumber } from '../domain/receipt-number';
import type { SavedFilterService } from '../saved-filter.service';
import type { ComplaintOrder, ComplaintStore } from '../store/complaint.store';
import { TooManyGuesses } from '../store/guesses/guess-counter';
import { ComplaintFilterInput, OfficerInboxFilterInput } from './complaint.input';
import { resolveComplaint, toSteps } from './complaint.resolver';
import { ComplaintConnection, ComplaintType, ReceiptStatusType, toComplaintType } from './complaint.type';
import type { ComplaintsContext } from './context';
import { OrderEnum } from './enums';

@Resolver()
export class ComplaintQueries {
  constructor(
    private readonly store: ComplaintStore,
    private readonly savedFilters: SavedFilterService,
  ) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
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
    description:
      'How far a complaint is, by receipt number and phone; null when they do not belong together. After five wrong phones for one number, or too many from one place, RATE_LIMITED tells when to try again.',
  })
  async complaintByReceipt(
    @Arg('receiptNumber', () => ReceiptNumber, { description: 'The receipt number.' }) receiptNumber: string,
    @Arg('phoneLast4', () => String, { description: 'The last four digits of the phone number given at filing.' })
    phoneLast4: string,
    @Ctx() { byReceipt, deadlines, steps, caller }: ComplaintsContext,
  ): Promise<ReceiptStatusType | null> {
    if (!isReceiptNumber(receiptNumber))
      throw badInput('The check character does not fit: please read the receipt number again.');
    if (!/^\d{4}$/.test(phoneLast4)) throw badInput('`phoneLast4` has four digits.');
    const complaint = await byReceipt(receiptNumber, phoneLast4).catch((error: unknown) => {
      if (!(error instanceof TooManyGuesses)) throw error;
      throw rateLimited(caller.language, tooManyGuesses(Math.ceil(error.seconds / 60)), error.seconds);
    });
    if (!complaint) return null;
    const [own, lines] = await Promise.all([deadlines.load(complaint.id), steps.load(complaint.id)]);
    const dueAt = own.find(({ id }) => id === complaint.statutoryId)?.dueAt ?? null;
    return {
      receiptNumber,
      status: complaint.status,
      receivedAt: complaint.receivedAt,
      dueAt,
      timeline: toSteps(lines, caller.language).map((step) => ({ ...step, detail: null })),
    };
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => ComplaintConnection, {
    name: 'complaints',
    nullable: true,
    description: 'Complaints that the caller may see: one’s own, one’s department’s, or for the auditor all.',
  })
  async list(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ComplaintFilterInput, { nullable: true, description: 'Which ones.' })
    given: ComplaintFilterInput | null,
    @Arg('savedFilterId', () => ID, { nullable: true, description: 'Instead of a filter: one of complaintFilters.' })
    savedFilterId: string | null,
    @Arg('orderBy', () => OrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ComplaintOrder,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ComplaintType>> {
    const scope = scopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    if (given && savedFilterId) throw badInput('Give `filter` or `savedFilterId`: one of them, not both.');
    const filter = savedFilterId ? await this.savedFilters.read(savedFilterId, caller) : given;
    if (filter === undefined && savedFilterId) throw notFound(caller.language);
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
    nullable: true,
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
      open: true,
      overdue,
      serviceCode,
      ...(mine && { officerId: caller.id }),
    };
    return mapConnection(await this.store.page(narrowed, 'NEAREST_DEADLINE', page), toComplaintType);
  }
}
