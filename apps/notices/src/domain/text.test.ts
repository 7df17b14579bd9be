import { writeMoment, writeMoney, writeMonth, writeStart } from './moment';
import type { Words } from './words';
import { TEMPLATE_VERSION, templates } from './texts/versions';
import { type Writable, writeNotice } from './text';

const words: Words = {
  departmentKo: '도로과',
  departmentEn: 'Roads Division',
  receiptNumber: '2026-000123-4',
  dueAt: '2026-12-02T15:00:00.000Z',
  charterDueAt: '2026-11-27T09:00:00.000Z',
};
const citizen = {
  audience: 'CITIZEN',
  departmentCode: 'ROADS',
  words,
  told: {},
  templateVersion: TEMPLATE_VERSION,
} as const;
const filed: Writable = { ...citizen, eventType: 'complaint.filed.v1' };

it('writes the day that ends, and until when', () => {
  expect(writeNotice(filed, 'ko').body).toContain('법정 처리기한: 2026년 12월 2일(수) 24시까지\n');
  expect(writeNotice(filed, 'en').body).toContain('Due by law: 24:00 on Wed 2 December 2026 (Korean time)\n');
});

it('says that the period is paused when the new date is none', () => {
  const paused: Writable = {
    ...filed,
    eventType: 'complaint.due-date-moved.v1',
    words: { ...words, dueAt: undefined },
  };
  expect(writeNotice(paused, 'ko').body).toContain('새 기한: 진행이 멈춘 상태입니다.');
});

it('leaves a date out that was missed before: only complaints pause', () => {
  const heard: Writable = { ...citizen, eventType: 'proposal.expert-heard.v1', told: { title: '버스 정류장' } };
  expect(writeNotice(heard, 'ko').body).toContain('담당 부서: 도로과\n검토 기한: 2026년 12월 2일(수) 24시까지\n');
  const late: Writable = { ...heard, words: { ...words, dueAt: undefined } };
  expect(writeNotice(late, 'ko').body).toContain('담당 부서: 도로과\n\n');
});

it('gives the number to call to citizens alone', () => {
  const reachable: Writable = { ...filed, words: { ...words, departmentPhone: '051-888-1234' } };
  expect(writeNotice(reachable, 'ko').body).toContain('담당 부서: 도로과 (전화 051-888-1234)\n');
  expect(writeNotice({ ...reachable, audience: 'OFFICER' }, 'ko').body).toContain('담당 부서: 도로과\n');
});

describe('what the office wrote', () => {
  const rejected = (reason: string, more: Words = {}): string =>
    writeNotice(
      { ...citizen, eventType: 'complaint.rejected.v1', words: { ...words, ...more }, told: { reason } },
      'ko',
    ).body;

  it('is put in as it stands, whatever it looks like, with its lines and empty ones', () =>
    expect(rejected('{receipt} $& 첫째\n\n둘째 {objectUntil}')).toContain(
      '[이유]\n{receipt} $& 첫째\n\n둘째 {objectUntil}\n\n',
    ));

  it('takes no line of the letter with it', () => {
    expect(rejected('x')).not.toContain('이의신청 기한');
    expect(rejected('x', { objectUntil: '2027-01-20T15:00:00.000Z' })).toContain(
      '법정 이의신청 기한: 2027년 1월 20일(수) 24시까지\n',
    );
  });

  it('is to be read with the complaint where nothing was told', () =>
    expect(writeNotice({ ...citizen, eventType: 'complaint.returned.v1' }, 'ko').body).toContain(
      '[이유]\n내용은 민원 화면에서 확인하여 주십시오.\n',
    ));

  it('of anything else is to be read online where nothing was told', () =>
    expect(writeNotice({ ...citizen, eventType: 'contest.cancelled.v1' }, 'ko').body).toContain(
      '[까닭]\n내용은 온라인에서 확인하여 주십시오.\n',
    ));

  it('of codes that this version does not know says what they are at least', () => {
    const unknown = { ...words, suspension: 'NEW', task: 'NEW' };
    const written = writeNotice({ ...citizen, eventType: 'complaint.suspended.v1', words: unknown }, 'ko');
    expect(written.body).toContain('절차: 처리에 필요한 절차\n');
    const due: Writable = { ...citizen, eventType: 'complaint.task-overdue.v1', audience: 'OFFICER', words: unknown };
    expect(writeNotice(due, 'en').subject).toContain('a duty of the procedure');
  });
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

it.each([
  ['2026-12-31T15:00:00Z', 'ko', '2027년 1월 1일(금)'],
  ['2026-12-31T15:00:00Z', 'en', 'Fri 1 January 2027'],
  ['2026-12-07T05:00:00Z', 'ko', '2026년 12월 7일(월) 14시'],
  ['2026-12-07T05:00:00Z', 'en', '14:00 on Mon 7 December 2026 (Korean time)'],
] as const)('writes what begins at %s in %s as %s', (instant, language, text) =>
  expect(writeStart(instant, language)).toBe(text),
);

it.each([
  ['2026-11', 'ko', '2026년 11월'],
  ['2027-01', 'en', 'January 2027'],
] as const)('writes the month %s in %s as %s', (month, language, text) =>
  expect(writeMonth(month, language)).toBe(text),
);

it('writes money with its thousands', () => {
  expect(writeMoney(1_234_567, 'ko')).toBe('1,234,567원');
  expect(writeMoney(500, 'en')).toBe('KRW 500');
});
