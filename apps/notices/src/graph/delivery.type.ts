import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '@charter/service';
import type { Channel } from '../domain/channels';
import { requiredBy } from '../domain/required';
import type { ChannelFigures, Way } from '../store/delivery.store';
import type { NoticeState } from '../store/notice.entity';
import { ChannelEnum, StateEnum } from './notice-enums';

@ObjectType('DeliveryAttempt', { description: 'One attempt to bring a notice to its person.' })
export class DeliveryAttemptType {
  @Field(() => DateTime, { description: 'When it was made.' })
  attemptedAt: Date;

  @Field(() => String, { description: 'What came of it: a state, or the codes of who refused it. Never an address.' })
  outcome: string;
}

@ObjectType('DeliveryWay', { description: 'One channel by which a person was to be told.' })
export class DeliveryWayType {
  @Field(() => ChannelEnum, { description: 'The channel.' })
  channel: Channel;

  @Field(() => StateEnum, { description: 'What became of it.' })
  state: NoticeState;

  @Field(() => ChannelEnum, { nullable: true, description: 'The channel that had come to nothing before.' })
  insteadOf: Channel | null;

  @Field(() => Boolean, { description: 'Whether it goes out together with others, in a digest (알림 모음).' })
  inDigest: boolean;

  @Field(() => DateTime, { description: 'When it was planned.' })
  plannedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'The end of quiet hours for which it waits.' })
  heldUntil: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null when it has ended.' })
  nextAttemptAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it came to nothing.' })
  failure: string | null;

  @Field(() => [DeliveryAttemptType], { description: 'Every attempt, in order.' })
  attempts: DeliveryAttemptType[];
}

@ObjectType('NoticeDelivery', { description: 'How somebody was told of something: all ways, without text or person.' })
export class NoticeDeliveryType {
  @Field(() => String, {
    nullable: true,
    description: 'The article that requires it: then it goes another way when one comes to nothing. Null for others.',
  })
  requiredBy: string | null;

  @Field(() => Boolean, { description: 'Whether a channel besides the inbox has got there.' })
  reached: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last way that is left had come to nothing: it has to go by post.',
  })
  unreachedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the office had it sent by post (recordPostedNotice).' })
  postedAt: Date | null;

  @Field(() => Int, { description: 'The version of its text, with which it was planned.' })
  templateVersion: number;

  @Field(() => [DeliveryWayType], { description: 'The ways, in the order in which they were taken.' })
  ways: DeliveryWayType[];
}

@ObjectType('DeliveryFigures', { description: 'How notices got to their people by one channel.' })
export class DeliveryFiguresType implements ChannelFigures {
  @Field(() => ChannelEnum, { description: 'The channel.' })
  channel: Channel;

  @Field(() => Int, { description: 'Notices that were planned.' })
  planned: number;

  @Field(() => Int, { description: 'Of these, still to be delivered.' })
  pending: number;

  @Field(() => Int, { description: 'Of these, still to be delivered in a digest.' })
  bundled: number;

  @Field(() => Int, { description: 'Delivered.' })
  delivered: number;

  @Field(() => Int, { description: 'Not sent: their reason was gone.' })
  superseded: number;

  @Field(() => Int, { description: 'Not sent: there was no address, or it was paused.' })
  unreachable: number;

  @Field(() => Int, { description: 'Refused for good.' })
  failed: number;

  @Field(() => Int, { description: 'Planned instead of another channel that had come to nothing.' })
  instead: number;

  @Field(() => Int, { description: 'Required by law, and the last way that came to nothing.' })
  unreached: number;

  @Field(() => Float, { nullable: true, description: 'Half were delivered within so many seconds of being planned.' })
  medianSeconds: number | null;

  @Field(() => Float, { nullable: true, description: '95 of 100 were delivered within so many seconds.' })
  p95Seconds: number | null;
}

@InputType({ description: 'What has gone by post.' })
export class RecordPostedNoticeInput {
  @Field(() => ID, { description: 'The notice, of unreachedNotices.' })
  noticeId: string;
}

@ObjectType({ description: 'The answer of recordPostedNotice.' })
export class RecordPostedNoticePayload {
  @Field(() => NoticeDeliveryType, { nullable: true, description: 'How its delivery stands now.' })
  delivery: NoticeDeliveryType | null;

  @Field(() => [UserError], { description: 'Why it was not noted; empty when it was.' })
  errors: UserError[];
}

/** @param ways all that one person was told of one event by: at least one */
export function toDelivery(ways: readonly [Way, ...Way[]]): NoticeDeliveryType {
  const channelOf = new Map(ways.map(({ id, channel }) => [id, channel]));
  return {
    requiredBy: requiredBy(ways[0]),
    reached: ways.some(({ channel, state }) => channel !== 'INBOX' && state === 'DELIVERED'),
    unreachedAt: ways.find(({ unreachedAt }) => unreachedAt !== null)?.unreachedAt ?? null,
    postedAt: ways.find(({ postedAt }) => postedAt !== null)?.postedAt ?? null,
    templateVersion: ways[0].templateVersion,
    ways: ways.map(({ channel, state, insteadOf, createdAt, heldUntil, nextAttemptAt, failure, digestId, log }) => ({
      ...{ channel, state, heldUntil, nextAttemptAt, failure },
      insteadOf: insteadOf === null ? null : channelOf.get(insteadOf)!,
      inDigest: digestId !== null,
      plannedAt: createdAt,
      attempts: log.map(({ attemptedAt, outcome }) => ({ attemptedAt, outcome })),
    })),
  };
}
