import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { isWhole } from '../whole';

/** From how many endorsements on a department answers, and within how many working days: data with a validity. */
export interface Threshold {
  /** null: of every department without its own. */
  readonly departmentCode: string | null;
  readonly endorsements: number;
  readonly answerDays: number;
  /** The first day on which it holds, in Asia/Seoul. */
  readonly validFrom: string;
}

/** The one that holds for a department on a day: its own, else the city's; of several the latest. */
export function thresholdOn(all: readonly Threshold[], departmentCode: string, today: string): Threshold | undefined {
  const valid = all.filter(({ validFrom }) => validFrom <= today).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    valid.find((threshold) => threshold.departmentCode === departmentCode) ??
    valid.find((threshold) => threshold.departmentCode === null)
  );
}

/** Decides a new threshold. It holds from today or later: what was promised before stays. Pure. */
export function decideThreshold(threshold: Threshold, today: string): Outcome<Threshold> {
  const { endorsements, answerDays, validFrom } = threshold;
  const faults = [];
  if (!isWhole(endorsements, 1, 1_000_000))
    faults.push(
      refusal('INVALID_VALUE', '1 이상의 정수여야 합니다.', 'Please give a whole number from 1.', 'endorsements'),
    );
  if (!isWhole(answerDays, 1, 90))
    faults.push(refusal('INVALID_VALUE', '1일 이상 90일 이하여야 합니다.', 'Please give 1 to 90 days.', 'answerDays'));
  if (validFrom < today)
    faults.push(
      refusal('INVALID_VALUE', '오늘이나 그 이후부터 정할 수 있습니다.', 'It can hold from today on.', 'validFrom'),
    );
  return faults.length > 0 ? refused(...faults) : accepted(threshold);
}
