import type { DataSource } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import type { Person } from '@charter/service';
import { type ChannelRate, decideRate } from './domain/channel-rate';
import type { Channel } from './domain/channels';
import type { AdminActionStore } from './store/admin-action.store';
import type { Lane, LaneStore } from './store/lane.store';

export interface ChannelServiceParts {
  readonly dataSource: DataSource;
  readonly lanes: LaneStore;
  readonly actions: AdminActionStore;
}

/** The ways out of the house, as administrators keep them. */
export class ChannelService {
  constructor(private readonly parts: ChannelServiceParts) {}

  list(): Promise<Lane[]> {
    return this.parts.lanes.all();
  }

  /** Sets how fast a channel goes, from the next batch on; with its line in the administrators' record. */
  async setRate(channel: Channel, wished: ChannelRate, by: Person): Promise<Outcome<Lane>> {
    const { dataSource, lanes, actions } = this.parts;
    const decided = decideRate(channel, wished);
    if (!decided.ok) return decided;
    const { perSecond, burst } = decided.value;
    await dataSource.transaction(async (tx) => {
      await actions.note(tx, by, 'saveNoticeChannel', { channel, perSecond, burst });
      await lanes.setRate(tx, channel, perSecond, burst);
    });
    return accepted((await lanes.all()).find((lane) => lane.channel === channel)!);
  }
}
