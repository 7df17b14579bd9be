import type { EventEnvelope, EventPayload, EventType } from '@charter/contracts';

export type Audience = 'CITIZEN' | 'OFFICER' | 'MANAGER' | 'AUDITOR';

export type SubjectType = 'COMPLAINT' | 'CLAIM' | 'SURVEY_INVITATION' | 'PROPOSAL';

/** What a template may say: codes, dates, amounts and the department of the event, never personal data. */
export interface Words {
  readonly departmentKo?: string;
  readonly departmentEn?: string;
  readonly receiptNumber?: string;
  readonly dueAt?: string;
  readonly charterDueAt?: string;
  readonly previousDueAt?: string;
  readonly missedAt?: string;
  readonly expiresAt?: string;
  readonly against?: 'STATUTORY' | 'CHARTER';
  readonly amount?: number;
  readonly reason?: string;
}

/** What an event means for people: what it is about, who hears of it, and the words for it. */
export interface NoticePlan {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly complaintId: string | null;
  readonly departmentCode: string;
  readonly deadlineId: string | null;
  readonly citizenId: string | null;
  /** The officer concerned; without one, all officers of the department hear of it. */
  readonly officerId: string | null;
  readonly audiences: readonly Audience[];
  readonly words: Words;
}

/** The events that people hear of, and which people. */
export const AUDIENCES_OF = {
  'complaint.filed.v1': ['CITIZEN', 'OFFICER'],
  'complaint.assigned.v1': ['CITIZEN', 'OFFICER'],
  'complaint.due-soon.v1': ['OFFICER'],
  'complaint.overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'complaint.escalated.v1': ['MANAGER', 'AUDITOR'],
  'complaint.due-date-moved.v1': ['CITIZEN', 'OFFICER'],
  'complaint.answered.v1': ['CITIZEN'],
  'complaint.withdrawn.v1': ['CITIZEN', 'OFFICER'],
  'claim.opened.v1': ['CITIZEN'],
  'survey.invited.v1': ['CITIZEN'],
  'proposal.submitted.v1': ['CITIZEN'],
} as const satisfies Partial<Record<EventType, readonly Audience[]>>;

export type NoticeEvent = keyof typeof AUDIENCES_OF;
const isNoticeEvent = (type: string): type is NoticeEvent => type in AUDIENCES_OF;

type Told = Pick<EventEnvelope, 'type' | 'payload'>;
type AnyPayload = Partial<
  EventPayload<'complaint.overdue.v1'> &
    EventPayload<'complaint.due-date-moved.v1'> &
    EventPayload<'claim.opened.v1'> &
    EventPayload<'survey.invited.v1'>
> & {
  readonly departmentCode: string;
  readonly charterDueAt?: string;
  readonly proposalId?: string;
};

function subjectOf({
  claimId,
  invitationId,
  proposalId,
  complaintId,
}: AnyPayload): Pick<NoticePlan, 'subjectType' | 'subjectId'> {
  if (claimId) return { subjectType: 'CLAIM', subjectId: claimId };
  if (invitationId) return { subjectType: 'SURVEY_INVITATION', subjectId: invitationId };
  if (proposalId) return { subjectType: 'PROPOSAL', subjectId: proposalId };
  return { subjectType: 'COMPLAINT', subjectId: complaintId! };
}

const WORDS = [
  'receiptNumber',
  'dueAt',
  'charterDueAt',
  'previousDueAt',
  'missedAt',
  'expiresAt',
  'against',
  'amount',
  'reason',
] as const;

/** What an event means for people. @throws for an event that nobody hears of */
export function planNotices({ type, payload }: Told): NoticePlan {
  if (!isNoticeEvent(type)) throw new Error(`Nobody hears of ${type}.`);
  const said = payload as AnyPayload;
  const words = Object.fromEntries(
    WORDS.flatMap((word) => (said[word] === undefined || said[word] === null ? [] : [[word, said[word]]])),
  );
  return {
    ...subjectOf(said),
    complaintId: said.complaintId ?? null,
    departmentCode: said.departmentCode,
    deadlineId: said.deadlineId ?? null,
    citizenId: said.citizenId ?? null,
    officerId: said.officerId ?? null,
    audiences: AUDIENCES_OF[type],
    words,
  };
}
