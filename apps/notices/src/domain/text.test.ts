import { consumers } from '@charter/contracts';
import { writeMoment, writeMoney } from './moment';
import { AUDIENCES_OF, type NoticeEvent, type Words } from './notice-plan';
import { TEMPLATE_VERSION, templates } from './texts/versions';
import { PLACEHOLDERS } from './texts/template-set';
import { writeNotice } from './text';

const words: Words = {
  departmentKo: '도로과',
  departmentEn: 'Roads Division',
  receiptNumber: '2026-000123-4',
  dueAt: '2026-12-02T15:00:00.000Z',
  charterDueAt: '2026-11-27T09:00:00.000Z',
  previousDueAt: '2026-11-30T15:00:00.000Z',
  missedAt: '2026-12-02T15:00:00.000Z',
  expiresAt: '2026-12-15T01:30:00.000Z',
  against: 'CHARTER',
  amount: 10_000,
  reason: '임시공휴일 지정',
};

const about = { departmentCode: 'ROADS', words, templateVersion: TEMPLATE_VERSION };
const pairs = (Object.keys(AUDIENCES_OF) as NoticeEvent[]).flatMap((event) =>
  AUDIENCES_OF[event].flatMap((audience) =>
    (['ko', 'en'] as const).map((language) => [event, audience, language] as const),
  ),
);

it('tells people of every event that the contracts bring here', () =>
  expect(Object.keys(AUDIENCES_OF).sort()).toEqual([...consumers['notices-inbox'].events].sort()));

describe.each(pairs)('%s to %s in %s', (eventType, audience, language) => {
  const notice = { ...about, eventType, audience };

  it('says what happened, about what, who is responsible and what happens next', () => {
    const { subject, body } = writeNotice(notice, language);
    for (const text of [subject, body]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    }
    expect(subject).not.toContain('\n');
    const parts = body.split('\n\n');
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(body).toContain(language === 'ko' ? '도로과' : 'Roads Division');
    if (eventType !== 'proposal.submitted.v1') {
      expect(subject).toContain('2026-000123-4');
      expect(body).toContain('2026-000123-4');
    }
    if (language === 'ko')
      for (const part of [parts[0], parts.at(-1)]) expect(part).toMatch(/(니다|니까|시오|습니다)\./);
    else expect(body.replace('임시공휴일 지정', '')).not.toMatch(/[가-힣]/);
  });

  it('has every word also when the event has no dates and the department was never told of', () => {
    const { subject, body } = writeNotice(
      { ...notice, words: { receiptNumber: '2026-000123-4', reason: '보완' } },
      language,
    );
    for (const line of `${subject}\n${body}`.split('\n')) expect(line).not.toMatch(/undefined|: ?$|:까지/);
    expect(body).toContain('ROADS');
  });

  it('names no placeholder that is not known', () => {
    const { subject, body } = templates(TEMPLATE_VERSION, language).notices[`${eventType}/${audience}` as never];
    for (const [, word] of `${subject}${body}`.matchAll(/\{(.*?)\}/g)) expect(PLACEHOLDERS).toContain(word);
  });
});

it.each([
  ['complaint.filed.v1', 'CITIZEN'],
  ['complaint.overdue.v1', 'CITIZEN'],
  ['complaint.answered.v1', 'CITIZEN'],
] as const)('%s tells how to object', (eventType, audience) => {
  expect(writeNotice({ ...about, eventType, audience }, 'ko').body).toMatch(/이의신청을 하실 수 있습니다/);
  expect(writeNotice({ ...about, eventType, audience }, 'en').body).toMatch(/object/);
});

it('writes the day that ends, and until when', () => {
  const filed = { ...about, eventType: 'complaint.filed.v1', audience: 'CITIZEN' } as const;
  expect(writeNotice(filed, 'ko').body).toContain('법정 처리기한: 2026년 12월 2일(수) 24시까지\n');
  expect(writeNotice(filed, 'en').body).toContain('Due by law: 24:00 on Wed 2 December 2026 (Korean time)\n');
});

it('says that the period is paused when the new date is none', () => {
  const moved = { ...about, eventType: 'complaint.due-date-moved.v1', audience: 'CITIZEN' } as const;
  const paused = { ...moved, words: { ...words, dueAt: undefined } };
  expect(writeNotice(paused, 'ko').body).toContain('새 기한: 진행이 멈춘 상태입니다.');
});

it('keeps the version with which a notice was planned, and the newest known for one from the future', () => {
  expect(templates(1, 'ko')).toBe(templates(1, 'ko'));
  expect(templates(99, 'ko')).toBe(templates(TEMPLATE_VERSION, 'ko'));
});

it.each([
  ['2026-12-01T15:00:00Z', 'ko', '2026년 12월 1일(화) 24시'],
  ['2026-11-27T09:00:00Z', 'ko', '2026년 11월 27일(금) 18시'],
  ['2026-11-27T00:30:00Z', 'ko', '2026년 11월 27일(금) 9시 30분'],
  ['2026-12-31T15:00:00Z', 'ko', '2026년 12월 31일(목) 24시'],
  ['2026-12-01T15:00:00Z', 'en', '24:00 on Tue 1 December 2026 (Korean time)'],
] as const)('writes %s in %s as %s', (instant, language, text) => expect(writeMoment(instant, language)).toBe(text));

it('writes money with its thousands', () => {
  expect(writeMoney(1_234_567, 'ko')).toBe('1,234,567원');
  expect(writeMoney(500, 'en')).toBe('KRW 500');
});
