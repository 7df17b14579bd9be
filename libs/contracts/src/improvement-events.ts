import { z } from 'zod';
import { code, id, instant } from './fields';
import { IMPROVEMENT_SOURCE_KINDS } from './improvements';

/**
 * What every event about an improvement action (개선과제) says: never a name or a text. `citizenId`: whose matter it came from,
 * one event for each of them; null: the department's. `officerId` has it; null: the head of the department
 * has not given it to anybody yet. `complaintId`: where it came from a complaint.
 */
const improvement = z.object({
  improvementId: id,
  departmentCode: code,
  officerId: id.nullable(),
  citizenId: id.nullable(),
  sourceKind: z.enum(IMPROVEMENT_SOURCE_KINDS).nullable(),
  complaintId: id.nullable(),
});
const date = improvement.extend({ deadlineId: id, dueAt: instant });

/** Improvement actions, from being opened to their result. */
export const improvementEvents = {
  'improvement.opened.v1': improvement.extend({ dueAt: instant }),
  /** To the officer who has it from now on. */
  'improvement.assigned.v1': improvement.extend({ dueAt: instant }),
  /** `percent`: how far it is. */
  'improvement.progressed.v1': improvement.extend({ percent: z.int().min(0).max(100) }),
  'improvement.completed.v1': improvement.extend({ late: z.boolean(), completedAt: instant }),
  'improvement.cancelled.v1': improvement,
  /** A holiday moved its date, or the head extended it. */
  'improvement.date-moved.v1': date.extend({ previousDueAt: instant, reason: z.string() }),

  'improvement.due-soon.v1': date.extend({ stage: code }),
  'improvement.overdue.v1': date.extend({ missedAt: instant }),
  'improvement.escalated.v1': date.extend({ stage: code }),
} as const;
