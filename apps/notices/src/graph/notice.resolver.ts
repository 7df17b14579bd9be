import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Caller,
  type Clock,
  type Connection,
  PageArgs,
  type Person,
  badInput,
  hasRole,
  isUuid,
  mapConnection,
} from '@charter/service';
import type { NoticeEntity } from '../store/notice.entity';
import type { NoticeStore } from '../store/notice.store';
import type { NoticesContext } from './context';
import {
  ComplaintType,
  MarkNoticesReadInput,
  MarkNoticesReadPayload,
  NoticeConnection,
  NoticeType,
  toNoticeType,
} from './notice.type';

/** One's own notices; who handles a complaint sees what was sent about it, and so does the auditor. */
const maySee = (caller: Caller, { recipientId, departmentCode }: NoticeEntity): boolean =>
  caller.id === recipientId ||
  (hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode) ||
  hasRole(caller, 'AUDITOR');

@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeStore,
    private readonly clock: Clock,
  ) {}

  @Authorized()
  @Query(() => NoticeConnection, { description: 'One’s own inbox, newest first.' })
  async myNotices(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only those not read yet.' })
    unreadOnly: boolean,
    @Ctx() { caller }: NoticesContext,
  ): Promise<Connection<NoticeType>> {
    const found = await this.notices.inbox((caller as Person).id, unreadOnly, page);
    return mapConnection(found, (notice) => toNoticeType(notice, caller.language));
  }

  @Authorized()
  @Mutation(() => MarkNoticesReadPayload, { description: 'Marks one’s own notices read.' })
  async markNoticesRead(
    @Arg('input', () => MarkNoticesReadInput, { description: 'Which ones.' }) { ids }: MarkNoticesReadInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<MarkNoticesReadPayload> {
    if (ids && (ids.length > 100 || !ids.every(isUuid))) throw badInput('`ids` are at most 100 ids of notices.');
    return { marked: await this.notices.markRead((caller as Person).id, ids ?? null, this.clock.now()) };
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that it is about, for those who may see it.',
  })
  complaint(@Root() { complaintId }: NoticeType): ComplaintType | null {
    return complaintId ? { id: complaintId } : null;
  }
}

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => [NoticeType], {
    nullable: true,
    description: 'What was told about it, oldest first: to oneself, or for who handles it to everybody.',
  })
  async notices(
    @Root() { id }: ComplaintType,
    @Ctx() { caller, noticesOfComplaint }: NoticesContext,
  ): Promise<NoticeType[]> {
    if (!isUuid(id)) return [];
    return (await noticesOfComplaint.load(id))
      .filter((notice) => maySee(caller, notice))
      .map((notice) => toNoticeType(notice, caller.language));
  }
}
