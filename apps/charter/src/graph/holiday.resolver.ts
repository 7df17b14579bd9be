import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { FIRST_YEAR, LAST_YEAR, PeriodError } from '@charter/calendar';
import { DateTime, ProcessingPeriodInput, Public, type Person, badInput, userErrors } from '@charter/service';
import type { HolidayService } from '../holiday.service';
import type { CharterContext } from './context';
import { DeclareHolidayInput, PauseInput, RevokeHolidayInput } from './holiday.input';
import { DeadlinePreview, DeclareHolidayPayload, HolidayType, RevokeHolidayPayload } from './holiday.type';

@Resolver()
export class HolidayResolver {
  constructor(private readonly service: HolidayService) {}

  @Public()
  @Query(() => [HolidayType], { description: 'The holidays of a year (공휴일), by date.' })
  async holidays(
    @Arg('year', () => Int, { description: `From ${FIRST_YEAR} to ${LAST_YEAR}.` }) year: number,
  ): Promise<readonly HolidayType[]> {
    if (year < FIRST_YEAR || year > LAST_YEAR) throw badInput(`\`year\` must be from ${FIRST_YEAR} to ${LAST_YEAR}.`);
    return this.service.ofYear(year);
  }

  @Public()
  @Query(() => DeadlinePreview, {
    description: 'When something received at a moment would be due, by the law’s own calendar.',
  })
  async deadlinePreview(
    @Arg('receivedAt', () => DateTime, { description: 'The moment of receipt.' }) receivedAt: Date,
    @Arg('period', () => ProcessingPeriodInput, { description: 'The period.' }) period: ProcessingPeriodInput,
    @Arg('pauses', () => [PauseInput], { nullable: true, description: 'Times that do not count, at most 50.' })
    pauses: PauseInput[] | null,
    @Arg('extension', () => Int, {
      nullable: true,
      description: 'By how much the period was lengthened, in its own unit.',
    })
    extension: number | null,
  ): Promise<DeadlinePreview> {
    if ((pauses?.length ?? 0) > 50) throw badInput('`pauses` has at most 50 entries.');
    try {
      return await this.service.preview({ receivedAt, period, pauses: pauses ?? [], extension: extension ?? 0 });
    } catch (error) {
      if (error instanceof PeriodError) throw badInput(`${error.path}: ${error.message}`);
      throw error;
    }
  }

  @Authorized('ADMIN')
  @Mutation(() => DeclareHolidayPayload, {
    description: 'Declares a holiday. Every running deadline that it touches moves, and the people concerned are told.',
  })
  async declareHoliday(
    @Arg('input', () => DeclareHolidayInput, { description: 'The day and its names.' }) input: DeclareHolidayInput,
    @Ctx() { caller }: CharterContext,
  ): Promise<DeclareHolidayPayload> {
    const declared = await this.service.declare({ ...input }, caller as Person);
    if (!declared.ok) return { holiday: null, errors: userErrors(declared.refusals, caller.language) };
    return { holiday: { ...declared.value, declared: true, provisional: false }, errors: [] };
  }

  @Authorized('ADMIN')
  @Mutation(() => RevokeHolidayPayload, {
    description: 'Takes a declared holiday back before its day. Deadlines move again.',
  })
  async revokeHoliday(
    @Arg('input', () => RevokeHolidayInput, { description: 'The day.' }) { date }: RevokeHolidayInput,
    @Ctx() { caller }: CharterContext,
  ): Promise<RevokeHolidayPayload> {
    const revoked = await this.service.revoke(date, caller as Person);
    return revoked.ok
      ? { date: revoked.value, errors: [] }
      : { date: null, errors: userErrors(revoked.refusals, caller.language) };
  }
}
