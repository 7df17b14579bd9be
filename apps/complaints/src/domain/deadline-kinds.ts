import { type DeadlineKind, USUAL_PLAN } from '@charter/deadlines';

/** The two promises of a complaint: the law's period (법정 처리기간) and the charter's shorter one (단축 처리기간). */
export const STATUTORY = 'STATUTORY';
export const CHARTER = 'CHARTER';

const toOfficerThenManager = { ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN } as const;

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: STATUTORY, ...toOfficerThenManager },
  { kind: CHARTER, ...toOfficerThenManager },
];
