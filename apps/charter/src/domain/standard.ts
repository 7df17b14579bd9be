import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Department } from './department';
import type { StandardTarget } from './standard-target';
import { targetFaults } from './standard-target';

/** What a standard is about. The first four are the ways in which citizens meet the city (공통이행기준). */
export const STANDARD_CATEGORIES = ['VISIT', 'PHONE', 'MAIL', 'ONLINE', 'HANDLING', 'REDRESS', 'SERVICE'] as const;
export type StandardCategory = (typeof STANDARD_CATEGORIES)[number];

/** What keeps a standard measured. */
export const MEASURED_BY = ['COMPLAINT_DEADLINES', 'SURVEY', 'MONITORING', 'MANUAL'] as const;
export type MeasuredBy = (typeof MEASURED_BY)[number];

/** A service standard (이행기준): what the city promises, how it is measured, and what counts as kept. Days in Asia/Seoul. */
export interface Standard {
  readonly code: string;
  readonly category: StandardCategory;
  /** Null: it holds for the whole city (공통이행기준). */
  readonly departmentCode: string | null;
  readonly promiseKo: string;
  readonly promiseEn: string;
  readonly measureKo: string;
  readonly measureEn: string;
  readonly target: StandardTarget;
  readonly measuredBy: MeasuredBy;
  readonly validFrom: string;
  /** The last day on which it holds; null: without an end. */
  readonly validTo: string | null;
}

const TEXTS = [
  ['promiseKo', 200],
  ['promiseEn', 200],
  ['measureKo', 1_000],
  ['measureEn', 1_000],
] as const;

const CODE = /^[A-Z][A-Z0-9_]{1,31}$/;

function* departmentFaults(
  { departmentCode, validTo }: Standard,
  department: Department | undefined,
  today: string,
): Generator<Refusal> {
  if (departmentCode === null) return;
  if (!department) {
    const shown = departmentCode.slice(0, 64);
    yield refusal(
      'INVALID_VALUE',
      `부서 ${shown}을(를) 찾을 수 없습니다.`,
      `There is no department ${shown}.`,
      'departmentCode',
    );
  } else if (department.closedOn !== null && department.closedOn <= today && (validTo ?? today) >= today) {
    const { successorCode } = department;
    yield refusal(
      'INVALID_VALUE',
      `폐지된 부서입니다. 이행기준의 종료일을 입력하거나 ${successorCode ?? '다른'} 부서의 이행기준으로 정해 주십시오.`,
      `This department was closed: end the standard, or give it to ${successorCode ?? 'another department'}.`,
      'departmentCode',
    );
  }
}

function* faultsOf(standard: Standard, department: Department | undefined, today: string): Generator<Refusal> {
  if (!CODE.test(standard.code)) {
    yield refusal(
      'INVALID_VALUE',
      '이행기준 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A standard’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, limit] of TEXTS) yield* textFaults(standard[field], limit, field);
  yield* targetFaults(standard.target);
  if (standard.validTo !== null && standard.validTo < standard.validFrom) {
    yield refusal(
      'INVALID_VALUE',
      '유효 종료일이 시작일보다 빠릅니다.',
      'The last day is before the first.',
      'validTo',
    );
  }
  yield* departmentFaults(standard, department, today);
}

/**
 * Decides whether a standard may be written so.
 * @param department the one that it names; undefined where there is none. @param today the day in Asia/Seoul
 */
export function decideStandard(
  standard: Standard,
  department: Department | undefined,
  today: string,
): Outcome<Standard> {
  const faults = [...faultsOf(standard, department, today)];
  return faults.length > 0 ? refused(...faults) : accepted(standard);
}
