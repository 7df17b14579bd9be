import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** A grade of awards from a day on. `amount`: KRW. */
export interface AwardGrade {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly amount: number;
  readonly validFrom: string;
}

/** The most that the ordinance gives (제안 조례): KRW. */
const MOST_AWARD = 8_000_000;

/** Decides a grade of awards. It holds from today or later: what was awarded before stays. Pure. */
export function decideGrade(grade: AwardGrade, today: string): Outcome<AwardGrade> {
  const { code, nameKo, nameEn, amount, validFrom } = grade;
  const faults = [...textFaults(nameKo, 50, 'nameKo'), ...textFaults(nameEn, 50, 'nameEn')];
  if (!/^[A-Z][A-Z0-9_]{0,31}$/.test(code))
    faults.push(
      refusal(
        'INVALID_VALUE',
        '영문 대문자와 숫자, _로 32자까지 적어 주십시오.',
        'Please use capital letters, digits and _, up to 32.',
        'code',
      ),
    );
  if (amount < 0 || amount > MOST_AWARD)
    faults.push(
      refusal('INVALID_VALUE', '부상금은 0원 이상 800만 원 이하입니다.', 'An award is 0 to 8,000,000 KRW.', 'amount'),
    );
  if (validFrom < today)
    faults.push(
      refusal('INVALID_VALUE', '오늘이나 그 이후부터 정할 수 있습니다.', 'It can hold from today on.', 'validFrom'),
    );
  return faults.length > 0 ? refused(...faults) : accepted(grade);
}
