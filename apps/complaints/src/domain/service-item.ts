import { PeriodError, type ProcessingPeriod, WorkingCalendar, computeDeadline } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type KnownDepartment, isClosed } from './department';
import { textFaults } from '@charter/privacy';

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

/** What a service is measured against. `today` in Asia/Seoul. */
export interface CatalogueFacts {
  readonly department: KnownDepartment | undefined;
  /** Who carries on when the department was closed. */
  readonly successor: KnownDepartment | undefined;
  readonly today: string;
}

/** The texts of a service and how long each may be. */
const TEXTS = [
  ['nameKo', 100],
  ['nameEn', 100],
  ['guidanceKo', 2_000],
  ['guidanceEn', 2_000],
] as const;
const MOST_DOCUMENTS = 30;
const HIGHEST_FEE = 100_000_000;

const PLAIN = new WorkingCalendar();
const SAMPLE_DAYS = 400;
const DAY_MS = 86_400_000;
const FIRST_SAMPLE = Date.UTC(2026, 0, 1); // 09:00 in Seoul

/** More than a year of receipts, when the office opens and an hour before it closes: weekends and every kind of holiday. */
const SAMPLES = Array.from(
  { length: SAMPLE_DAYS * 2 },
  (_, index) => new Date(FIRST_SAMPLE + Math.floor(index / 2) * DAY_MS + (index % 2) * 8 * 3_600_000),
);

const dueAt = (period: ProcessingPeriod, receivedAt: Date): Date =>
  computeDeadline({ receivedAt, period }, PLAIN).dueAt!;

function* countable(period: ProcessingPeriod, field: string): Generator<Refusal> {
  try {
    dueAt(period, SAMPLES[0]!);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    const path = error.path.split('.').at(-1)!;
    yield refusal(
      'INVALID_VALUE',
      `처리기간을 확인해 주십시오. (${error.message})`,
      `Please check the period. ${error.message}`,
      ...[field, path],
    );
  }
}

const compared = new Map<string, boolean>();
const MOST_COMPARED = 1_000;

/** A file of services names the same few pairs of periods again and again: each is compared once. */
function isEverLater(charter: ProcessingPeriod, statutory: ProcessingPeriod): boolean {
  const key = [charter, statutory]
    .map(({ unit, length, firstDayCounts }) => `${unit} ${length} ${firstDayCounts}`)
    .join();
  const known = compared.get(key);
  if (known !== undefined) return known;
  const later = SAMPLES.some((receivedAt) => dueAt(charter, receivedAt) > dueAt(statutory, receivedAt));
  if (compared.size >= MOST_COMPARED) compared.clear();
  compared.set(key, later);
  return later;
}

/** Units do not compare by their lengths, so their due dates are compared: the charter's must never be later. */
function* periodFaults({ statutoryPeriod, charterPeriod }: ServiceItem): Generator<Refusal> {
  const faults = [...countable(statutoryPeriod, 'statutoryPeriod'), ...countable(charterPeriod, 'charterPeriod')];
  yield* faults;
  if (faults.length > 0) return;
  if (isEverLater(charterPeriod, statutoryPeriod)) {
    yield refusal(
      'INVALID_VALUE',
      '단축 처리기간은 법정 처리기간보다 길 수 없습니다.',
      'The charter’s period must never be longer than the statutory one.',
      'charterPeriod',
    );
  }
}

function* departmentFaults(item: ServiceItem, { department, successor, today }: CatalogueFacts): Generator<Refusal> {
  if (!department) {
    yield refusal(
      'INVALID_VALUE',
      `부서 코드 ‘${item.departmentCode.slice(0, 64)}’에 해당하는 부서가 없습니다.`,
      `There is no department with the code “${item.departmentCode.slice(0, 64)}”.`,
      'departmentCode',
    );
  } else if (isClosed(department, today) && (item.validTo === null || item.validTo >= today)) {
    const ko = successor ? ` 승계 부서는 ${successor.nameKo}(${successor.code})입니다.` : '';
    const en = successor ? ` ${successor.nameEn} (${successor.code}) carries on its work.` : '';
    yield refusal(
      'INVALID_VALUE',
      `${department.nameKo}은(는) 폐지된 부서입니다.${ko}`,
      `${department.nameEn} was closed.${en}`,
      'departmentCode',
    );
  }
}

function* faultsOf(item: ServiceItem, facts: CatalogueFacts): Generator<Refusal> {
  if (!isServiceCode(item.code)) {
    yield refusal(
      'INVALID_VALUE',
      '사무 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A service code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, limit] of TEXTS) yield* textFaults(item[field], limit, field);
  for (const [index, document] of item.documents.entries()) {
    yield* textFaults(document, 200, 'documents', String(index));
  }
  if (item.documents.length > MOST_DOCUMENTS) {
    yield refusal(
      'INVALID_VALUE',
      `구비서류는 ${MOST_DOCUMENTS}개까지 적을 수 있습니다.`,
      `At most ${MOST_DOCUMENTS} documents can be listed.`,
      'documents',
    );
  }
  if (item.fee > HIGHEST_FEE) {
    yield refusal(
      'INVALID_VALUE',
      `수수료는 ${HIGHEST_FEE.toLocaleString('en')}원까지입니다.`,
      `A fee is at most ${HIGHEST_FEE.toLocaleString('en')} KRW.`,
      'fee',
    );
  }
  if (item.validTo !== null && item.validTo < item.validFrom) {
    yield refusal(
      'INVALID_VALUE',
      '유효 종료일이 시작일보다 빠릅니다.',
      'The last day is before the first.',
      'validTo',
    );
  }
  yield* departmentFaults(item, facts);
  yield* periodFaults(item);
}

/** Decides whether a service may stand in the catalogue so. */
export function decideServiceItem(item: ServiceItem, facts: CatalogueFacts): Outcome<ServiceItem> {
  const faults = [...faultsOf(item, facts)];
  return faults.length > 0 ? refused(...faults) : accepted(item);
}

export const isServiceCode = (text: string): boolean => /^[A-Z][A-Z0-9_]{1,31}$/.test(text);

export const isInForce = ({ validFrom, validTo }: Pick<ServiceItem, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);
