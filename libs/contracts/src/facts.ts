import { z } from 'zod';

/**
 * What the notices service asks the owner of a subject at the moment of sending: contacts and secrets never travel in events,
 * and nobody is told of lateness that ended a second ago. `POST /internal/notice-facts`, SERVICE identity only.
 */
export const noticeFactsRequest = z.object({
  eventType: z.string(),
  subjectType: z.enum([
    'COMPLAINT',
    'OBJECTION',
    'CONSULTATION',
    'CLAIM',
    'SURVEY_INVITATION',
    'SURVEY_CAMPAIGN',
    'PROPOSAL',
    'COMMENT',
    'CONTEST',
    'RECRUITMENT',
    'MISSION',
    'MONITORING_REPORT',
    'IMPROVEMENT',
    'SUCCESSION',
  ]),
  subjectId: z.uuid(),
  recipientId: z.uuid().nullable(),
  deadlineId: z.uuid().nullable(),
});

/**
 * The words that the owner of a subject adds when a notice is sent, because they may be personal: which event has which.
 * - `supplement`, what to give: complaint.supplement-requested, -due-soon, -overdue, -extended.
 * - `reason`, why: complaint.moved, transferred, returned, suspended, extended, extension-proposed, rejected,
 *   closed-as-repeat, converted, reopened; objection.extended, objection.decided; consultation.cancelled (by the office).
 * - `transferredTo`, the body outside the city: complaint.transferred.
 * - `result`, what came of an investigation, hearing or review: complaint.resumed.
 * - `progress`, how far it is: complaint.interim-reported.
 * - `extensionLength` and `extensionUnit`, how much longer (a number, and a unit of periods): complaint.extension-proposed.
 * - `remediesKo` and `remediesEn`, the ways to object, one a line: complaint.rejected; objection.decided (dismissed).
 * - `title`, what a proposal is about, and `reason`, what the office or the proposer wrote: every event of proposals.
 * - `title`, what a contest is called, and `reason`, why: contest.cancelled, entry-excluded, objection-decided.
 * - `title`, what a recruitment of monitors or a mission is called: every event of monitoring; `place`, where a mission is:
 *   monitoring.mission-opened, mission-due-soon, mission-cancelled; and `reason`, the office's words: monitoring.cancelled,
 *   dismissed, mission-cancelled, report-returned, report-rejected.
 * - `title`, what a survey is called, in both languages: survey.asked, survey.reminded.
 * - `title`, what is improved: every event of improvement actions; and `reason`, the office's words: improvement.progressed,
 *   completed, cancelled.
 * - `reason`, why a claim is not paid: claim.refused.
 * - `place`, where to come, which number is called, or the link of the call: consultation.booked, moved-up, reminder.
 */
export const FACT_WORDS = [
  'supplement',
  'reason',
  'transferredTo',
  'result',
  'progress',
  'extensionLength',
  'extensionUnit',
  'remediesKo',
  'remediesEn',
  'place',
  'title',
] as const;
export type FactWord = (typeof FACT_WORDS)[number];

export const noticeFacts = z.object({
  /** False when the reason for the notice has gone: it is kept as superseded and not sent. */
  stillTrue: z.boolean(),
  /** The filing service's contact of the recipient, for people without a profile. */
  contact: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      language: z.enum(['ko', 'en']),
    })
    .nullable(),
  /** `FACT_WORDS` for the text, and secrets such as an invitation’s `surveyToken`. Personal: kept out of logs. */
  words: z.record(z.string(), z.string()),
});

export type NoticeFactsRequest = z.infer<typeof noticeFactsRequest>;
export type NoticeFacts = z.infer<typeof noticeFacts>;
