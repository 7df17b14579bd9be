import type { ProcessingPeriod } from '@charter/calendar';
import { type DeadlineKind, type ReminderStep, USUAL_PLAN } from '@charter/deadlines';

/** Examining a proposal (제안 심사): within a month of its receipt, extended once (국민 제안 규정 제10조제1항). */
export const REVIEW = 'REVIEW';
/** Answering a proposal that enough citizens endorse: the department's duty from the threshold on (the charter). */
export const ANSWER = 'ANSWER';
/** The opinion of a department that was asked for one. */
export const OPINION = 'OPINION';
/** What the proposer is to add (보완). */
export const SUPPLEMENT = 'SUPPLEMENT';
/** What an expert was asked for: the review does not count while it lasts. */
export const EXPERT = 'EXPERT';
/** A milestone of carrying out what was adopted. */
export const MILESTONE = 'MILESTONE';
/** Deciding an appeal against hiding a proposal or a comment. */
export const APPEAL = 'APPEAL';

/** Handing entries of a contest in: a window that closes by itself (the announcement of the contest). */
export const CONTEST_ENTRIES = 'CONTEST_ENTRIES';
/** Judging the entries of a contest. */
export const CONTEST_JUDGING = 'CONTEST_JUDGING';
/** Objecting to the published ranking of a contest: a window. */
export const CONTEST_OBJECTIONS = 'CONTEST_OBJECTIONS';

/** Applying as a monitor: a window. */
export const MONITOR_APPLICATIONS = 'MONITOR_APPLICATIONS';
/** Selecting and appointing monitors. */
export const MONITOR_APPOINTMENT = 'MONITOR_APPOINTMENT';
/** Verifying the report of a monitor. */
export const REPORT_VERIFICATION = 'REPORT_VERIFICATION';
/** What a monitor is to add to a report that was sent back. */
export const REPORT_REVISION = 'REPORT_REVISION';
/** Answering a report that was verified: the duty of the department that was watched. */
export const REPORT_ANSWER = 'REPORT_ANSWER';

/** The periods that are the same for every department. */
export const PERIODS = {
  REVIEW: { unit: 'MONTHS', length: 1, firstDayCounts: false },
  OPINION: { unit: 'DAYS', length: 7 },
  SUPPLEMENT: { unit: 'CALENDAR_DAYS', length: 7, firstDayCounts: false },
  APPEAL: { unit: 'DAYS', length: 7 },
  VERIFICATION: { unit: 'DAYS', length: 5 },
  REVISION: { unit: 'CALENDAR_DAYS', length: 7, firstDayCounts: false },
} as const satisfies Record<string, ProcessingPeriod>;

const toOfficerThenManager = { ownerRole: 'OFFICER', superiorRole: 'MANAGER' } as const;
const SHORT_PLAN: readonly ReminderStep[] = [
  { stage: 'ONE_DAY_BEFORE', when: 'BEFORE', workingDays: 1, time: '09:00' },
  { stage: 'LATE', when: 'LATE' },
];

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: REVIEW, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: ANSWER, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: MILESTONE, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: OPINION, ...toOfficerThenManager, plan: SHORT_PLAN },
  { kind: EXPERT, ...toOfficerThenManager, plan: SHORT_PLAN },
  { kind: APPEAL, ...toOfficerThenManager, plan: SHORT_PLAN },
  { kind: CONTEST_JUDGING, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: CONTEST_ENTRIES, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: [], endsByItself: true },
  { kind: CONTEST_OBJECTIONS, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: [], endsByItself: true },
  { kind: MONITOR_APPLICATIONS, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: [], endsByItself: true },
  { kind: MONITOR_APPOINTMENT, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: REPORT_VERIFICATION, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: REPORT_REVISION, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: SHORT_PLAN },
  { kind: REPORT_ANSWER, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: SUPPLEMENT, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: SHORT_PLAN },
];
