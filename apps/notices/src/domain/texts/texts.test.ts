import { consumers, events } from '@charter/contracts';
import { AUDIENCES_OF, type NoticeEvent } from '../audiences';
import { type Writable, writeNotice } from '../text';
import type { Words } from '../words';
import { SAMPLE_WORDS } from './sample';
import { PIECES, PLACEHOLDERS, type Template, type TemplateKey } from './template-set';
import { TEMPLATE_VERSION, templates } from './versions';

const words = SAMPLE_WORDS;
const told = {
  ...{ supplement: '[supplement]', reason: '[reason]', transferredTo: '[body]', result: '[result]' },
  ...{ progress: '[progress]', remediesKo: '[불복]', remediesEn: '[remedies]', place: '[place]', title: '[title]' },
  ...{ extensionLength: '5', extensionUnit: 'DAYS' },
};
const about = { departmentCode: 'ROADS', templateVersion: TEMPLATE_VERSION };

/** Where “until when” stands in a text, by the field of the event that says it. */
const DATES = {
  dueAt: ['due', '2026년 12월 2일(수) 24시', '24:00 on Wed 2 December 2026'],
  charterDueAt: ['charterDue', '2026년 11월 27일(금) 18시', '18:00 on Fri 27 November 2026'],
  previousDueAt: ['previousDue', '2026년 11월 30일(월) 24시', '24:00 on Mon 30 November 2026'],
  expiresAt: ['expires', '2026년 12월 15일(화) 10시 30분', '10:30 on Tue 15 December 2026'],
  objectUntil: ['objectUntil', '2027년 1월 20일(수) 24시', '24:00 on Wed 20 January 2027'],
  startsAt: ['starts', '2026년 12월 7일(월) 14시', '14:00 on Mon 7 December 2026'],
} as const;

const all = (Object.keys(AUDIENCES_OF) as NoticeEvent[]).flatMap((event) =>
  AUDIENCES_OF[event].flatMap((audience) =>
    (['ko', 'en'] as const).map((language) => [event, audience, language] as const),
  ),
);
const forCitizens = all.filter(([, audience]) => audience === 'CITIZEN');

const rawOf = (event: NoticeEvent, audience: string, language: 'ko' | 'en'): Template =>
  templates(TEMPLATE_VERSION, language).notices[`${event}/${audience}` as TemplateKey];

it('tells people of every event that the contracts bring here', () =>
  expect(Object.keys(AUDIENCES_OF).sort()).toEqual([...consumers['notices-inbox'].events].sort()));

