import type { StageReached } from '@charter/deadlines';
import { STATUTORY } from '../deadline-kinds';

/** To whom the petition auditor (민원심사관) writes: first the department's head, then the audit office. */
export type DunningStage = 'DEPARTMENT_HEAD' | 'AUDIT_OFFICE';

/**
 * The dunning letter (독촉장) that a stage calls for, by the law's date alone: to the head at the moment of lateness, to the
 * audit office when it was still not done at the first repetition (민원 처리에 관한 법률 제25조, 시행령 제26조).
 */
export const dunningOf = ({
  deadline,
  late,
  when,
}: Pick<StageReached, 'deadline' | 'late' | 'when'>): DunningStage | null => {
  if (deadline.kind !== STATUTORY || deadline.subjectType !== 'COMPLAINT') return null;
  if (deadline.closedAt !== null) return null; // done late, before anybody saw it
  if (late) return 'DEPARTMENT_HEAD';
  return when === 'EVERY_AFTER' ? 'AUDIT_OFFICE' : null;
};
