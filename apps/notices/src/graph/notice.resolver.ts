import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Caller,
  type Clock,
  type Connection,
  PageArgs,
  type Person,
  badInput,
  isUuid,
  mapConnection,
} from '@charter/service';
import { maySeeNotice, maySeeNoticeOfReport } from '../domain/access';
import type { Notice, NoticeStore } from '../store/notice.store';
import { resolveCitizen } from './citizen.resolver';
import { CitizenType } from './citizen.type';
import type { NoticesContext } from './context';
import {
  ComplaintType,
  MarkNoticesReadInput,
  MarkNoticesReadPayload,
  MonitoringReportType,
  NoticeConnection,
  NoticeType,
  ProposalType,
  toNoticeType,
} from './notice.type';

@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeStore,
    private readonly clock: Clock,
  ) {}

  @Authorized()
  @Query(() => NoticeConnection, { nullable: true, description: 'One’s own inbox, newest first.' })
  async myNotices(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only those not read yet.' })
    unreadOnly: boolean,
    @Ctx() { caller }: NoticesContext,
  ): Promise<Connection<NoticeType>> {
    const found = await this.notices.inbox((caller as Person).id, unreadOnly, page);
    return mapConnection(found, (notice) => toNoticeType(notice, caller));
  }

  @Authorized()
  @Mutation(() => MarkNoticesReadPayload, { description: 'Marks one’s own notices read.' })
  async markNoticesRead(
    @Arg('input', () => MarkNoticesReadInput, { description: 'Which ones.' }) { ids }: MarkNoticesReadInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<MarkNoticesReadPayload> {
    if (ids && (ids.length > 100 || !ids.every(isUuid))) throw badInput('`ids` are at most 100 ids of notices.');
    return { marked: await this.notices.markRead((caller as Person).id, ids ?? null, this.clock.now()), errors: [] };
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that it is about, for those who may see it.',
  })
  complaint(@Root() { complaintId }: NoticeType): ComplaintType | null {
    return complaintId ? { id: complaintId } : null;
  }

  @FieldResolver(() => CitizenType, {
    nullable: true,
    description: 'Whom it tells: oneself in full, others masked.',
  })
  recipient(@Root() { recipientId }: NoticeType, @Ctx() context: NoticesContext): Promise<CitizenType> {
    return resolveCitizen({ id: recipientId }, context);
  }
}

/** A notice by its id, for those who may see it; null for everybody else, as if there were none. */
export async function resolveNotice(
  { id }: { id: string },
  { caller, notices }: NoticesContext,
): Promise<NoticeType | null> {
  const notice = isUuid(id) ? await notices.load(id) : undefined;
  return notice && maySeeNotice(caller, notice) ? toNoticeType(notice, caller) : null;
}

/** Of what was told about something, what the caller may see; nothing for an id that is none. */
async function told(
  id: string,
  { caller }: NoticesContext,
  loader: NoticesContext['noticesOfComplaint'],
  may: (caller: Caller, notice: Notice) => boolean = maySeeNotice,
): Promise<NoticeType[]> {
  if (!isUuid(id)) return [];
  return (await loader.load(id)).filter((notice) => may(caller, notice)).map((notice) => toNoticeType(notice, caller));
}

const TOLD = {
  nullable: true,
  description:
    'What was told about it, oldest first: to oneself what arrived; for who handles it, and the auditor, all and what became of it.',
} as const;

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => [NoticeType], TOLD)
  notices(@Root() { id }: ComplaintType, @Ctx() context: NoticesContext): Promise<NoticeType[]> {
    return told(id, context, context.noticesOfComplaint);
  }
}

/** What this service adds to proposals. */
@Resolver(() => ProposalType)
export class ProposalResolver {
  @FieldResolver(() => [NoticeType], TOLD)
  notices(@Root() { id }: ProposalType, @Ctx() context: NoticesContext): Promise<NoticeType[]> {
    return told(id, context, context.noticesOfProposal);
  }
}

/** What this service adds to reports of monitors. */
@Resolver(() => MonitoringReportType)
export class MonitoringReportResolver {
  @FieldResolver(() => [NoticeType], {
    nullable: true,
    description:
      'What was told about it, oldest first: to oneself what arrived; for staff what their department was told, never what the monitor was, whom it does not know; for the auditor all.',
  })
  notices(@Root() { id }: MonitoringReportType, @Ctx() context: NoticesContext): Promise<NoticeType[]> {
    return told(id, context, context.noticesOfReport, maySeeNoticeOfReport);
  }
}
