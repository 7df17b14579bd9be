import fc from 'fast-check';
import { type HeldRecord, type RetentionRule, judge, monthsLater } from './retention';

const rule: RetentionRule = { kind: 'complaint', months: 60, article: '제26조' };
const NOW = new Date('2026-11-30T00:00:00Z');
const record = (key: string, endedAt: string | null): HeldRecord => ({
  key,
  endedAt: endedAt === null ? null : new Date(endedAt),
});

describe('the period of a record', () => {
  it.each([
    ['2024-01-31T10:00:00Z', 1, '2024-02-29T10:00:00.000Z'],
    ['2023-01-31T10:00:00Z', 1, '2023-02-28T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', 12, '2025-02-28T10:00:00.000Z'],
    ['2021-11-30T00:00:00Z', 60, '2026-11-30T00:00:00.000Z'],
    ['2026-11-30T00:00:00Z', 0, '2026-11-30T00:00:00.000Z'],
  ])('from %s, %i months on, ends at %s', (from, months, end) =>
    expect(monthsLater(new Date(from), months).toISOString()).toBe(end),
  );
});

describe('a request to erase', () => {
  it('erases what nothing keeps, and what is past its time', () => {
    const records = [record('old', '2021-11-30T00:00:00Z'), record('new', '2026-11-01T00:00:00Z')];
    expect(judge(records, 'ERASED', rule, NOW)).toEqual({ erasable: ['old', 'new'], kept: [] });
    expect(judge(records, 'KEPT', rule, NOW)).toEqual({
      erasable: ['old'],
      kept: [{ kind: 'complaint', count: 1, article: '제26조', until: '2031-11-01T00:00:00.000Z' }],
    });
  });

  it('keeps what is open, whatever the kind, and says that no day can be named yet', () => {
    const open = [record('open', null), record('tomorrow', '2026-12-01T00:00:00Z')];
    for (const onRequest of ['ERASED', 'KEPT'] as const) {
      expect(judge(open, onRequest, rule, NOW)).toEqual({
        erasable: [],
        kept: [{ kind: 'complaint', count: 2, article: '제26조', until: null }],
      });
    }
  });

  it('either erases or names every record, and keeps none past the day that it names', () => {
    const ended = fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }));
    fc.assert(
      fc.property(fc.array(ended), fc.integer({ min: 0, max: 240 }), fc.boolean(), (dates, months, keeps) => {
        const records = dates.map((endedAt, index) => ({ key: String(index), endedAt }));
        const { erasable, kept } = judge(records, keeps ? 'KEPT' : 'ERASED', { ...rule, months }, NOW);
        expect(erasable.length + kept.reduce((sum, { count }) => sum + count, 0)).toBe(records.length);
        for (const { until } of kept)
          if (until !== null) expect(new Date(until).getTime()).toBeGreaterThan(NOW.getTime());
        for (const key of erasable) expect(records[Number(key)]!.endedAt!.getTime()).toBeLessThanOrEqual(NOW.getTime());
      }),
    );
  });
});
