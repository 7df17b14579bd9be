import type { NoticeEvent } from './audiences';
import type { Channel } from './channels';
import { type Preferences, USUAL_CHANNELS } from './preferences';
import { heldUntil } from './quiet-hours';
import type { Words } from './words';

/** One way in which somebody is told of an event. */
export interface PlannedChannel {
  readonly channel: Channel;
  /** The end of their quiet hours, for which it waits. */
  readonly heldUntil: Date | null;
}

/** How somebody is told of an event: in the inbox at once, and by the channels that they wish, outside of their quiet hours. */
export function planChannels(
  eventType: NoticeEvent,
  words: Words,
  { channels, quietHours }: Omit<Preferences, 'digestAfter'>,
  now: Date,
): PlannedChannel[] {
  const held = heldUntil(now, quietHours, eventType, words);
  const outgoing = (channels ?? USUAL_CHANNELS).map((channel) => ({ channel, heldUntil: held }));
  return [{ channel: 'INBOX', heldUntil: null }, ...outgoing];
}
