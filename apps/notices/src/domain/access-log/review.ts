import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** The log of a month, as far as its review needs it. */
export interface MonthOfLog {
  /** YYYY-MM in Asia/Seoul. */
  readonly month: string;
  readonly reviewedAt: Date | null;
}

const MOST_REMARK = 2_000;

/**
 * Whether the readings of a month may be marked as reviewed: once, when the month is over, with what was found
 * (개인정보의 안전성 확보조치 기준 제8조: access records are looked through every month).
 * @returns the remark as it is kept
 */
export function decideReview(
  remark: string,
  { month, reviewedAt }: MonthOfLog,
  now: Date,
): Outcome<{ readonly remark: string }> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    return refused(
      refusal(
        'INVALID_VALUE',
        '월을 YYYY-MM으로 입력해 주십시오. 예: 2026-10',
        'Please give a month, such as 2026-10.',
        'month',
      ),
    );
  const faults = textFaults(remark, MOST_REMARK, 'remark');
  if (faults.length > 0) return refused(...faults);
  if (month >= localDate(now).slice(0, 7))
    return refused(
      refusal(
        'TOO_EARLY',
        '아직 끝나지 않은 달입니다. 다음 달 1일부터 점검할 수 있습니다.',
        'This month is not over. It can be reviewed from the first of the next one.',
        'month',
      ),
    );
  if (reviewedAt)
    return refused(refusal('ALREADY_DONE', '이미 점검한 달입니다.', 'This month was reviewed already.', 'month'));
  return accepted({ remark: remark.trim() });
}
