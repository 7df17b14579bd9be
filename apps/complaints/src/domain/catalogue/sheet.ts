import type { PeriodUnit, ProcessingPeriod } from '@charter/calendar';
import { type Language, type Message, type Refusal, refusal } from '@charter/contracts';
import { COMPLAINT_KINDS, type ComplaintKind, type ServiceItem } from '../service-item';

/** The columns of the catalogue as a sheet, in the order in which they are written. */
export const COLUMNS = [
  ['code', { ko: '사무 코드', en: 'code' }],
  ['kind', { ko: '민원 종류', en: 'kind' }],
  ['departmentCode', { ko: '부서 코드', en: 'departmentCode' }],
  ['nameKo', { ko: '사무명', en: 'nameKo' }],
  ['nameEn', { ko: '사무명(영문)', en: 'nameEn' }],
  ['statutoryPeriod', { ko: '법정 처리기간', en: 'statutoryPeriod' }],
  ['charterPeriod', { ko: '단축 처리기간', en: 'charterPeriod' }],
  ['documents', { ko: '구비서류', en: 'documents' }],
  ['fee', { ko: '수수료(원)', en: 'fee' }],
  ['guidanceKo', { ko: '안내', en: 'guidanceKo' }],
  ['guidanceEn', { ko: '안내(영문)', en: 'guidanceEn' }],
  ['validFrom', { ko: '유효 시작일', en: 'validFrom' }],
  ['validTo', { ko: '유효 종료일', en: 'validTo' }],
] as const satisfies readonly (readonly [keyof ServiceItem, Message])[];

export type Column = (typeof COLUMNS)[number][0];

/** May be left out of a file. */
const OPTIONAL: readonly Column[] = ['documents', 'fee', 'validTo'];

export const KIND_NAMES: Readonly<Record<ComplaintKind, string>> = {
  STATUTORY: '법정',
  INQUIRY: '질의',
  SUGGESTION: '건의',
  OTHER: '기타',
  GRIEVANCE: '고충',
};

const UNITS: Readonly<Record<Exclude<PeriodUnit, 'IMMEDIATE'>, string>> = {
  HOURS: '시간',
  DAYS: '일',
  CALENDAR_DAYS: '역일',
  WEEKS: '주',
  MONTHS: '개월',
  YEARS: '년',
};
const WITHOUT_FIRST_DAY: Message = { ko: '초일 불산입', en: 'WITHOUT_FIRST_DAY' };

const periodText = ({ unit, length, firstDayCounts }: ProcessingPeriod, language: Language): string => {
  const korean = unit === 'IMMEDIATE' ? '즉시' : `${length}${UNITS[unit]}`;
  const text = language === 'ko' ? korean : [unit, length].filter((part) => part !== null).join(' ');
  return firstDayCounts === false ? `${text} ${WITHOUT_FIRST_DAY[language]}` : text;
};

const PERIOD = /^(?:(\d{1,4})\s*(\S+)|([A-Z_]+)\s*(\d{1,4})?)$/;

/** A period as people write it: 즉시, 3시간, 7일, 30역일, 2주, 1개월, or DAYS 7. @returns undefined for anything else */
export function readPeriod(text: string): ProcessingPeriod | undefined {
  const trimmed = text.trim();
  const mark = Object.values(WITHOUT_FIRST_DAY).find((each) => trimmed.endsWith(each));
  const bare = mark ? trimmed.slice(0, -mark.length).trim() : trimmed;
  const firstDayCounts = !mark;
  if (bare === '즉시' || bare === 'IMMEDIATE') return { unit: 'IMMEDIATE', length: null, firstDayCounts };
  const [, count, korean, english, number] = PERIOD.exec(bare) ?? [];
  const unit = Object.entries(UNITS).find(([name, word]) => word === korean || name === english)?.[0];
  const length = Number(count ?? number);
  return unit && length >= 1 ? { unit: unit as PeriodUnit, length, firstDayCounts } : undefined;
}

