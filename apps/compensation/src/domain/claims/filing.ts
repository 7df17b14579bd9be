import { type WorkingCalendar, atLocal, computeDeadline } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { MOST_KM } from '../decide-rule';
import { type Breach, type Rule, opensByItself } from '../rule';

/** What a citizen says when they claim. Days are days in Asia/Seoul. */
export interface Filing {
  readonly complaintId: string;
  readonly breach: Breach;
  /** The day on which it happened. */
  readonly occurredOn: string;
  readonly statement: string;
  /** What shows it; needed where the rule says so. */
  readonly evidence: string | null;
  /** Whole kilometres that they came, one way; needed where the rule pays by distance. */
  readonly distanceKm: number | null;
  /** Whether they seek another remedy for the same. */
  readonly otherRemedySought: boolean;
}

export interface FilingFacts {
  readonly now: Date;
  readonly today: string;
  /** The rule in force on the day on which it happened. */
  readonly rule: Rule | undefined;
  readonly calendar: WorkingCalendar;
}

const STATEMENT_LIMIT = 5_000;
const EVIDENCE_LIMIT = 2_000;

/** Until when one can claim what happened on a day: the rule's days, the first not counted (민법 제157조). */
export const claimUntil = (rule: Pick<Rule, 'claimDays'>, occurredOn: string, calendar: WorkingCalendar): Date =>
  computeDeadline(
    {
      receivedAt: atLocal(occurredOn, '12:00'),
      period: { unit: 'CALENDAR_DAYS', length: rule.claimDays, firstDayCounts: false },
    },
    calendar,
  ).dueAt!;

function* timeFaults({ occurredOn }: Filing, { now, today, rule, calendar }: FilingFacts): Generator<Refusal> {
  if (occurredOn > today)
    yield refusal('INVALID_VALUE', '아직 오지 않은 날입니다.', 'This day has not come yet.', 'occurredOn');
  else if (!rule)
    yield refusal(
      'INVALID_VALUE',
      '그날 이 위반을 보상하는 기준이 없습니다. compensationRules에서 확인해 주십시오.',
      'No rule pays for this on that day: see compensationRules.',
      'breach',
    );
  else if (now >= claimUntil(rule, occurredOn, calendar))
    yield refusal(
      'TOO_LATE',
      `보상은 일이 있은 날부터 ${rule.claimDays}일 안에 청구하실 수 있습니다.`,
      `Compensation can be claimed within ${rule.claimDays} days.`,
      'occurredOn',
    );
}

/** Whether a way is one that somebody can have come. */
export const isWay = (km: number): boolean => Number.isInteger(km) && km >= 0 && km <= MOST_KM;

export const wrongWay = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    `오신 거리를 편도 km로 적어 주십시오(0~${MOST_KM}, 소수점 아래는 버림).`,
    `Please give the way in whole kilometres, one way, 0 to ${MOST_KM}.`,
    'distanceKm',
  );

function* ruleFaults({ distanceKm, otherRemedySought }: Filing, rule: Rule | undefined): Generator<Refusal> {
  if (distanceKm === null ? rule?.distance : !isWay(distanceKm)) yield wrongWay();
  if (otherRemedySought && rule?.exclusions.includes('OTHER_REMEDY'))
    yield refusal(
      'INVALID_VALUE',
      '같은 일로 다른 구제(국가배상, 소송 등)를 구하시는 동안에는 이 기준으로 보상하지 않습니다.',
      'This rule does not pay while another remedy is sought for the same matter.',
      'otherRemedySought',
    );
}

/** Decides a citizen's own claim: in time, under a rule, with the evidence that the rule needs. Pure. */
export function decideFiling(filing: Filing, facts: FilingFacts): Outcome<{ filing: Filing; rule: Rule }> {
  const { breach, statement, evidence } = filing;
  const faults: Refusal[] = [];
  if (opensByItself(breach))
    faults.push(
      refusal(
        'INVALID_VALUE',
        '처리기한 초과와 이의 인용은 청구하지 않으셔도 저절로 보상 절차가 시작됩니다.',
        'Claims for lateness and upheld objections open by themselves: you need not apply.',
        'breach',
      ),
    );
  faults.push(...textFaults(statement, STATEMENT_LIMIT, 'statement'));
  if (evidence !== null) faults.push(...textFaults(evidence, EVIDENCE_LIMIT, 'evidence'));
  else if (facts.rule?.evidenceKo)
    faults.push(
      refusal(
        'INVALID_VALUE',
        `증빙을 적어 주십시오: ${facts.rule.evidenceKo}`,
        `Please give evidence: ${facts.rule.evidenceEn}`,
        'evidence',
      ),
    );
  faults.push(...ruleFaults(filing, facts.rule), ...timeFaults(filing, facts));
  if (faults.length > 0) return refused(...faults);
  return accepted({
    filing: { ...filing, statement: statement.trim(), evidence: evidence?.trim() ?? null },
    rule: facts.rule!,
  });
}
