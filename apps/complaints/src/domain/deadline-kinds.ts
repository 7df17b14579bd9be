import type { ProcessingPeriod } from '@charter/calendar';
import { type DeadlineKind, USUAL_PLAN } from '@charter/deadlines';

/** The two promises of a complaint: the law's period (법정 처리기간) and the charter's shorter one (단축 처리기간). */
export const STATUTORY = 'STATUTORY';
export const CHARTER = 'CHARTER';

/** Accepting an online filing (접수): a clock of its own, met when an officer takes it on. */
export const ACCEPTANCE = 'ACCEPTANCE';
/** What the charter promises for online filings. */
export const ACCEPTANCE_PERIOD: ProcessingPeriod = { unit: 'HOURS', length: 8 };

const toOfficerThenManager = { ownerRole: 'OFFICER', superiorRole: 'MANAGER' } as const;

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: STATUTORY, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: CHARTER, ...toOfficerThenManager, plan: USUAL_PLAN },
  // Too short for reminders: lateness is recorded, and the department sees it in its inbox.
  { kind: ACCEPTANCE, ...toOfficerThenManager, plan: [{ stage: 'LATE', when: 'LATE' }] },
];

/** What of a complaint's deadlines is promised to the citizen, and told when it nears, passes or moves; undefined for the rest. */
export const promiseOf = (kind: string): typeof STATUTORY | typeof CHARTER | undefined =>
  kind === STATUTORY || kind === CHARTER ? kind : undefined;
