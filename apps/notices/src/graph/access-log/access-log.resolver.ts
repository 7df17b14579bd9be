import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import {
  type Connection,
  PageArgs,
  type Person,
  badInput,
  hasRole,
  isUuid,
  mapConnection,
  userErrors,
} from '@charter/service';
import type { AccessReviewService } from '../../access-review.service';
import type { AccessLogStore } from '../../store/access-log/access-log.store';
import { resolveCitizen } from '../citizen.resolver';
import { CitizenType, DepartmentType } from '../citizen.type';
import type { NoticesContext } from '../context';
import {
  AccessLogConnection,
  AccessLogEntryType,
  AccessLogFilterInput,
  AccessLogMonthType,
  ReviewAccessLogInput,
  ReviewAccessLogPayload,
  toAccessLogEntry,
  toAccessLogMonth,
} from './access-log.type';

const IDS = ['citizenId', 'readerId', 'subjectId'] as const;

@Resolver(() => AccessLogEntryType)
export class AccessLogResolver {
  constructor(
    private readonly log: AccessLogStore,
    private readonly reviews: AccessReviewService,
  ) {}

  @Authorized()
  @Query(() => AccessLogConnection, {
    nullable: true,
    description:
      'Who of the city read personal data unmasked, the newest first: everybody reads what concerns themselves, the auditor all. Kept for two years.',
  })
  async accessLog(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AccessLogFilterInput, { nullable: true, description: 'Which readings.' })
    filter: AccessLogFilterInput | null,
    @Ctx() { caller }: NoticesContext,
  ): Promise<Connection<AccessLogEntryType>> {
    for (const name of IDS) if (filter?.[name] && !isUuid(filter[name])) throw badInput(`\`${name}\` is no id.`);
    const own = { ...filter, citizenId: (caller as Person).id, readerId: null };
    const asked = hasRole(caller, 'AUDITOR') ? { ...filter } : own;
    return mapConnection(await this.log.page(asked, page), toAccessLogEntry);
  }

  @Authorized('AUDITOR')
  @Query(() => [AccessLogMonthType], {
    nullable: true,
    description: 'The months of the access log, the newest first, and which of them were reviewed.',
  })
  async accessLogMonths(
    @Arg('unreviewedOnly', () => Boolean, { defaultValue: false, description: 'Only those that nobody reviewed yet.' })
    unreviewedOnly: boolean,
  ): Promise<AccessLogMonthType[]> {
    const months = await this.log.months();
    return months.filter(({ review }) => !unreviewedOnly || review === null).map(toAccessLogMonth);
  }

  @Authorized('AUDITOR')
  @Mutation(() => ReviewAccessLogPayload, {
    description:
      'Marks the readings of a month that is over as reviewed, with what was found. Once; it stays on record.',
  })
  async reviewAccessLog(
    @Arg('input', () => ReviewAccessLogInput, { description: 'Which month, and what was found.' })
    { month, remark }: ReviewAccessLogInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<ReviewAccessLogPayload> {
    const outcome = await this.reviews.review(month, remark, caller as Person);
    return outcome.ok
      ? { month: toAccessLogMonth(outcome.value), errors: [] }
      : { month: null, errors: userErrors(outcome.refusals, caller.language) };
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department of the reader.' })
  department(@Root() { entity }: AccessLogEntryType): DepartmentType | null {
    const { departmentCode } = entity.reading;
    return departmentCode === null ? null : { code: departmentCode };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reader’s name, masked (박*수); null for one who has written no profile.',
  })
  async readerName(
    @Root() { entity }: AccessLogEntryType,
    @Ctx() { profiles }: NoticesContext,
  ): Promise<string | null> {
    const profile = await profiles.load(entity.reading.readerId);
    return profile ? maskName(profile.name) : null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The reader’s id: for the auditor.' })
  readerId(@Root() { entity }: AccessLogEntryType, @Ctx() { caller }: NoticesContext): string | null {
    return hasRole(caller, 'AUDITOR') ? entity.reading.readerId : null;
  }

  @FieldResolver(() => CitizenType, {
    nullable: true,
    description: 'Whose data it was; null where that person has no account.',
  })
  async citizen(@Root() { entity }: AccessLogEntryType, @Ctx() context: NoticesContext): Promise<CitizenType | null> {
    return entity.citizenId === null ? null : resolveCitizen({ id: entity.citizenId }, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why, in the reader’s words, where a reason was asked for.',
  })
  reason(@Root() { entity }: AccessLogEntryType): string | null {
    return this.log.reasonOf(entity.reading);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'By which root fields of the graph, or by which door for files: for the auditor.',
  })
  operation(@Root() { entity }: AccessLogEntryType, @Ctx() { caller }: NoticesContext): string | null {
    return hasRole(caller, 'AUDITOR') ? entity.reading.operation : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'From which network address: for the auditor.' })
  address(@Root() { entity }: AccessLogEntryType, @Ctx() { caller }: NoticesContext): string | null {
    return hasRole(caller, 'AUDITOR') ? this.log.addressOf(entity.reading) : null;
  }
}
