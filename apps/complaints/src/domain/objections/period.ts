import { PeriodError, type ProcessingPeriod, WorkingCalendar, computeDeadline } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { LIMITS } from '../deadline-kinds';

/** Within what an objection is decided. The extension is counted in the unit of the period; 0: there is none. */
export interface DecisionRule {
  readonly period: ProcessingPeriod;
  readonly longestExtension: number;
}

/**
 * How long the office may take by law, and by how much it may extend once (민원 처리에 관한 법률 제35조제2항). The extension is
 * counted from the day after expiry: of a period in working days the same day as a longer period.
 */
export const STATUTORY_RULE: DecisionRule = { period: LIMITS.OBJECTION_DECISION, longestExtension: 10 };

/** What the charter promises for objections from a day on (Asia/Seoul): data of the office. */
export interface ObjectionRule extends DecisionRule {
  readonly validFrom: string;
}

/**
 * Until when a rejection can be objected to by law; that moment itself is too late. A last day on a Saturday or holiday moves
 * to the next working day (민원 처리에 관한 법률 제35조제1항, 민법 제157조·제161조).
 * @param toldAt when the citizen was told of the rejection
 */
export const objectUntil = (toldAt: Date, calendar: WorkingCalendar): Date =>
  computeDeadline({ receivedAt: toldAt, period: LIMITS.OBJECTION }, calendar).dueAt!;

const PLAIN = new WorkingCalendar();
/** A Monday morning: whether a period can be counted does not depend on the day. */
const SAMPLE = new Date(Date.UTC(2026, 0, 5));

function* ruleFaults(rule: ObjectionRule, today: string): Generator<Refusal> {
  try {
    computeDeadline({ receivedAt: SAMPLE, period: rule.period, extension: Math.max(rule.longestExtension, 0) }, PLAIN);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    yield refusal(
      'INVALID_VALUE',
      `결정 기간을 확인해 주십시오. (${error.message})`,
      `Please check the period. ${error.message}`,
      ...(error.path === 'extension' ? ['longestExtension'] : error.path.split('.')),
    );
  }
  if (!Number.isInteger(rule.longestExtension) || rule.longestExtension < 0) {
    yield refusal(
      'INVALID_VALUE',
      '연장 한도는 0 이상의 정수입니다.',
      'The longest extension is a whole number from 0.',
      'longestExtension',
    );
  }
  if (rule.validFrom < today) {
    yield refusal(
      'TOO_LATE',
      '지난 날부터 적용할 수 없습니다. 오늘이나 그 뒤의 날을 적어 주십시오.',
      'A rule cannot hold from a day in the past: please give today or a later day.',
      'validFrom',
    );
  }
}

/** Decides whether a rule may hold. Objections that were filed before keep their dates. */
export function decideRule(rule: ObjectionRule, today: string): Outcome<ObjectionRule> {
  const faults = [...ruleFaults(rule, today)];
  return faults.length > 0 ? refused(...faults) : accepted(rule);
}
