import type { Channel } from './channels';
import { decideRate } from './channel-rate';

describe('the rate of a channel', () => {
  it.each<[Channel, number, number, string[]]>([
    ['EMAIL', 100, 200, []],
    ['SMS', 0.5, 1, []],
    ['PUSH', 10_000, 10_000, []],
    ['INBOX', 10, 20, ['channel']],
    ['EMAIL', 0, 10, ['perSecond']],
    ['EMAIL', -1, 10, ['perSecond']],
    ['EMAIL', 10_001, 10_001, ['perSecond', 'burst']],
    ['EMAIL', 10, 9, ['burst']],
    ['SMS', 0.5, 0, ['burst']],
    ['SMS', Number.NaN, 1, ['perSecond', 'burst']],
  ])('of %s, %d a second and %d at once, is kept or refused at %j', (channel, perSecond, burst, paths) => {
    const decided = decideRate(channel, { perSecond, burst });
    expect(decided.ok ? [] : decided.refusals.map(({ path }) => path?.[0])).toEqual(paths);
  });
});
