import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';

/** How far a claim is. */
export const CLAIM_STATUSES = [
  'OPENED',
  'REVIEWED',
  'APPROVED',
  'REFUSED',
  'OBJECTED',
  'PAYING',
  'PAID',
  'RETURNED',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

const NAMES: Readonly<Record<ClaimStatus, { readonly ko: string; readonly en: string }>> = {
  OPENED: { ko: '개시', en: 'to be reviewed' },
  REVIEWED: { ko: '검토 완료', en: 'to be decided' },
  APPROVED: { ko: '승인', en: 'approved' },
  REFUSED: { ko: '거절', en: 'refused' },
  OBJECTED: { ko: '이의신청', en: 'objected to' },
  PAYING: { ko: '지급 중', en: 'being paid' },
  PAID: { ko: '지급 완료', en: 'paid' },
  RETURNED: { ko: '지급 실패', en: 'returned' },
};

/** What people do with a claim. */
export const CLAIM_COMMANDS = ['review', 'approve', 'refuse', 'object'] as const;
/**
 * What happens to it on the way to the citizen: `send` to the bank, paid or failed there, `retry`, and `revoke` an approval;
 * what no bank pays is handed over, and may be taken back.
 */
export const PAYMENT_STEPS = ['send', 'pay', 'fail', 'retry', 'revoke', 'handOver', 'takeBack'] as const;
export type ClaimCommand = (typeof CLAIM_COMMANDS)[number] | (typeof PAYMENT_STEPS)[number];

/** From where a command leads where. */
export const CLAIM_TRANSITIONS: Readonly<Record<ClaimCommand, Readonly<Partial<Record<ClaimStatus, ClaimStatus>>>>> = {
  review: { OPENED: 'REVIEWED', OBJECTED: 'REVIEWED' },
  approve: { REVIEWED: 'APPROVED' },
  refuse: { REVIEWED: 'REFUSED' },
  object: { REFUSED: 'OBJECTED' },
  send: { APPROVED: 'PAYING' },
  pay: { PAYING: 'PAID' },
  fail: { PAYING: 'RETURNED', PAID: 'RETURNED' }, // a bank may send money back later
  retry: { RETURNED: 'APPROVED' },
  revoke: { APPROVED: 'REVIEWED' },
  handOver: { APPROVED: 'PAID' },
  takeBack: { PAID: 'RETURNED' },
};

/** The statuses that say that a command was carried out. */
const DONE: Readonly<Record<ClaimCommand, readonly ClaimStatus[]>> = {
  review: ['REVIEWED'],
  approve: ['APPROVED', 'PAYING', 'PAID', 'RETURNED'],
  refuse: ['REFUSED'],
  object: ['OBJECTED'],
  send: ['PAYING', 'PAID'],
  pay: ['PAID'],
  fail: ['RETURNED'],
  retry: ['APPROVED', 'PAYING', 'PAID'],
  revoke: [],
  handOver: ['PAID'],
  takeBack: ['RETURNED'],
};

/** Why a claim is refused. */
export const REFUSAL_GROUNDS = ['NO_BREACH', 'CAUSED_BY_CITIZEN', 'OTHER_REMEDY', 'NO_EVIDENCE', 'OTHER'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** What a step is measured against, besides the status. */
export interface ClaimFacts {
  readonly by: string;
  readonly now: Date;
  readonly citizenId: string;
  /** Who opened it: the citizen; null when it opened by itself. */
  readonly filedBy: string | null;
  readonly reviewedBy: string | null;
  /** Who approved it: somebody else hands over what it is worth. */
  readonly decidedBy: string | null;
  /** Who refused it before an objection. */
  readonly refusedBy: string | null;
  readonly objectedAt: Date | null;
  /** Until when the citizen can object; null while it is not refused. */
  readonly objectUntil: Date | null;
}

const isDecision = (command: ClaimCommand): boolean => command === 'approve' || command === 'refuse';

function samePerson(command: ClaimCommand, facts: ClaimFacts): Refusal | undefined {
  const { by, citizenId, filedBy, reviewedBy, refusedBy } = facts;
  if ((command === 'review' || command === 'handOver' || isDecision(command)) && by === citizenId)
    return refusal(
      'CONFLICT_OF_INTEREST',
      '본인의 보상 청구는 다른 담당자가 처리해야 합니다.',
      'Somebody else handles your own claim.',
    );
  if (command === 'handOver' && by === facts.decidedBy)
    return refusal(
      'SAME_PERSON',
      '승인한 사람은 지급할 수 없습니다. 다른 분이 건네주십시오.',
      'Who approved a claim does not hand over what it is worth: somebody else has to.',
    );
  if (!isDecision(command)) return undefined;
  if (by === reviewedBy || by === filedBy)
    return refusal(
      'SAME_PERSON',
      '개시하거나 검토한 사람은 결정할 수 없습니다. 다른 분이 결정해 주십시오.',
      'Who opened or reviewed a claim does not decide it: somebody else has to.',
    );
  if (by === refusedBy)
    return refusal(
      'SAME_PERSON',
      '처음에 거절한 사람은 이의를 결정할 수 없습니다. 다른 분이 결정해 주십시오.',
      'Who refused a claim does not decide the objection: somebody else has to.',
    );
  return undefined;
}

/**
 * Decides whether a command of a claim is possible, and where it leads. Pure.
 * Four eyes: who decides did not open or review it, and after an objection did not refuse it; who approved hands nothing over.
 */
export function decideClaimStep(status: ClaimStatus, command: ClaimCommand, facts: ClaimFacts): Outcome<ClaimStatus> {
  const to = CLAIM_TRANSITIONS[command][status];
  if (to === undefined) {
    if (DONE[command].includes(status))
      return refused(refusal('ALREADY_DONE', '이미 처리되었습니다.', 'This was done already.'));
    const { ko, en } = NAMES[status];
    return refused(
      refusal('INVALID_STATE', `현재 상태(${ko})에서는 할 수 없습니다.`, `This cannot be done while it is ${en}.`),
    );
  }
  const same = samePerson(command, facts);
  if (same) return refused(same);
  if (command === 'object' && facts.objectedAt !== null)
    return refused(
      refusal(
        'LIMIT_REACHED',
        '이의는 한 번 신청하실 수 있습니다. 행정심판이나 고충민원은 따로 하실 수 있습니다.',
        'An objection is possible once. An administrative appeal or a grievance stays open to you.',
      ),
    );
  if (command === 'object' && facts.objectUntil !== null && facts.now >= facts.objectUntil)
    return refused(refusal('TOO_LATE', '이의신청 기한이 지났습니다.', 'The time to object has passed.'));
  return accepted(to);
}
