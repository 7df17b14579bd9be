import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Caller, DateTime, UserError, connectionType } from '@charter/service';
import { mayReadNotice } from '../domain/access';
import type { Audience } from '../domain/audiences';
import { writeNotice } from '../domain/text';
import type { Channel } from '../domain/channels';
import type { NoticeState } from '../store/notice.entity';
import type { Notice } from '../store/notice.store';
import { AudienceEnum, ChannelEnum, StateEnum } from './notice-enums';

@Directive('@key(fields: "id")')
@ObjectType('Notice', { description: 'One notice to one person by one channel (알림).' })
export class NoticeType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it tells of: the event’s name.' })
  kind: string;

  @Field(() => AudienceEnum, { description: 'As whom its person is told.' })
  audience: Audience;

  @Field(() => ChannelEnum, { description: 'How it reaches its person.' })
  channel: Channel;

  @Field(() => StateEnum, { description: 'What became of it.' })
  state: NoticeState;

  @Field(() => String, { description: 'Its title, in the language of Accept-Language.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its text, without salutation; null for the auditor, who sees that somebody was told.',
  })
  body: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was delivered.' })
  deliveredAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was read.' })
  readAt: Date | null;

  complaintId: string | null;

  recipientId: string;

  eventId: string;

  departmentCode: string;
}

export function toNoticeType(notice: Notice, caller: Caller): NoticeType {
  const { subject, body } = writeNotice(notice, caller.language);
  return {
    id: notice.id,
    kind: notice.eventType,
    audience: notice.audience,
    channel: notice.channel,
    state: notice.state,
    title: subject,
    body: mayReadNotice(caller, notice) ? body : null,
    createdAt: notice.createdAt,
    deliveredAt: notice.deliveredAt,
    readAt: notice.readAt,
    complaintId: notice.complaintId,
    recipientId: notice.recipientId,
    eventId: notice.eventId,
    departmentCode: notice.departmentCode,
  };
}

export const NoticeConnection = connectionType('Notice', () => NoticeType);

@Directive('@key(fields: "id")')
@ObjectType('Complaint', { description: 'A complaint (민원).' })
export class ComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Proposal', { description: 'A proposal (제안).' })
export class ProposalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('MonitoringReport', { description: 'What a monitor reports of a mission (활동 보고).' })
export class MonitoringReportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@InputType({ description: 'Which of one’s own notices.' })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: 'These; without them, all.' })
  ids?: string[] | null;
}

@ObjectType({ description: 'The answer of markNoticesRead.' })
export class MarkNoticesReadPayload {
  @Field(() => Int, { description: 'How many were unread and are read now.' })
  marked: number;

  @Field(() => [UserError], { description: 'Why they were not marked; empty when they were.' })
  errors: UserError[];
}
