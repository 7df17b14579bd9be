import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/**
 * Whether somebody who does not handle a case is shown whose it is: with a reason that says something, which is kept and which the
 * citizen reads (개인정보 보호법 제29조; 개인정보의 안전성 확보조치 기준 제8조).
 * @returns the reason as it is kept
 */
export function decideReveal(reason: string): Outcome<string> {
  const faults = textFaults(reason, LONGEST_REASON, 'reason');
  if (faults.length > 0) return refused(...faults);
  const said = reason.trim().replace(/\s+/g, ' ');
  if ([...said].length < SHORTEST_REASON || new Set(said).size < 4)
    return refused(
      refusal(
        'INVALID_VALUE',
        `열람 사유를 ${SHORTEST_REASON}자 이상으로 구체적으로 적어 주십시오. 당사자도 이 사유를 볼 수 있습니다.`,
        `Please say in ${SHORTEST_REASON} characters or more why you need it. The citizen can read this reason.`,
        'reason',
      ),
    );
  return accepted(said);
}