describe.each(all)('%s to %s in %s', (eventType, audience, language) => {
  const raw = rawOf(eventType, audience, language);
  const full: Writable = { ...about, eventType, audience, words, told };
  const bare: Writable = { ...full, words: { receiptNumber: '2026-000123-4', startsAt: words.startsAt }, told: {} };

  it('says what happened, about what, who is responsible and what happens next', () => {
    const { subject, body } = writeNotice(full, language);
    for (const text of [subject, body]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    }
    expect(body.split('\n\n').length).toBeGreaterThanOrEqual(3);
    expect(body).toContain(language === 'ko' ? '도로과' : 'Roads Division');
    if (language === 'en') expect(body).not.toMatch(/[가-힣]/);
    else expect(body.split('\n\n')[0]).toMatch(/(니다|시오|니까)(\(반려\))?\./);
  });

  it('has a subject of one line that names what it is about', () => {
    const { subject } = writeNotice(full, language);
    expect(subject).toMatch(/^\[.+\] ?.+/);
    expect(subject).not.toContain('\n');
    expect(subject.length).toBeLessThanOrEqual(language === 'ko' ? 60 : 90);
    if (eventType.startsWith('consultation.')) expect(subject).toContain(DATES.startsAt[language === 'ko' ? 1 : 2]);
    else if (
      !/^(proposal|comment|moderation|contest|monitoring|improvement|department|survey\.(asked|reminded|task-overdue|date-moved))\./.test(
        eventType,
      )
    ) {
      expect(subject).toContain('2026-000123-4');
      expect(body(full)).toContain('2026-000123-4');
    }
  });

  it('has every word, or leaves its line out, also when nothing more is known', () => {
    const { subject, body: text } = writeNotice(bare, language);
    for (const line of `${subject}\n${text}`.split('\n')) expect(line).not.toMatch(/undefined|[{}]|: ?$|:까지/);
    expect(text).not.toMatch(/\n{3}|\n$/);
    expect(text).toContain('ROADS');
  });

  it('names every date that the event brings', () => {
    for (const [field, [, korean, english]] of Object.entries(DATES)) {
      if (field in events[eventType].shape) expect(body(full)).toContain(language === 'ko' ? korean : english);
    }
  });

  it('uses words that are known, and of dates those that the event brings', () => {
    const known: string[] = [...PLACEHOLDERS, ...PIECES];
    const used = [...`${raw.subject}${raw.body}`.matchAll(/\{(.*?)\}/g)].map(([, word]) => word!);
    for (const word of used) expect(known).toContain(word);
    for (const [field, [word]] of Object.entries(DATES)) {
      if (used.includes(word)) expect(Object.keys(events[eventType].shape)).toContain(field);
    }
  });

  it('has no particle or article that depends on a word', () => {
    // “처리기한” ends every promise: its particle is known.
    const variable = `${raw.subject}\n${raw.body}`.replaceAll('{promise}', '');
    expect(variable).not.toMatch(/\}(은|는|이|가|을|를|과|와|으로|로|의|에)(?![가-힣])/);
    expect(variable).not.toMatch(/\b(a|an) \{/);
  });

  const body = (notice: Writable): string => writeNotice(notice, language).body;
});

describe.each(forCitizens)('%s to %s in %s', (eventType, audience, language) => {
  const parts = writeNotice({ ...about, eventType, audience, words, told }, language).body.split('\n\n');

  it('names who is responsible, with the number to call', () =>
    expect(parts[1]).toMatch(
      language === 'ko' ? /: 도로과 \(전화 051-888-1234\)/ : /: Roads Division \(phone 051-888-1234\)/,
    ));

  it('says in a part of its own what happens next', () => {
    expect(parts.length).toBeGreaterThanOrEqual(4);
    expect(parts.at(-2)).toMatch(language === 'ko' ? /(니다|시오)\./ : /\.$/);
  });

  it('ends with how to object', () =>
    expect(parts.at(-1)).toMatch(language === 'ko' ? /이의|행정심판|고충민원/ : /object|appeal|Commission/));
});

it('promises nothing that nobody does', () => {
  const everything = all.map(([event, audience, language]) => {
    const { subject, body } = rawOf(event, audience, language);
    return `${subject}\n${body}`;
  });
  // No money and no call is promised outside of compensation; nobody is telephoned or visited; nothing is attached.
  for (const text of everything)
    expect(text).not.toMatch(/배상|전화드리|방문드리|첨부하|환불|we call you|visit you|attached|refund/i);
});

