import type { ToldWords, Words } from '../words';

/** Words of a notice that never was, with which a text is shown before it is used. Nobody’s. */
export const SAMPLE_WORDS: Words = {
  ...{ departmentKo: '도로과', departmentEn: 'Roads Division', departmentPhone: '051-888-1234' },
  ...{ previousDepartmentKo: '건축과', previousDepartmentEn: 'Building Division' },
  receiptNumber: '2026-000123-4',
  dueAt: '2026-12-02T15:00:00.000Z',
  charterDueAt: '2026-11-27T09:00:00.000Z',
  previousDueAt: '2026-11-30T15:00:00.000Z',
  missedAt: '2026-12-02T15:00:00.000Z',
  expiresAt: '2026-12-15T01:30:00.000Z',
  objectUntil: '2027-01-20T15:00:00.000Z',
  startsAt: '2026-12-07T05:00:00.000Z',
  ...{ against: 'CHARTER', basis: 'STATUTORY', amount: 10_000, method: 'VIDEO', cancelledBy: 'OFFICE' },
  ...{ task: 'INTERIM_REPORT', suspension: 'FIELD_INVESTIGATION', round: 1, causedByOffice: true },
  ...{ count: 1_200, month: '2026-11', late: true, percent: 40, sourceKind: 'PROPOSAL', fault: 'WRONG_NOTICE' },
};

/** What the office would have written, in either language. */
export const SAMPLE_TOLD: Readonly<Record<'ko' | 'en', ToldWords>> = {
  ko: {
    ...{ supplement: '(보완하실 내용)', reason: '(담당 부서가 적은 내용)', transferredTo: '(답변할 기관)' },
    ...{ result: '(절차의 결과)', progress: '(처리 상황)', remediesKo: '(불복 방법)', place: '(장소 또는 연락처)' },
    ...{ title: '(제목)', extensionLength: '5', extensionUnit: 'DAYS' },
  },
  en: {
    ...{ supplement: '(what to add)', reason: '(what the department wrote)', transferredTo: '(the body that answers)' },
    ...{
      result: '(what came of it)',
      progress: '(how far it is)',
      remediesEn: '(ways to object)',
      place: '(place or number)',
    },
    ...{ title: '(title)', extensionLength: '5', extensionUnit: 'DAYS' },
  },
};
