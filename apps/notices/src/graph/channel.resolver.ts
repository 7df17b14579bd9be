import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Person, userErrors } from '@charter/service';
import type { ChannelService } from '../channel.service';
import { type OutgoingChannel, isOutgoing } from '../domain/channels';
import type { Lane } from '../store/lane.store';
import { ChannelStateType, SaveNoticeChannelInput, SaveNoticeChannelPayload, toChannelState } from './channel.type';
import type { NoticesContext } from './context';

@Resolver(() => ChannelStateType)
export class ChannelResolver {
  constructor(
    private readonly service: ChannelService,
    private readonly offered: ReadonlySet<OutgoingChannel>,
  ) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [ChannelStateType], {
    nullable: true,
    description: 'The channels by which notices go out: whether they do, how fast, and how many wait.',
  })
  async noticeChannels(): Promise<ChannelStateType[]> {
    return (await this.service.list()).map((lane) => this.shown(lane));
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveNoticeChannelPayload, {
    description: 'Sets how fast a channel goes, for all workers together, from the next batch on. Recorded.',
  })
  async saveNoticeChannel(
    @Arg('input', () => SaveNoticeChannelInput, { description: 'The rate.' })
    { channel, perSecond, burst }: SaveNoticeChannelInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<SaveNoticeChannelPayload> {
    const saved = await this.service.setRate(channel, { perSecond, burst }, caller as Person);
    if (!saved.ok) return { channel: null, errors: userErrors(saved.refusals, caller.language) };
    return { channel: this.shown(saved.value), errors: [] };
  }

  private shown(lane: Lane): ChannelStateType {
    const offered = !isOutgoing(lane.channel) || this.offered.has(lane.channel);
    return toChannelState(lane, offered);
  }
}
