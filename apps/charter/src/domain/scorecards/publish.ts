import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type ScorecardPart, daysOf } from './period';

/** What an administrator asks to be published. */
export interface PublicationRequest {
  readonly year: number;
  readonly part: ScorecardPart;
  /** The scorecard that this one takes the place of, by id; null: there is none. */
  readonly replaces: string | null;
  /** Why; only of one that takes another's place. */
  readonly reason: string | null;
}

/** The first year of the charter's record. */
const FIRST_YEAR = 2000;
const LONGEST_REASON = 500;

/** Whether there can be a scorecard of these days at all. */
export function decidePeriod(year: number, part: ScorecardPart, today: string): Outcome<null> {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > 9999)
    return refused(
      refusal(
        'INVALID_VALUE',
        `연도는 ${FIRST_YEAR} 이상의 네 자리 숫자로 입력해 주십시오.`,
        `The year has four digits and is ${FIRST_YEAR} or later.`,
        'year',
      ),
    );
  const { from } = daysOf(year, part);
  return today < from
    ? refused(
        refusal(
          'TOO_EARLY',
          `아직 시작하지 않은 기간입니다. ${from}부터 공표할 수 있습니다.`,
          `This period has not begun: publish it from ${from} on.`,
          'part',
        ),
      )
    : accepted(null);
}

/**
 * Whether a scorecard may be published: of a period that has begun, and in the place of the newest one where there is one.
 * @param newest the id of the newest of the same period; null where there is none
 */
export function decidePublication(request: PublicationRequest, newest: string | null, today: string): Outcome<null> {
  const period = decidePeriod(request.year, request.part, today);
  if (!period.ok) return period;
  if (newest !== null && request.replaces === null)
    return refused(
      refusal(
        'ALREADY_DONE',
        `이미 공표한 기간입니다. 정정하거나 갱신하려면 replaces에 ${newest}을(를), reason에 사유를 입력해 주십시오.`,
        `This period is published. To correct or renew it, give ${newest} as \`replaces\` and say why in \`reason\`.`,
        'replaces',
      ),
    );
  if (request.replaces !== newest)
    return refused(
      refusal(
        'INVALID_STATE',
        `대신할 이행실적은 같은 기간에 마지막으로 공표한 것이어야 합니다${newest ? `: ${newest}` : '. 아직 공표한 것이 없습니다'}.`,
        `What is replaced is the newest one of the same period${newest ? `: ${newest}` : ', and none is published yet'}.`,
        'replaces',
      ),
    );
  const reasons = [
    ...(request.replaces !== null ? textFaults(request.reason ?? '', LONGEST_REASON, 'reason') : []),
    ...(request.replaces === null && request.reason !== null
      ? [
          refusal(
            'INVALID_VALUE',
            '사유는 이미 공표한 이행실적을 대신할 때만 입력합니다.',
            'A reason is given only for one that takes another’s place.',
            'reason',
          ),
        ]
      : []),
  ];
  return reasons.length > 0 ? refused(...reasons) : accepted(null);
}
