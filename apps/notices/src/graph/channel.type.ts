import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, graphEnum } from '@charter/service';
import type { Channel } from '../domain/channels';
import type { Lane } from '../store/lane.store';
import { ChannelEnum } from './notice-enums';

const FLOWS = ['FLOWING', 'RESTING', 'TRYING'] as const;
type Flow = (typeof FLOWS)[number];

const FlowEnum = graphEnum('ChannelFlow', 'Whether notices go out by a channel.', FLOWS, {
  FLOWING: { description: 'They do.' },
  RESTING: { description: 'Its other side did not answer, or asked to be left alone: nothing is sent for a while.' },
  TRYING: { description: 'It has rested: one notice at a time tries it.' },
});

@ObjectType('ChannelState', { description: 'A channel by which notices go out, and how it fares (발송 경로).' })
export class ChannelStateType {
  @Field(() => ChannelEnum, { description: 'The channel.' })
  channel: Channel;

  @Field(() => Boolean, { description: 'Whether this city has a provider for it.' })
  offered: boolean;

  @Field(() => FlowEnum, { description: 'Whether notices go out.' })
  flow: Flow;

  @Field(() => DateTime, { nullable: true, description: 'Until when it rests.' })
  restsUntil: Date | null;

  @Field(() => Int, { description: 'How many notices in a row came back because its other side did not answer.' })
  faults: number;

  @Field(() => Int, { description: 'Notices that are due by it, or will be.' })
  waiting: number;

  @Field(() => Float, { nullable: true, description: 'Notices a second in the long run; null without a limit.' })
  perSecond: number | null;

  @Field(() => Int, { description: 'How many may go at once after a quiet while.' })
  burst: number;
}

@InputType({ description: 'How fast a channel goes.' })
export class SaveNoticeChannelInput {
  @Field(() => ChannelEnum, { description: 'The channel; the inbox has no rate.' })
  channel: Channel;

  @Field(() => Float, { description: 'Notices a second in the long run, more than 0 and at most 10,000.' })
  perSecond: number;

  @Field(() => Int, { description: 'How many may go at once after a quiet while: at least `perSecond`.' })
  burst: number;
}

@ObjectType({ description: 'The answer of saveNoticeChannel.' })
export class SaveNoticeChannelPayload {
  @Field(() => ChannelStateType, { nullable: true, description: 'The channel as it is now.' })
  channel: ChannelStateType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}

/** A lane as the graph shows it. */
export function toChannelState(lane: Lane, offered: boolean): ChannelStateType {
  const { channel, restsUntil, resting, faults, waiting, perSecond, burst } = lane;
  const flow = restsUntil === null ? 'FLOWING' : resting ? 'RESTING' : 'TRYING';
  return { channel, offered, flow, restsUntil, faults, waiting, perSecond, burst };
}
