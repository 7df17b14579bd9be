import type { ProcessingPeriod } from '@charter/calendar';
import { type DeadlineKind, type ReminderStep, USUAL_PLAN } from '@charter/deadlines';

/** The two promises of a complaint: the law's period (법정 처리기간) and the charter's shorter one (단축 처리기간). */
export const STATUTORY = 'STATUTORY';
export const CHARTER = 'CHARTER';

/** Accepting an online filing (접수): a clock of its own, met when an officer takes it on. */
export const ACCEPTANCE = 'ACCEPTANCE';
/** From the front desk to the department in charge, when somebody else registers a complaint. */
export const FORWARDING = 'FORWARDING';
/** To another department inside the city, or to another body, counted from when the department got it. */
export const TRANSFER = 'TRANSFER';
/** Asking for a supplement, counted likewise. */
export const SUPPLEMENT_REQUEST = 'SUPPLEMENT_REQUEST';
/** The citizen's own: giving the supplement. */
export const SUPPLEMENT = 'SUPPLEMENT';
/** Ending an investigation, hearing or review. */
export const SUSPENSION = 'SUSPENSION';
/** Telling the citizen how far it is (중간 통지): every 30 days, and when the citizen asks. */
export const INTERIM_REPORT = 'INTERIM_REPORT';
export const INTERIM_REQUESTED = 'INTERIM_REQUESTED';
/** Deciding an objection (이의신청) by the law, and by the charter with a period that is data. */
export const OBJECTION = 'OBJECTION';
export const CHARTER_OBJECTION = 'CHARTER_OBJECTION';

/** The limits of handling, by law and by the charter. */
export const LIMITS = {
  /** The charter: an online filing is accepted within 8 working hours. */
  ACCEPTANCE: { unit: 'HOURS', length: 8 },
  FORWARDING: { unit: 'HOURS', length: 1 },
  /** 민원 처리에 관한 법률 제16조, 시행령 제13조: inside the city, and to another body. */
  TRANSFER_INSIDE: { unit: 'HOURS', length: 3 },
  TRANSFER_OUTSIDE: { unit: 'HOURS', length: 8 },
  /** 시행령 제24조. */
  SUPPLEMENT_REQUEST: { unit: 'HOURS', length: 8 },
  /** 시행령 제23조. */
  INTERIM_REPORT: { unit: 'CALENDAR_DAYS', length: 30 },
  INTERIM_REQUESTED: { unit: 'HOURS', length: 8 },
  /** 법 제35조제1항: a citizen's period, by the Civil Code alone. */
  OBJECTION: { unit: 'CALENDAR_DAYS', length: 60, firstDayCounts: false },
  /** 법 제35조제2항. */
  OBJECTION_DECISION: { unit: 'DAYS', length: 10 },
} as const satisfies Record<string, ProcessingPeriod>;

const toOfficerThenManager = { ownerRole: 'OFFICER', superiorRole: 'MANAGER' } as const;
/** Too short for reminders: lateness is recorded. */
const RECORDED: readonly ReminderStep[] = [{ stage: 'LATE', when: 'LATE' }];
const REMINDED: readonly ReminderStep[] = [
  { stage: 'THREE_DAYS_BEFORE', when: 'BEFORE', workingDays: 3, time: '09:00' },
  { stage: 'ONE_DAY_BEFORE', when: 'BEFORE', workingDays: 1, time: '09:00' },
  { stage: 'LATE', when: 'LATE' },
];

export const DEADLINE_KINDS: readonly DeadlineKind[] = [
  { kind: STATUTORY, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: CHARTER, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: ACCEPTANCE, ...toOfficerThenManager, plan: RECORDED },
  { kind: FORWARDING, ...toOfficerThenManager, plan: RECORDED },
  { kind: TRANSFER, ...toOfficerThenManager, plan: RECORDED },
  { kind: SUPPLEMENT_REQUEST, ...toOfficerThenManager, plan: RECORDED },
  { kind: SUPPLEMENT, ownerRole: 'CITIZEN', superiorRole: 'OFFICER', plan: REMINDED },
  { kind: SUSPENSION, ...toOfficerThenManager, plan: REMINDED },
  { kind: INTERIM_REPORT, ...toOfficerThenManager, plan: REMINDED },
  { kind: INTERIM_REQUESTED, ...toOfficerThenManager, plan: RECORDED },
  { kind: OBJECTION, ...toOfficerThenManager, plan: USUAL_PLAN },
  { kind: CHARTER_OBJECTION, ...toOfficerThenManager, plan: USUAL_PLAN },
];

/** What of a complaint's deadlines is promised to the citizen, and told when it nears, passes or moves; undefined for the rest. */
export const promiseOf = (kind: string): typeof STATUTORY | typeof CHARTER | undefined =>
  kind === STATUTORY || kind === CHARTER ? kind : undefined;

/** Duties of the office within a complaint that are told to the officer when they near or pass. */
export const isTask = (kind: string): boolean =>
  [ACCEPTANCE, SUSPENSION, INTERIM_REPORT, INTERIM_REQUESTED].includes(kind);
