import { type Attention, attentionTo } from './queue-attention';
import { SETTINGS, SETTING_KEYS, type SettingKey, decideSetting } from './setting';

const NOW = new Date('2026-11-23T03:00:00Z');
const settings = { QUEUE_LATE_AFTER: 60, QUEUE_CROWDED_FROM: 10 };

describe('a setting', () => {
  it.each(SETTING_KEYS)('%s holds at its bounds and at its standard, and is refused beyond them', (key) => {
    const { least, most, standard } = SETTINGS[key];
    for (const value of [least, standard, most])
      expect(decideSetting(key, value, '측정 결과')).toMatchObject({ ok: true, value });
    for (const value of [least - 1, most + 1, least + 0.5, Number.NaN])
      expect(decideSetting(key, value, '측정 결과')).toMatchObject({ ok: false, refusals: [{ path: ['value'] }] });
  });

  it.each<[string, string]>([
    ['no reason', ' '],
    ['too long a reason', 'x'.repeat(501)],
    ['a resident number', '000101-3123451'],
  ])('is not changed for %s', (_what, reason) => {
    const key: SettingKey = 'QUEUE_LATE_AFTER';
    expect(decideSetting(key, 30, reason)).toMatchObject({ ok: false, refusals: [{ path: ['reason'] }] });
  });
});

describe('what an administrator should look at', () => {
  const well = {
    ...{ deadLetters: 0, failing: 0, unconfirmed: 0, oldestUnconfirmedAt: null, paused: false, silent: [] },
    ...{ doneLastHour: 0, diedLastHour: 0, averageSeconds: null, worstSeconds: null },
  };
  const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

  it.each<[string, Partial<Parameters<typeof attentionTo>[0]>, Attention[]]>([
    ['nothing', {}, []],
    ['nothing that is unknown', { deadLetters: null, failing: null, silent: ['notices'] }, ['SILENT']],
    ['a dead letter', { deadLetters: 1 }, ['DEAD_LETTERS']],
    ['what is tried again', { failing: 1 }, ['FAILING']],
    ['not yet late', { oldestUnconfirmedAt: ago(59) }, []],
    ['late', { oldestUnconfirmedAt: ago(60) }, ['LATE']],
    ['not yet crowded', { unconfirmed: 9 }, []],
    ['crowded', { unconfirmed: 10 }, ['CROWDED']],
    ['a pause', { paused: true }, ['PAUSED']],
    ['all at once', { deadLetters: 1, paused: true, unconfirmed: 10 }, ['DEAD_LETTERS', 'CROWDED', 'PAUSED']],
  ])('is %s', (_what, change, expected) => {
    expect(attentionTo({ ...well, ...change }, settings, NOW)).toEqual(expected);
  });
});
