import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Caller, hasRole } from '@charter/service';
import type { Department } from '../department';
import type { Standard } from '../standard';
import type { CountAnswer } from './answers';
import { lastDayOf } from './period';

/** What a department counted of a standard in a month (직접 집계). */
export interface MonthlyCount {
  readonly standardCode: string;
  readonly departmentCode: string;
  /** Such as 2026-03. */
  readonly month: string;
  /** How many cases there were. */
  readonly n: number;
  /** How many kept the promise; of standards in percent. */
  readonly kept: number | null;
  /** Their mean, in the target's unit; of all other standards. */
  readonly mean: number | null;
  /** Where it can be looked up: a register, a log, a file. */
  readonly evidence: string;
}

const MOST_CASES = 10_000_000;
const LARGEST_MEAN = 1_000_000_000;
const LONGEST_EVIDENCE = 1_000;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A department counts for itself. */
export const mayCount = (caller: Caller, departmentCode: string): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

/** What was counted, by whom and where it can be looked up, is for the city's staff; what it comes to is published. */
export const maySeeCounts = (caller: Caller): boolean => hasRole(caller, 'OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN');

export interface CountSituation {
  readonly standard: Standard | undefined;
  readonly department: Department | undefined;
  /** The day in Asia/Seoul. */
  readonly today: string;
}

const invalid = (ko: string, en: string, ...path: string[]): Refusal => refusal('INVALID_VALUE', ko, en, ...path);

function* subjectFaults(
  { standardCode, departmentCode, month }: MonthlyCount,
  { standard, department }: CountSituation,
): Generator<Refusal> {
  if (!standard) {
    const shown = standardCode.slice(0, 64);
    yield invalid(`이행기준 ${shown}을(를) 찾을 수 없습니다.`, `There is no standard ${shown}.`, 'standardCode');
    return;
  }
  if (standard.measuredBy !== 'MANUAL')
    yield invalid(
      '직접 집계하는 이행기준이 아닙니다. 실적은 담당 서비스에서 저절로 모입니다.',
      'This standard is not counted by hand: its figures come by themselves.',
      'standardCode',
    );
  if (standard.departmentCode !== null && standard.departmentCode !== departmentCode)
    yield invalid(
      `${standard.departmentCode} 부서의 이행기준입니다.`,
      `This standard is of the department ${standard.departmentCode}.`,
      'departmentCode',
    );
  if (!department) {
    const shown = departmentCode.slice(0, 64);
    yield invalid(`부서 ${shown}을(를) 찾을 수 없습니다.`, `There is no department ${shown}.`, 'departmentCode');
  }
  const { validFrom, validTo } = standard;
  if (MONTH.test(month) && (lastDayOf(month) < validFrom || (validTo !== null && validTo < `${month}-01`)))
    yield invalid('이행기준이 적용되지 않던 달입니다.', 'The standard did not hold in this month.', 'month');
}

function* monthFaults({ month }: MonthlyCount, today: string): Generator<Refusal> {
  if (!MONTH.test(month)) {
    yield invalid('달은 2026-03과 같이 입력해 주십시오.', 'Give the month as 2026-03.', 'month');
    return;
  }
  if (today <= lastDayOf(month))
    yield refusal(
      'TOO_EARLY',
      '아직 끝나지 않은 달입니다. 다음 달 1일부터 입력할 수 있습니다.',
      'This month is not over: enter it from the first of the next on.',
      'month',
    );
}

function* figureFaults({ n, kept, mean }: MonthlyCount, { target }: Standard): Generator<Refusal> {
  if (!Number.isInteger(n) || n < 1 || n > MOST_CASES)
    yield invalid(
      `건수는 1 이상 ${MOST_CASES.toLocaleString('en')} 이하의 정수입니다. 한 건도 없던 달은 입력하지 않습니다.`,
      `The number of cases is from 1 to ${MOST_CASES.toLocaleString('en')}. A month without any is not entered.`,
      'n',
    );
  if (target.unit === 'PERCENT') {
    if (kept === null || !Number.isInteger(kept) || kept < 0 || kept > n)
      yield invalid(
        '비율로 재는 이행기준입니다. 지킨 건수를 0 이상 전체 건수 이하로 입력해 주십시오.',
        'This standard is a share: give how many cases kept it, from 0 to all.',
        'kept',
      );
    if (mean !== null) yield invalid('평균은 입력하지 않습니다.', 'It has no mean.', 'mean');
    return;
  }
  if (mean === null || !(mean >= 0 && mean <= LARGEST_MEAN))
    yield invalid(
      `평균을 목표와 같은 단위로, 0 이상 ${LARGEST_MEAN.toLocaleString('en')} 이하로 입력해 주십시오.`,
      `Give the mean in the unit of the target, from 0 to ${LARGEST_MEAN.toLocaleString('en')}.`,
      'mean',
    );
  if (kept !== null)
    yield invalid('지킨 건수는 비율로 재는 이행기준에만 입력합니다.', 'Only a share has cases that kept it.', 'kept');
}

/** Whether a department may enter this count. */
export function decideCount(count: MonthlyCount, situation: CountSituation): Outcome<MonthlyCount> {
  const faults = [
    ...subjectFaults(count, situation),
    ...monthFaults(count, situation.today),
    ...(situation.standard ? figureFaults(count, situation.standard) : []),
    ...textFaults(count.evidence, LONGEST_EVIDENCE, 'evidence'),
  ];
  return faults.length > 0 ? refused(...faults) : accepted({ ...count, evidence: count.evidence.trim() });
}

/** What was counted of each standard at each department, its months added up by their cases. */
export function addUp(counts: readonly MonthlyCount[]): Map<string, CountAnswer[]> {
  const sums = new Map<string, Map<string, { n: number; kept: number | null; sum: number | null }>>();
  for (const { standardCode, departmentCode, n, kept, mean } of counts) {
    const places = sums.get(standardCode) ?? new Map<string, { n: number; kept: number | null; sum: number | null }>();
    const before = places.get(departmentCode) ?? { n: 0, kept: 0, sum: 0 };
    const added = {
      n: before.n + n,
      kept: kept === null || before.kept === null ? null : before.kept + kept,
      sum: mean === null || before.sum === null ? null : before.sum + mean * n,
    };
    sums.set(standardCode, places.set(departmentCode, added));
  }
  const answer = ([departmentCode, { n, kept, sum }]: [
    string,
    { n: number; kept: number | null; sum: number | null },
  ]): CountAnswer => ({
    ...{ departmentCode, n, kept, mean: sum === null ? null : sum / n },
  });
  return new Map([...sums].map(([code, places]) => [code, [...places].map(answer)]));
}
