import { decideReview } from './review';

/** 1 December 2026, 00:30 in Seoul: still November in Greenwich. */
const NOW = new Date('2026-11-30T15:30:00Z');
const open = { month: '2026-11', reviewedAt: null };

describe('the review of a month of the access log', () => {
  it('is done with a remark from the first of the next month in Seoul', () => {
    expect(decideReview(' 이상 없음 ', open, NOW)).toMatchObject({ ok: true, value: { remark: '이상 없음' } });
  });

  it.each([
    ['a month that is not over', '이상 없음', open, new Date('2026-11-30T14:59:59Z'), 'TOO_EARLY', 'month'],
    ['a month to come', '이상 없음', { ...open, month: '2027-01' }, NOW, 'TOO_EARLY', 'month'],
    ['a month reviewed before', '이상 없음', { ...open, reviewedAt: NOW }, NOW, 'ALREADY_DONE', 'month'],
    ['no month', '이상 없음', { ...open, month: '2026-13' }, NOW, 'INVALID_VALUE', 'month'],
    ['a day', '이상 없음', { ...open, month: '2026-11-01' }, NOW, 'INVALID_VALUE', 'month'],
    ['no remark', ' ', open, NOW, 'INVALID_VALUE', 'remark'],
    ['too long a remark', 'x'.repeat(2_001), open, NOW, 'INVALID_VALUE', 'remark'],
  ])('is refused for %s', (_what, remark, month, now, code, path) => {
    expect(decideReview(remark, month, now)).toMatchObject({ ok: false, refusals: [{ code, path: [path] }] });
  });
});
