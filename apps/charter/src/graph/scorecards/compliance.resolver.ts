import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PeriodInput, type Person, checkPeriod, forbidden, userErrors } from '@charter/service';
import { maySeeCounts } from '../../domain/scorecards/count';
import type { CountService } from '../../scorecards/count.service';
import type { CharterContext } from '../context';
import { StandardType } from '../standard.type';
import {
  RecordStandardCountInput,
  RecordStandardCountPayload,
  StandardComplianceType,
  StandardCountType,
  toComplianceType,
  toCountType,
} from './compliance.type';

const PERIOD = 'From a day to a day, both included.';

/** How standards are kept. */
@Resolver(() => StandardType)
export class ComplianceResolver {
  constructor(private readonly service: CountService) {}

  @FieldResolver(() => StandardComplianceType, {
    nullable: true,
    description:
      'How it was kept in a period, asked of whoever measures it. Public; fewer than 5 cases are suppressed. Null where it is not measured, and, with SERVICE_UNAVAILABLE, while who measures it does not answer.',
  })
  async compliance(
    @Root() standard: StandardType,
    @Arg('period', () => PeriodInput, { description: PERIOD }) { from, to }: PeriodInput,
    @Arg('departmentCode', () => String, {
      nullable: true,
      description:
        'Of a standard of the whole city: how this department kept it. Complaint deadlines and manual counts tell that.',
    })
    departmentCode: string | null,
    @Ctx() { compliance }: CharterContext,
  ): Promise<StandardComplianceType | null> {
    checkPeriod({ from, to });
    const found = await compliance.load({ code: standard.code, from, to });
    const place = departmentCode ?? standard.departmentCode;
    const there = found.find(({ figure }) => figure.departmentCode === place);
    return there ? toComplianceType(there, standard.target) : null;
  }

  @FieldResolver(() => [StandardCountType], {
    nullable: true,
    description:
      'What departments counted by hand in the months that lie wholly in the period, by department and month. For staff; null for others.',
  })
  async counts(
    @Root() { code }: StandardType,
    @Arg('period', () => PeriodInput, { description: PERIOD }) { from, to }: PeriodInput,
    @Ctx() { caller, standardCounts }: CharterContext,
  ): Promise<StandardCountType[] | null> {
    checkPeriod({ from, to });
    return maySeeCounts(caller) ? (await standardCounts.load({ code, from, to })).map(toCountType) : null;
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => RecordStandardCountPayload, {
    description:
      'Enters what the own department counted by hand in a month of a standard that nothing else measures, with where it can be looked up; or corrects it. Everything entered is kept.',
  })
  async recordStandardCount(
    @Arg('input', () => RecordStandardCountInput, { description: 'What was counted.' })
    { corrects, idempotencyKey, kept, mean, ...given }: RecordStandardCountInput,
    @Ctx() { caller, countsById }: CharterContext,
  ): Promise<RecordStandardCountPayload> {
    const count = { ...given, kept: kept ?? null, mean: mean ?? null };
    const command = { count, corrects: corrects ?? null, idempotencyKey: idempotencyKey ?? null };
    const recorded = await this.service.record(command, caller as Person);
    if (recorded === 'FORBIDDEN') throw forbidden(caller.language);
    if (!recorded.ok) return { count: null, errors: userErrors(recorded.refusals, caller.language) };
    return { count: toCountType((await countsById.load(recorded.value))!), errors: [] };
  }
}