describe('what depends on what happened', () => {
  const write = (eventType: NoticeEvent, change: Words, audience: 'CITIZEN' | 'OFFICER' = 'CITIZEN'): string =>
    writeNotice({ ...about, eventType, audience, told, words: { ...words, ...change } }, 'ko').body;

  it.each<[NoticeEvent, Words, RegExp, RegExp]>([
    ['complaint.supplement-requested.v1', { causedByOffice: true }, /번거롭게 해 드려 죄송합니다/, /undefined/],
    ['complaint.supplement-requested.v1', { causedByOffice: false }, /10일을 정하여/, /죄송/],
    ['complaint.supplement-requested.v1', { round: 2 }, /반려/, /10일을 정하여/],
    ['complaint.extended.v1', { times: 1 }, /먼저 동의를 여쭙습니다/, /동의해 주신/],
    ['complaint.extended.v1', { times: 2 }, /동의해 주신 대로/, /부득이한/],
    ['objection.decided.v1', { upheld: true }, /받아들이기로[^]*바로잡습니다/, /않기로/],
    ['objection.decided.v1', { upheld: false }, /않기로[^]*그대로 유지됩니다/, /바로잡습니다/],
    ['objection.filed.v1', { basis: 'STATUTORY' }, /행정심판[^]*행정소송/, /고충민원/],
    ['objection.filed.v1', { basis: 'CHARTER' }, /국민권익위원회/, /행정심판/],
    ['consultation.cancelled.v1', { cancelledBy: 'OFFICE' }, /죄송합니다\.\n사유: \[reason\]/, /요청하신 대로/],
    ['consultation.cancelled.v1', { cancelledBy: 'CITIZEN' }, /요청하신 대로/, /사유/],
    ['consultation.booked.v1', { method: 'PHONE' }, /방법: 전화 상담\n장소 또는 연락처: \[place\]/, /화상/],
  ])('%s with %j', (event, change, says, doesNotSay) => {
    expect(write(event, change)).toMatch(says);
    expect(write(event, change)).not.toMatch(doesNotSay);
  });

  it.each<[NoticeEvent, Words, RegExp, RegExp]>([
    [
      'monitoring.report-accepted.v1',
      { amount: 20_000 },
      /이름 없이 공개[^]*\n이 보고의 활동비는 20,000원입니다/,
      /undefined/,
    ],
    ['monitoring.report-accepted.v1', { amount: 0 }, /알리지 않습니다\.\n\n궁금하신/, /활동비/],
    [
      'monitoring.report-answered.v1',
      { late: true },
      /답변하였습니다\.\n약속드린 기한보다 [^\n]*죄송합니다\.\n\n/,
      /지난 뒤/,
    ],
    ['monitoring.report-answered.v1', { late: false }, /답변하였습니다\.\n\n점검 과제: /, /죄송/],
    ['improvement.opened.v1', { sourceKind: 'PROPOSAL' }, /^보내 주신 제안에서 시작하여/, /민원/],
    ['improvement.opened.v1', { sourceKind: 'MONITORING_REPORT' }, /^보내 주신 시정 모니터 활동 보고에서/, /제안/],
    ['improvement.opened.v1', { sourceKind: undefined }, /^보내 주신 의견에서/, /undefined/],
    ['improvement.progressed.v1', { percent: 0 }, /추진율: 0%\n\n\[추진 상황\]\n\[reason\]/, /undefined/],
    ['improvement.completed.v1', { late: true }, /마쳤습니다\.\n약속드린 기한보다 늦어져 죄송합니다/, /undefined/],
    ['improvement.completed.v1', { late: false }, /마쳤습니다\.\n\n개선과제: /, /죄송/],
    ['monitoring.task-overdue.v1', { task: 'REPORT_REVISION' }, /이제는 보완하실 수 없으며/, /부서장|죄송/],
    ['monitoring.task-overdue.v1', { task: 'REPORT_ANSWER' }, /활동 보고에 대한 답변\n[^]*죄송합니다/, /보완/],
    ['monitoring.task-overdue.v1', { task: 'REPORT_VERIFICATION' }, /활동 보고 확인\n[^]*죄송합니다/, /보완/],
    [
      'monitoring.appointed.v1',
      { startsAt: '2026-12-31T15:00:00Z' },
      /임기: 2027년 1월 1일\(금\)부터 2026년/,
      /24시부터/,
    ],
  ])('%s with %j', (event, change, says, doesNotSay) => {
    expect(write(event, change)).toMatch(says);
    expect(write(event, change)).not.toMatch(doesNotSay);
  });

  it.each<[NoticeEvent, Words, RegExp, RegExp]>([
    ['monitoring.task-overdue.v1', { task: 'REPORT_REVISION' }, /모니터가 보완하지 않았습니다/, /부서장/],
    ['monitoring.task-overdue.v1', { task: 'MONITOR_APPOINTMENT' }, /모니터 위촉\n[^]*부서장께도/, /보완/],
    ['monitoring.report-answered.v1', { late: true }, /기한이 지난 뒤에 답변하였습니다/, /죄송/],
    ['monitoring.report-answered.v1', { late: false }, /답변하였습니다\.\n\n점검 과제: /, /지난 뒤/],
    ['monitoring.report-revised.v1', { dueAt: undefined }, /담당 부서: 도로과\n\n보완된/, /확인 기한|멈춘/],
  ])('to the officer: %s with %j', (event, change, says, doesNotSay) => {
    expect(write(event, change, 'OFFICER')).toMatch(says);
    expect(write(event, change, 'OFFICER')).not.toMatch(doesNotSay);
  });

  it.each<[Words, RegExp]>([
    [{ satisfied: true }, /만족한다는/],
    [{ satisfied: false }, /만족하지 못한다는/],
  ])('the opinion of the citizen: %j', (change, says) =>
    expect(write('complaint.opinion-given.v1', change, 'OFFICER')).toMatch(says),
  );

  it('puts in what the office wrote, as it was written', () => {
    expect(write('complaint.supplement-requested.v1', {})).toContain('[보완하실 내용]\n[supplement]\n');
    expect(write('complaint.transferred.v1', {})).toContain('앞으로 답변할 기관: [body]\n');
    expect(write('complaint.rejected.v1', {})).toMatch(/\[이유\]\n\[reason\][^]*\[이의를 제기하시는 방법\]\n\[불복\]$/);
    expect(write('complaint.extension-proposed.v1', {})).toContain('연장하려는 기간: 근무일 5일\n');
    expect(write('complaint.resumed.v1', {})).toContain('[절차의 결과]\n[result]\n');
    expect(write('complaint.interim-reported.v1', {})).toContain('[처리 상황]\n[progress]\n');
    expect(write('monitoring.report-returned.v1', {})).toContain('[보완하실 내용]\n[reason]\n');
    expect(write('monitoring.report-rejected.v1', {})).toMatch(
      /\[까닭\]\n\[reason\]\n[^]*다시 살펴 달라고[^]*감사 부서에 이의[^]*120$/,
    );
    expect(write('monitoring.mission-opened.v1', {})).toContain('점검 과제: [title]\n담당 부서: 도로과 (전화');
    expect(write('monitoring.mission-opened.v1', {})).toContain(
      '\n장소: [place]\n활동 기간: 2026년 12월 7일(월) 14시부터',
    );
  });

  it('states what a month of monitoring earned, and promises no date', () => {
    const stated = write('monitoring.allowance-stated.v1', { count: 3, amount: 60_000 });
    expect(stated).toContain('해당 월: 2026년 11월\n인정된 보고: 3건\n활동비: 60,000원\n');
    expect(stated).toContain('시의 다음 정기 지급 때 함께 지급합니다.');
    const nothing = write('monitoring.allowance-stated.v1', { count: 3, amount: 0 });
    expect(nothing).toContain('활동비: 0원\n\n활동비가 없는 모집');
    expect(nothing).not.toContain('정기 지급');
    expect(stated.replace('2026년 11월', '')).not.toMatch(/\d+월|\d+일/);
  });
});

describe('the department that was watched', () => {
  const owed = all.filter(([event]) => event === 'monitoring.answer-owed.v1');

  it.each(owed)('is told by %s to %s in %s about what, and until when, never of whom', (event, audience, language) => {
    const { subject, body } = rawOf(event, audience, language);
    const used = [...`${subject}${body}`.matchAll(/\{(.*?)\}/g)].map(([, word]) => word);
    expect(used).toEqual(['title', 'department', 'due']);
  });
});
