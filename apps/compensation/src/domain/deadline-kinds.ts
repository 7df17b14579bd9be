import { type DeadlineKind, USUAL_PLAN } from '@charter/deadlines';

/** Deciding a claim: within the working days of its rule. */
export const CLAIM_DECISION = 'CLAIM_DECISION';
/** Deciding an objection against a refusal. */
export const CLAIM_OBJECTION = 'CLAIM_OBJECTION';

/** Calendar days in which a citizen can object to a refusal, the first not counted (민법 제157조; as 민원 처리에 관한 법률 제35조). */
export const OBJECTION_DAYS = 60;
/** Working days in which an objection is decided (민원 처리에 관한 법률 제35조). */
export const OBJECTION_DECISION_DAYS = 10;

const toOfficerThenManager = { ownerRole: 'OFFICER', superiorRole: 'MANAGER' } as const;

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: CLAIM_DECISION, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: CLAIM_OBJECTION, ...toOfficerThenManager, plan: USUAL_PLAN },
];
