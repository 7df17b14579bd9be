import { type WorkingCalendar } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { ComplaintKind } from '../service-item';
import { sayDue } from '../greeting';
import { type Basis, type ObjectionStatus, isPending } from './objection';
import { objectUntil } from './period';

export interface Appeal {
  /** Null: the law's where it fits, otherwise the charter's. */
  readonly basis: Basis | null;
  readonly reason: string;
}

/** An objection to the same complaint, made before. */
export interface EarlierObjection {
  readonly basis: Basis;
  readonly status: ObjectionStatus;
  /** Which rejection it was about; null where it was about none. */
  readonly rejectedAt: Date | null;
}

/** What an appeal is measured against. */
export interface AppealFacts {
  readonly kind: ComplaintKind;
  /** When the citizen was told of the rejection that stands; null while none does. */
  readonly rejectedAt: Date | null;
  readonly earlier: readonly EarlierObjection[];
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** An appeal that is taken: on which basis, and which rejection it is about. */
export interface TakenAppeal {
  readonly basis: Basis;
  readonly reason: string;
  readonly rejectedAt: Date | null;
}

const sameMoment = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** Why the law's objection does not fit; undefined when it does (민원 처리에 관한 법률 제35조제1항). */
function statutoryFault({ kind, rejectedAt, earlier, now, calendar }: AppealFacts): Refusal | undefined {
  if (kind !== 'STATUTORY' || !rejectedAt) {
    return refusal(
      'INVALID_STATE',
      '법에 따른 이의신청은 거부된 법정민원에 대하여 하실 수 있습니다. 이 민원의 처리에 대해서는 헌장에 따른 이의신청(CHARTER)을 해 주십시오.',
      'The law’s objection is for a rejected statutory complaint. Please object by the charter (CHARTER) instead.',
      'basis',
    );
  }
  if (
    earlier.some(
      (one) => one.basis === 'STATUTORY' && one.status === 'DISMISSED' && sameMoment(one.rejectedAt, rejectedAt),
    )
  ) {
    return refusal(
      'ALREADY_DONE',
      '이 거부처분에 대한 이의신청은 이미 결정되었습니다. 행정심판이나 행정소송을 제기하시거나 헌장에 따른 이의신청(CHARTER)을 하실 수 있습니다.',
      'The objection to this rejection was decided already. You may turn to an administrative appeal or the court, or object by the charter (CHARTER).',
      'basis',
    );
  }
  const until = objectUntil(rejectedAt, calendar);
  if (now >= until) {
    return refusal(
      'TOO_LATE',
      `법에 따른 이의신청은 결과를 받은 날부터 60일 이내(${sayDue('ko', until)})에 하실 수 있었습니다. 헌장에 따른 이의신청(CHARTER)은 언제든지 하실 수 있습니다.`,
      `The law’s objection had to be made within 60 days of the decision (${sayDue('en', until)}). You may object by the charter (CHARTER) at any time.`,
      'basis',
    );
  }
  return undefined;
}

const isPendingOn = (basis: Basis, earlier: readonly EarlierObjection[]): boolean =>
  earlier.some((one) => one.basis === basis && isPending(one.status));

const alreadyPending = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이 민원에 대한 이의신청이 이미 심사 중입니다. 그 결과를 기다려 주십시오.',
    'An objection to this complaint is being looked into already: please wait for its result.',
    'complaintId',
  );

/** Decides whether an appeal is taken (이의신청 접수), and on which basis. */
export function decideAppealing({ basis, reason }: Appeal, facts: AppealFacts): Outcome<TakenAppeal> {
  const unfit = statutoryFault(facts);
  const chosen = basis ?? (unfit ? 'CHARTER' : 'STATUTORY');
  const faults = textFaults(reason, 10_000, 'reason');
  if (chosen === 'STATUTORY' && unfit) faults.push(unfit);
  if (isPendingOn(chosen, facts.earlier)) faults.push(alreadyPending());
  if (faults.length > 0) return refused(...faults);
  return accepted({
    basis: chosen,
    reason: reason.trim(),
    rejectedAt: chosen === 'STATUTORY' ? facts.rejectedAt : null,
  });
}
