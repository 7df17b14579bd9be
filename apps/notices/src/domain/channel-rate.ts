import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Channel } from './channels';

/** How fast a channel goes. */
export interface ChannelRate {
  /** Notices a second in the long run. */
  readonly perSecond: number;
  /** How many may go at once after a quiet while. */
  readonly burst: number;
}

const MOST = 10_000;

/** Decides whether a channel can go that fast. The inbox is ours alone: nobody is spared by slowing it down. */
export function decideRate(channel: Channel, { perSecond, burst }: ChannelRate): Outcome<ChannelRate> {
  const faults = [
    ...(channel === 'INBOX'
      ? [refusal('INVALID_VALUE', '알림함에는 속도 제한이 없습니다.', 'The inbox has no rate.', 'channel')]
      : []),
    ...(perSecond > 0 && perSecond <= MOST
      ? []
      : [
          refusal(
            'INVALID_VALUE',
            `초당 건수는 0보다 크고 ${MOST} 이하여야 합니다. 발송을 멈추려면 공급자 주소를 비우십시오.`,
            `A rate is more than 0 and at most ${MOST} a second. To stop a channel, take its provider away.`,
            'perSecond',
          ),
        ]),
    ...(burst >= perSecond && burst >= 1 && burst <= MOST
      ? []
      : [
          refusal(
            'INVALID_VALUE',
            `한 번에 보낼 수 있는 건수는 초당 건수 이상 ${MOST} 이하여야 합니다.`,
            `What may go at once is at least the rate, and at most ${MOST}.`,
            'burst',
          ),
        ]),
  ];
  return faults.length > 0 ? refused(...faults) : accepted({ perSecond, burst });
}
