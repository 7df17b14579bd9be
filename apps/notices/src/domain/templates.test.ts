import { AUDIENCES_OF, type NoticeEvent, type Words } from './notice-plan';
import { writeMoment, writeMoney } from './moment';
import { writeNotice } from './templates';

const words: Words = {
  receiptNumber: '2026-000123-4',
  dueAt: '2026-12-01T15:00:00.000Z',
  charterDueAt: '2026-11-27T09:00:00.000Z',
  previousDueAt: '2026-11-30T15:00:00.000Z',
  missedAt: '2026-12-01T15:00:00.000Z',
  expiresAt: '2026-12-15T01:30:00.000Z',
  against: 'CHARTER',
  amount: 10_000,
  reason: '임시공휴일',
};

const pairs = (Object.keys(AUDIENCES_OF) as NoticeEvent[]).flatMap((event) =>
  AUDIENCES_OF[event].flatMap((audience) =>
    (['ko', 'en'] as const).map((language) => [event, audience, language] as const),
  ),
);

it.each(pairs)('%s is told to %s in %s', (event, audience, language) => {
  const { subject, body } = writeNotice(event, audience, language, words);
  for (const text of [subject, body]) {
    expect(text.trim().length).toBeGreaterThan(5);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  }
  if (language === 'ko') expect(body).toMatch(/니다|십시오|바랍니다/);
  else expect(body).not.toMatch(/[가-힣]/u.test(words.reason!) && body.includes(words.reason!) ? /$^/ : /[가-힣]/u);
  if (!event.startsWith('proposal')) expect(`${subject}${body}`).toContain(words.receiptNumber);
});

it.each([
  ['2026-12-01T15:00:00Z', 'ko', '2026년 12월 1일(화) 24시'],
  ['2026-11-27T09:00:00Z', 'ko', '2026년 11월 27일(금) 18시'],
  ['2026-11-27T00:30:00Z', 'ko', '2026년 11월 27일(금) 9시 30분'],
  ['2026-12-01T15:00:00Z', 'en', '24:00 on Tue 1 December 2026 (Korean time)'],
] as const)('writes %s in %s as %s', (instant, language, text) => expect(writeMoment(instant, language)).toBe(text));

it('writes money with its thousands', () => {
  expect(writeMoney(1_234_567, 'ko')).toBe('1,234,567원');
  expect(writeMoney(500, 'en')).toBe('KRW 500');
});