/** The cells of a service, in the order of the columns. */
export const toCells = (item: ServiceItem, language: Language): (string | number | null)[] =>
  COLUMNS.map(([column]) => {
    if (column === 'kind') return language === 'ko' ? KIND_NAMES[item.kind] : item.kind;
    if (column === 'statutoryPeriod' || column === 'charterPeriod') return periodText(item[column], language);
    if (column === 'documents') return item.documents.join('\n');
    return item[column];
  });

/** Which column stands where. @returns the columns that are missing instead */
export function readHeader(cells: readonly string[]): { readonly at: Map<Column, number> } | { missing: Column[] } {
  const at = new Map<Column, number>();
  for (const [column, { ko, en }] of COLUMNS) {
    const index = cells.findIndex((cell) => cell.trim() === ko || cell.trim() === en);
    if (index >= 0) at.set(column, index);
  }
  const missing = COLUMNS.map(([column]) => column).filter((column) => !at.has(column) && !OPTIONAL.includes(column));
  return missing.length > 0 ? { missing } : { at };
}

export const headerText = (column: Column, language: Language): string =>
  COLUMNS.find(([name]) => name === column)![1][language];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text)) && realDay(text);
const realDay = (text: string): boolean => new Date(Date.parse(text)).toISOString().startsWith(text);

const unreadable = (column: Column, ko: string, en: string): Refusal => refusal('INVALID_VALUE', ko, en, column);

/** A service as a row of a sheet says it, or what of it cannot be read. Whether it may stand so is decided elsewhere. */
export function readRow(cells: readonly string[], at: ReadonlyMap<Column, number>): ServiceItem | readonly Refusal[] {
  const text = (column: Column): string => (cells[at.get(column) ?? -1] ?? '').trim();
  const faults: Refusal[] = [];
  const kind = COMPLAINT_KINDS.find((each) => [each, KIND_NAMES[each]].includes(text('kind')));
  if (!kind) {
    const all = COMPLAINT_KINDS.map((each) => KIND_NAMES[each]).join(', ');
    faults.push(
      unreadable('kind', `민원 종류는 ${all} 중 하나입니다.`, `A kind is one of ${COMPLAINT_KINDS.join(', ')}.`),
    );
  }
  const [statutoryPeriod, charterPeriod] = (['statutoryPeriod', 'charterPeriod'] as const).map((column) => {
    const period = readPeriod(text(column));
    if (!period) {
      const ko = '처리기간은 즉시, 3시간, 7일, 30역일, 2주, 1개월, 1년처럼 적어 주십시오.';
      faults.push(unreadable(column, ko, 'Write a period such as IMMEDIATE, HOURS 3, DAYS 7 or MONTHS 1.'));
    }
    return period;
  });
  const fee = text('fee').replaceAll(',', '') || '0';
  if (!/^\d{1,12}$/.test(fee)) {
    faults.push(unreadable('fee', '수수료는 0 이상의 정수(원)로 적어 주십시오.', 'A fee is a whole number of KRW.'));
  }
  for (const column of ['validFrom', 'validTo'] as const) {
    if (isDay(text(column)) || (column === 'validTo' && text(column) === '')) continue;
    faults.push(unreadable(column, '날짜는 2026-01-31처럼 적어 주십시오.', 'Write a day such as 2026-01-31.'));
  }
  if (faults.length > 0) return faults;
  return {
    ...{ code: text('code'), kind: kind!, departmentCode: text('departmentCode') },
    ...{ nameKo: text('nameKo'), nameEn: text('nameEn') },
    ...{ guidanceKo: text('guidanceKo'), guidanceEn: text('guidanceEn') },
    ...{ statutoryPeriod: statutoryPeriod!, charterPeriod: charterPeriod!, fee: Number(fee) },
    documents: text('documents')
      .split(/\r\n|\n|\r/)
      .map((document) => document.trim())
      .filter(Boolean),
    ...{ validFrom: text('validFrom'), validTo: text('validTo') || null },
  };
}
