import { PeriodError, type ProcessingPeriod, WorkingCalendar, computeDeadline } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { KnownDepartment } from './department';

/** Kinds of complaints (민원 처리에 관한 법률 제2조). */
export const COMPLAINT_KINDS = ['STATUTORY', 'INQUIRY', 'SUGGESTION', 'OTHER', 'GRIEVANCE'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** A service of the catalogue (민원사무). Days in Asia/Seoul; fee in KRW. */
export interface ServiceItem {
  readonly code: string;
  readonly kind: ComplaintKind;
  readonly departmentCode: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly guidanceKo: string;
  readonly guidanceEn: string;
  readonly statutoryPeriod: ProcessingPeriod;
  readonly charterPeriod: ProcessingPeriod;
  readonly documents: readonly string[];
  readonly fee: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const PLAIN = new WorkingCalendar();
const SAMPLE_DAYS = 400;
const DAY_MS = 86_400_000;

/** Whether one period can end later than another, over more than a year of receipts at 09:00 and 17:00. Pure: fixed years. */
function canBeLonger(charter: ProcessingPeriod, statutory: ProcessingPeriod): boolean {
  const first = Date.UTC(2026, 0, 1);
  return Array.from(
    { length: SAMPLE_DAYS * 2 },
    (_, index) => new Date(first + Math.floor(index / 2) * DAY_MS + (index % 2) * 8 * 3_600_000),
  ).some(
    (receivedAt) =>
      computeDeadline({ receivedAt, period: charter }, PLAIN).dueAt! >
      computeDeadline({ receivedAt, period: statutory }, PLAIN).dueAt!,
  );
}

function* periodFaults({ statutoryPeriod, charterPeriod }: ServiceItem): Generator<Refusal> {
  try {
    if (canBeLonger(charterPeriod, statutoryPeriod)) {
      yield refusal(
        'INVALID_VALUE',
        '단축 처리기간은 법정 처리기간보다 길 수 없습니다.',
        'The charter’s period must never be longer than the statutory one.',
        'charterPeriod',
      );
    }
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    yield refusal(
      'INVALID_VALUE',
      `처리기간을 확인해 주십시오. (${error.message})`,
      `Please check the period: ${error.message}`,
      'statutoryPeriod',
    );
  }
}

function* faults(item: ServiceItem, department: KnownDepartment | undefined): Generator<Refusal> {
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(item.code)) {
    yield refusal(
      'INVALID_VALUE',
      '사무 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A service code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, limit] of [
    ['nameKo', 100],
    ['nameEn', 100],
    ['guidanceKo', 2_000],
    ['guidanceEn', 2_000],
  ] as const) {
    if (!item[field].trim() || item[field].length > limit)
      yield refusal(
        'INVALID_VALUE',
        `1~${limit}자로 입력해 주십시오.`,
        `Please enter 1 to ${limit} characters.`,
        field,
      );
  }
  if (!department)
    yield refusal(
      'INVALID_VALUE',
      `부서 ${item.departmentCode}을(를) 찾을 수 없습니다.`,
      `There is no department ${item.departmentCode}.`,
      'departmentCode',
    );
  if (item.validTo !== null && item.validTo < item.validFrom)
    yield refusal('INVALID_VALUE', '유효 종료일이 시작일보다 빠릅니다.', 'validTo is before validFrom.', 'validTo');
  yield* periodFaults(item);
}

/** Decides whether a service may stand in the catalogue so. */
export function decideServiceItem(item: ServiceItem, department: KnownDepartment | undefined): Outcome<ServiceItem> {
  const found = [...faults(item, department)];
  return found.length > 0 ? refused(...found) : accepted(item);
}

export const isInForce = ({ validFrom, validTo }: Pick<ServiceItem, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);
