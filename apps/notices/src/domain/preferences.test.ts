import { planChannels } from './channel-plan';
import { NO_PREFERENCES, type WishedPreferences, decidePreferences } from './preferences';

const NIGHT = { from: '22:00', to: '07:00' };
const addresses = { email: 'hong@example.kr', phone: '01012345678' };

const KEPT = { channels: ['EMAIL'], quietHours: NIGHT, digestAfter: 5 };

describe('a wish', () => {
  const decided = (wished: WishedPreferences, given = addresses as { email: string | null; phone: string | null }) => {
    const outcome = decidePreferences(wished, { channels: ['EMAIL'], quietHours: NIGHT, digestAfter: 5 }, given);
    return outcome.ok ? outcome.value : outcome.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
  };

  it.each<[string, WishedPreferences, unknown]>([
    ['stays where nothing is given', {}, { ...KEPT, channels: ['EMAIL'] }],
    ['is taken back', { channels: null, quietHours: null, digestAfter: null }, NO_PREFERENCES],
    ['is for another number', { digestAfter: 10 }, { ...KEPT, digestAfter: 10 }],
    ['is refused with its number', { digestAfter: 0 }, ['INVALID_VALUE digestAfter']],
    ['may be for the inbox alone', { channels: [] }, { ...KEPT, channels: [] }],
    ['need not name the inbox', { channels: ['EMAIL', 'INBOX', 'EMAIL'] }, { ...KEPT, channels: ['EMAIL'] }],
    ['is refused with its quiet hours', { quietHours: { from: '7', to: '07:00' } }, ['INVALID_VALUE quietHours.from']],
  ])('%s', (_what, wished, kept) => expect(decided(wished)).toEqual(kept));

  it('for mail needs an address, unless it was nobody’s to begin with', () => {
    const none = { email: null, phone: '01012345678' };
    expect(decided({ channels: ['EMAIL'] }, none)).toEqual(['INVALID_VALUE channels']);
    expect(decided({}, none)).toEqual({ ...KEPT, channels: ['EMAIL'] });
    expect(decided({ channels: ['SMS'] }, { email: 'hong@example.kr', phone: null })).toEqual([
      'INVALID_VALUE channels',
    ]);
  });

  it('for devices needs none: they are registered by themselves', () => {
    const none = { email: null, phone: '01012345678' };
    expect(decided({ channels: ['PUSH', 'SMS'] }, none)).toEqual({ ...KEPT, channels: ['SMS', 'PUSH'] });
  });
});

describe('the channels of a notice', () => {
  const night = new Date('2026-11-30T23:00:00+09:00');
  const plan = (preferences = NO_PREFERENCES) => planChannels('complaint.answered.v1', {}, preferences, night);
  const INBOX = { channel: 'INBOX', heldUntil: null };

  it('are the inbox and mail for who has not said', () =>
    expect(plan()).toEqual([INBOX, { channel: 'EMAIL', heldUntil: null }]));

  it('are the inbox alone for who wishes no other', () =>
    expect(plan({ ...NO_PREFERENCES, channels: [] })).toEqual([INBOX]));

  it('wait for the end of quiet hours, but for the inbox', () =>
    expect(plan({ ...NO_PREFERENCES, quietHours: NIGHT })).toEqual([
      INBOX,
      { channel: 'EMAIL', heldUntil: new Date('2026-12-01T07:00:00+09:00') },
    ]));
});
