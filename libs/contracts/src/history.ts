import { z } from 'zod';

/**
 * What `main.js import` of each service takes: one record a line, JSON. A record says what happened, not which rows there
 * are: the service that owns it writes its own tables. Its id decides whether it is already there.
 */
const id = z.uuid();
const instant = z.iso.datetime();
const code = z.string().min(1).max(64);

const person = z.object({ name: z.string(), phone: z.string(), email: z.email() });

export const complaintRecord = z.object({
  kind: z.literal('complaint'),
  id,
  receiptNumber: z.string(),
  citizenId: id,
  petitioner: person,
  channel: z.enum(['ONLINE', 'VISIT', 'PHONE', 'LETTER']),
  visibility: z.enum(['PRIVATE', 'PUBLIC_MASKED']),
  serviceCode: code,
  departmentCode: code,
  officerId: id,
  title: z.string(),
  body: z.string(),
  receivedAt: instant,
  assignedAt: instant.nullable(),
  /** The two promises, as the calendar gives them for this receipt. */
  dueAt: instant,
  charterDueAt: instant,
  provisional: z.boolean(),
  answer: z.object({ at: instant, text: z.string() }).nullable(),
  withdrawnAt: instant.nullable(),
});

export const proposalRecord = z.object({
  kind: z.literal('proposal'),
  id,
  citizenId: id,
  proposer: person,
  departmentCode: code,
  title: z.string(),
  body: z.string(),
  submittedAt: instant,
  endorsements: z.array(z.object({ citizenId: id, at: instant })),
});

export const invitationRecord = z.object({
  kind: z.literal('invitation'),
  id,
  complaintId: id,
  receiptNumber: z.string(),
  citizenId: id,
  departmentCode: code,
  serviceCode: code,
  invitedAt: instant,
  expiresAt: instant,
  /** Five points, 1 to 5: one for each question of the satisfaction questionnaire. */
  response: z
    .object({ at: instant, points: z.array(z.int().min(1).max(5)), comment: z.string().nullable() })
    .nullable(),
});

export const claimRecord = z.object({
  kind: z.literal('claim'),
  id,
  complaintId: id,
  receiptNumber: z.string(),
  citizenId: id,
  departmentCode: code,
  /** Which promise was broken, when it was due, and when it was missed. */
  against: z.enum(['STATUTORY', 'CHARTER']),
  dueAt: instant,
  openedAt: instant,
  /** Who reviewed and who approved it, and when it was paid by transfer; null or absent: it waits. */
  paid: z.object({ reviewedBy: id, reviewedAt: instant, approvedBy: id, approvedAt: instant, at: instant }).nullish(),
});

export const profileRecord = z.object({
  kind: z.literal('profile'),
  citizenId: id,
  ...person.shape,
  language: z.enum(['ko', 'en']),
  at: instant,
});

export const noticeRecord = z.object({
  kind: z.literal('notice'),
  id,
  /** The event that it tells of: to the citizen alone. */
  eventType: z.enum(['complaint.filed.v1', 'complaint.overdue.v1', 'complaint.answered.v1']),
  recipientId: id,
  complaintId: id,
  receiptNumber: z.string(),
  departmentCode: code,
  /** The words of its text, of those that the event has. */
  words: z.object({
    dueAt: instant.optional(),
    charterDueAt: instant.optional(),
    against: z.enum(['STATUTORY', 'CHARTER']).optional(),
  }),
  at: instant,
  readAt: instant.nullable(),
});

export type ComplaintRecord = z.infer<typeof complaintRecord>;
export type ProposalRecord = z.infer<typeof proposalRecord>;
export type InvitationRecord = z.infer<typeof invitationRecord>;
export type ClaimRecord = z.infer<typeof claimRecord>;
export type ProfileRecord = z.infer<typeof profileRecord>;
export type NoticeRecord = z.infer<typeof noticeRecord>;

/** Which service takes which records. */
export const historyRecords = {
  complaints: complaintRecord,
  participation: proposalRecord,
  surveys: invitationRecord,
  compensation: claimRecord,
  notices: z.union([profileRecord, noticeRecord]),
} as const;

/** The services that take a history. */
export type HistoryService = keyof typeof historyRecords;
export type HistoryRecord = z.infer<(typeof historyRecords)[HistoryService]>;
