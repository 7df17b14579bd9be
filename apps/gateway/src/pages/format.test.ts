import { FORMATS } from './format';

const { ko, en } = FORMATS;

it.each([
  ['money', ko.money(1_234_500), en.money(1_234_500), '1,234,500원', 'KRW 1,234,500'],
  ['no money', ko.money(0), en.money(0), '0원', 'KRW 0'],
  ['a number', ko.number(20_000), en.number(20_000), '20,000', '20,000'],
  ['a score', ko.decimal(78.25), en.decimal(78.25), '78.3', '78.3'],
  ['a share', ko.percent(0.9876), en.percent(0.9876), '98.8%', '98.8%'],
  ['all', ko.percent(1), en.percent(1), '100%', '100%'],
  ['a day', ko.day('2026-11-30'), en.day('2026-11-30'), '2026년 11월 30일', '30 November 2026'],
  [
    'an instant, by Seoul’s clock',
    ko.day('2026-11-30T15:30:00Z'),
    en.day('2026-11-30T15:30:00Z'),
    '2026년 12월 1일',
    '1 December 2026',
  ],
  [
    'a deadline at 24:00',
    ko.lastDay('2026-11-30T15:00:00Z'),
    en.lastDay('2026-11-30T15:00:00Z'),
    '2026년 11월 30일',
    '30 November 2026',
  ],
  [
    'a deadline at 18:00',
    ko.lastDay('2026-11-30T09:00:00Z'),
    en.lastDay('2026-11-30T09:00:00Z'),
    '2026년 11월 30일',
    '30 November 2026',
  ],
  ['a month', ko.month('2026-11'), en.month('2026-11'), '11월', 'Nov'],
])('%s is written in both languages', (_what, korean, english, inKorean, inEnglish) => {
  expect([korean, english]).toEqual([inKorean, inEnglish]);
});

it('a moment is written by Seoul’s clock', () => {
  const moment = new Date('2026-11-30T15:05:00Z');
  expect(ko.moment(moment)).toContain('2026년 12월 1일');
  expect(en.moment(moment)).toContain('1 December 2026');
  expect(ko.moment(moment)).toContain('0:05');
});
