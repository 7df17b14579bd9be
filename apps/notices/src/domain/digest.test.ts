import fc from 'fast-check';
import type { Audience, NoticeEvent } from './audiences';
import { dayBegan, decideDigestAfter, mayWait, nextDigest, writeDigest } from './digest';

const inKorea = (local: string): Date => new Date(`${local}+09:00`);

it.each([
  ['2026-11-30T00:00:00', '2026-11-30T08:00'],
  ['2026-11-30T07:59:59', '2026-11-30T08:00'],
  ['2026-11-30T08:00:00', '2026-11-30T18:00'],
  ['2026-11-30T17:59:59', '2026-11-30T18:00'],
  ['2026-11-30T18:00:00', '2026-12-01T08:00'],
  ['2026-12-31T23:59:59', '2027-01-01T08:00'],
])('at %s the next goes out at %s', (now, next) => expect(nextDigest(inKorea(now))).toEqual(inKorea(next)));

it('the next is always within fourteen hours, and later; the day began before', () =>
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (now) => {
      const wait = nextDigest(now).getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(14 * 3_600_000);
      const sinceDawn = now.getTime() - dayBegan(now).getTime();
      expect(sinceDawn).toBeGreaterThanOrEqual(0);
      expect(sinceDawn).toBeLessThan(24 * 3_600_000);
    }),
  ));

it.each<[string, NoticeEvent, Audience, boolean]>([
  ['news', 'complaint.assigned.v1', 'CITIZEN', true],
  ['what the law requires', 'complaint.answered.v1', 'CITIZEN', false],
  ['a date that would pass', 'consultation.reminder.v1', 'CITIZEN', false],
  ['a secret link', 'survey.invited.v1', 'CITIZEN', false],
  ['a complaint that came in', 'complaint.filed.v1', 'OFFICER', true],
])('%s may wait or not', (_what, eventType, audience, may) =>
  expect(mayWait({ eventType, audience, words: {} })).toBe(may),
);

it.each([
  [null, true],
  [1, true],
  [100, true],
  [0, false],
  [101, false],
])('after %s a day: %s', (wished, taken) => expect(decideDigestAfter(wished).ok).toBe(taken));

it('names each notice once, in either language', () => {
  const titles = ['[답변 1] 민원에 답변드렸습니다', '[진행 2] 담당자가 지정되었습니다'];
  expect(writeDigest(titles, 'ko')).toEqual({
    subject: '[알림 모음] 알림 2건',
    body: expect.stringContaining(`1. ${titles[0]}\n2. ${titles[1]}\n\n`),
  });
  expect(writeDigest(['One', 'Two'], 'en').body).not.toMatch(/[가-힣]/);
});
