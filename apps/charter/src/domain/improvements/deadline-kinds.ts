import { type DeadlineKind, USUAL_PLAN } from '@charter/deadlines';

/** Carrying an improvement action out, by the day that the department has set itself. */
export const IMPROVEMENT = 'IMPROVEMENT';

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: IMPROVEMENT, ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN },
];
