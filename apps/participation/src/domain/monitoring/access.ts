import { type Caller, hasRole } from '@charter/service';
import { examines } from '../access';
import { type ReportStatus, isVerified } from './report';

/** What of a report decides who sees it. */
export interface SeenReport {
  readonly citizenId: string;
  /** The department that appointed the monitor, and verifies. */
  readonly departmentCode: string;
  /** The department that was watched. */
  readonly watchedCode: string;
  readonly status: ReportStatus;
}

export const isMonitoringOffice = (caller: Caller, thing: { readonly departmentCode: string }): boolean =>
  examines(caller, thing) || hasRole(caller, 'AUDITOR');

const isOwn = (caller: Caller, { citizenId }: Pick<SeenReport, 'citizenId'>): boolean => caller.id === citizenId;

/** Whether the caller works for the department that was watched. */
export const isWatched = (caller: Caller, { watchedCode }: Pick<SeenReport, 'watchedCode'>): boolean =>
  examines(caller, { departmentCode: watchedCode });

/** What was verified is public; before that it is between the monitor and the department that verifies. */
export const maySeeReport = (caller: Caller, report: SeenReport): boolean =>
  isVerified(report.status) || isOwn(caller, report) || isMonitoringOffice(caller, report);

/** Photographs may show people: those whom the report concerns see them. */
export const maySeePhotos = (caller: Caller, report: SeenReport): boolean =>
  isOwn(caller, report) ||
  isMonitoringOffice(caller, report) ||
  (isVerified(report.status) && isWatched(caller, report));

/** Who a monitor is, is for themselves and the department that appointed them: never for the one that was watched. */
export const maySeeMonitor = (caller: Caller, report: Pick<SeenReport, 'citizenId' | 'departmentCode'>): boolean =>
  isOwn(caller, report) || examines(caller, report);
