import { z } from 'zod';
import { code, id, instant } from './fields';

/**
 * What every event about monitoring (시정 모니터링) says. `departmentCode`: whose business it is; `citizenId`: the monitor
 * who hears of it, one event each, or null where it is the department's alone.
 */
const monitoring = z.object({
  recruitmentId: id,
  departmentCode: code,
  citizenId: id.nullable(),
  officerId: id.nullable(),
});
/** `dueAt`: the last moment at which a report is taken. */
const mission = monitoring.extend({ missionId: id, startsAt: instant, dueAt: instant });
const report = monitoring.extend({ missionId: id, reportId: id });
/** A date within monitoring, by its kind: of a recruitment, or of a report where `reportId` says so. */
const task = monitoring.extend({
  missionId: id.optional(),
  reportId: id.optional(),
  task: code,
  deadlineId: id,
  dueAt: instant,
});

/** Monitoring, from the recruitment of monitors to the statement of what their reports earned. */
export const monitoringEvents = {
  /** To who applied. `dueAt`: until when one can apply, and withdraw. */
  'monitoring.applied.v1': monitoring.extend({ dueAt: instant }),
  /** Nobody can apply any more: the department appoints until `dueAt`. */
  'monitoring.applications-closed.v1': monitoring.extend({ deadlineId: id, dueAt: instant }),
  /** To the monitor: for a term, both days included. */
  'monitoring.appointed.v1': monitoring.extend({ startsAt: instant, dueAt: instant }),
  'monitoring.not-appointed.v1': monitoring,
  /** To who applied; and once for the department, when nobody applied. */
  'monitoring.cancelled.v1': monitoring,
  /** The monitor gave it up. */
  'monitoring.resigned.v1': monitoring,
  /** To the monitor, with the reason. */
  'monitoring.dismissed.v1': monitoring,
  /** To each monitor: the term is over. */
  'monitoring.term-ended.v1': monitoring,
  /** To the monitor: what the accepted reports of a month earned, in KRW. `month`: YYYY-MM. */
  'monitoring.allowance-stated.v1': monitoring.extend({
    month: z.string().regex(/^\d{4}-\d{2}$/),
    count: z.int().positive(),
    amount: z.int().nonnegative(),
  }),

  /** To each monitor who may report. */
  'monitoring.mission-opened.v1': mission,
  /** To each monitor who has not reported yet. */
  'monitoring.mission-due-soon.v1': mission,
  /** To each monitor who may report. */
  'monitoring.mission-cancelled.v1': mission,

  /** To the monitor, and to the department that verifies until `dueAt`. */
  'monitoring.report-submitted.v1': report.extend({ deadlineId: id, dueAt: instant }),
  /** To the monitor: something is missing, to be added until `dueAt`. */
  'monitoring.report-returned.v1': report.extend({ deadlineId: id, dueAt: instant }),
  'monitoring.report-revised.v1': report.extend({ dueAt: instant.nullable() }),
  'monitoring.report-withdrawn.v1': report,
  /** To the monitor. `amount`: the allowance, in KRW. */
  'monitoring.report-accepted.v1': report.extend({ amount: z.int().nonnegative(), dueAt: instant }),
  'monitoring.report-rejected.v1': report,
  /** To the department that was watched: it answers until `dueAt`. */
  'monitoring.answer-owed.v1': report.extend({ deadlineId: id, dueAt: instant }),
  /** To the monitor, and to the department that recruited them. */
  'monitoring.report-answered.v1': report.extend({ late: z.boolean() }),

  'monitoring.task-due-soon.v1': task.extend({ stage: code }),
  'monitoring.task-overdue.v1': task.extend({ missedAt: instant }),
  'monitoring.task-escalated.v1': task.extend({ stage: code }),
  /** A holiday moved a date; `task` is its kind. To those who keep it, and once for the department. */
  'monitoring.date-moved.v1': task.extend({ previousDueAt: instant, reason: z.string() }),
} as const;
