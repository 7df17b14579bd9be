import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { atLocal } from '@charter/calendar';
import {
  type Clock,
  type Connection,
  PageArgs,
  PeriodInput,
  type Person,
  checkPeriod,
  hasRole,
  isUuid,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import { maySeeDelivery } from '../domain/access';
import { notToPost } from '../domain/required';
import type { DeliveryStore, Told, Way } from '../store/delivery.store';
import type { NoticeStore } from '../store/notice.store';
import type { NoticesContext } from './context';
import {
  DeliveryFiguresType,
  NoticeDeliveryType,
  RecordPostedNoticeInput,
  RecordPostedNoticePayload,
  toDelivery,
} from './delivery.type';
import { NoticeConnection, NoticeType, toNoticeType } from './notice.type';

/** How notices got to their people. */
@Resolver(() => NoticeType)
export class DeliveryResolver {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly notices: NoticeStore,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => NoticeDeliveryType, {
    nullable: true,
    description: 'How it got to its person: for the department that handles it, and the auditor; null for others.',
  })
  async delivery(@Root() notice: NoticeType, @Ctx() context: NoticesContext): Promise<NoticeDeliveryType | null> {
    return maySeeDelivery(context.caller, notice) ? reported(notice, context) : null;
  }

  @Authorized('OFFICER', 'MANAGER', 'ADMIN', 'AUDITOR')
  @Query(() => NoticeDeliveryType, {
    nullable: true,
    description:
      'How one notice got to its person, without its text and person; null where there is none, or it is another department’s.',
  })
  async noticeDelivery(
    @Arg('id', () => ID, { description: 'The notice’s id.' }) id: string,
    @Ctx() context: NoticesContext,
  ): Promise<NoticeDeliveryType | null> {
    const notice = isUuid(id) ? await context.notices.load(id) : undefined;
    return notice && maySeeDelivery(context.caller, notice) ? reported(notice, context) : null;
  }

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      'What the law requires and reached nobody by any channel, latest first: it has to go by post. One’s own department’s; for the auditor all.',
  })
  async unreachedNotices(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: NoticesContext,
  ): Promise<Connection<NoticeType>> {
    const departmentCode = hasRole(caller, 'AUDITOR') ? null : (caller.departmentCode ?? '');
    const found = await this.deliveries.unreached(departmentCode, page);
    return mapConnection(await this.notices.open(found), (notice) => toNoticeType(notice, caller));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => RecordPostedNoticePayload, {
    description: 'Notes that the department sent by post what had reached nobody. It leaves unreachedNotices.',
  })
  async recordPostedNotice(
    @Arg('input', () => RecordPostedNoticeInput, { description: 'Which one.' }) { noticeId }: RecordPostedNoticeInput,
    @Ctx() context: NoticesContext,
  ): Promise<RecordPostedNoticePayload> {
    const caller = context.caller as Person;
    const notice = isUuid(noticeId) ? await context.notices.load(noticeId) : undefined;
    if (!notice || !maySeeDelivery(caller, notice)) throw notFound(caller.language);
    const posted = await this.deliveries.post(noticeId, caller.id, this.clock.now());
    if (!posted) return { delivery: null, errors: userErrors([notToPost(notice)], caller.language) };
    return { delivery: await reported(notice, context), errors: [] };
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [DeliveryFiguresType], {
    nullable: true,
    description: 'How notices got to their people, by channel, of those planned in a period.',
  })
  deliveryStatistics(
    @Arg('period', () => PeriodInput, { description: 'The days on which they were planned.' }) period: PeriodInput,
  ): Promise<DeliveryFiguresType[]> {
    checkPeriod(period);
    return this.deliveries.figures(atLocal(period.from, '00:00'), atLocal(period.to, '24:00'));
  }
}

async function reported(told: Told, { deliveries }: NoticesContext): Promise<NoticeDeliveryType | null> {
  const ways = await deliveries.load(told);
  return isSome(ways) ? toDelivery(ways) : null;
}

const isSome = (ways: readonly Way[]): ways is readonly [Way, ...Way[]] => ways.length > 0;
