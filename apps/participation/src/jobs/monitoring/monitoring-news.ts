import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { MONITOR_APPLICATIONS, REPORT_REVISION } from '../../domain/deadline-kinds';
import { monitoringPayload, reportPayload } from '../../event-payload';
import type { RecruitmentStore } from '../../store/monitoring/recruitment.store';
import type { ReportStore } from '../../store/monitoring/report.store';

const iso = (moment: Date): string => moment.toISOString();

export interface MonitoringNewsParts {
  readonly recruitments: RecruitmentStore;
  readonly reports: ReportStore;
}

/** What is told of the dates of recruitments and reports. */
export const monitoringNews = ({ recruitments, reports }: MonitoringNewsParts): DeadlineNews => {
  /** What every event about these deadlines says, and who else keeps them, in their order. A fixed number of statements. */
  async function about(tx: EntityManager, deadlines: readonly Deadline[]) {
    const ids = deadlines.map(({ subjectId }) => subjectId);
    const [foundReports, foundRecruitments] = [await reports.byIds(ids, tx), await recruitments.byIds(ids, tx)];
    const applicants = await recruitments.waitingIn(ids, tx);
    return deadlines.map(({ id, kind, departmentCode, dueAt }, index) => {
      const report = foundReports[index];
      const said = report ? reportPayload(report) : monitoringPayload(foundRecruitments[index]!);
      return {
        payload: { ...said, departmentCode, task: kind, deadlineId: id, dueAt: iso(dueAt!) },
        keepers: keepersOf(kind, report?.citizenId ?? null, applicants[index]!),
      };
    });
  }
  return {
    subjectTypes: ['RECRUITMENT', 'MONITORING_REPORT'],
    async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
      const all = await about(
        tx,
        reached.map(({ deadline }) => deadline),
      );
      return reached.map(({ deadline, stage, when, late }, index): EventDraft => {
        const { payload } = all[index]!;
        if (late)
          return { type: 'monitoring.task-overdue.v1', payload: { ...payload, missedAt: iso(deadline.missedAt!) } };
        const type = when === 'EVERY_AFTER' ? 'monitoring.task-escalated.v1' : 'monitoring.task-due-soon.v1';
        return { type, payload: { ...payload, stage } };
      });
    },
    async moved(tx, all: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
      // What stands still has no date to tell of; it is told when it runs again.
      const moved = all.filter(({ before, after }) => before.dueAt !== null && after.dueAt !== null);
      const told = await about(
        tx,
        moved.map(({ after }) => after),
      );
      return moved.flatMap(({ before }, index): EventDraft[] => {
        const { payload, keepers } = told[index]!;
        return [null, ...keepers].map((citizenId) => ({
          type: 'monitoring.date-moved.v1',
          payload: { ...payload, citizenId, previousDueAt: iso(before.dueAt!), reason },
        }));
      });
    },
  };
};

/** Whose date it is besides the department’s: who applied, and the monitor who waits or is to add something. */
function keepersOf(kind: string, monitor: string | null, applicants: readonly string[]): readonly string[] {
  if (kind === MONITOR_APPLICATIONS) return applicants;
  return kind === REPORT_REVISION && monitor ? [monitor] : [];
}
