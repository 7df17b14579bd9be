import type { EventEnvelope, EventPayload, NoticeFactsRequest } from '@charter/contracts';
import { type Audience, audiencesOf, isNoticeEvent } from './audiences';
import { type Words, wordsOf } from './words';

export type SubjectType = NoticeFactsRequest['subjectType'];

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

type Told = Pick<EventEnvelope, 'type' | 'payload'>;
type AnyPayload = Partial<
  EventPayload<'complaint.overdue.v1'> &
    EventPayload<'objection.assigned.v1'> &
    EventPayload<'claim.opened.v1'> &
    EventPayload<'survey.invited.v1'> &
    EventPayload<'proposal.submitted.v1'> &
    EventPayload<'moderation.hidden.v1'>
> &
  Partial<Pick<EventPayload<'consultation.booked.v1'>, 'consultationId'>> &
  Partial<Pick<EventPayload<'contest.ranked.v1'>, 'contestId'>> &
  Partial<Pick<EventPayload<'improvement.opened.v1'>, 'improvementId'>> &
  Partial<Pick<EventPayload<'survey.task-overdue.v1'>, 'campaignId'>> &
  Partial<Pick<EventPayload<'department.succeeded.v1'>, 'successionId'>> &
  Partial<Pick<EventPayload<'monitoring.report-answered.v1'>, 'reportId' | 'missionId' | 'recruitmentId'>> & {
    readonly departmentCode: string;
  };

function subjectOf(said: AnyPayload): Pick<NoticePlan, 'subjectType' | 'subjectId'> {
  if (said.successionId) return { subjectType: 'SUCCESSION', subjectId: said.successionId };
  if (said.improvementId) return { subjectType: 'IMPROVEMENT', subjectId: said.improvementId };
  if (said.objectionId) return { subjectType: 'OBJECTION', subjectId: said.objectionId };
  if (said.consultationId) return { subjectType: 'CONSULTATION', subjectId: said.consultationId };
  if (said.claimId) return { subjectType: 'CLAIM', subjectId: said.claimId };
  if (said.invitationId) return { subjectType: 'SURVEY_INVITATION', subjectId: said.invitationId };
  if (said.campaignId) return { subjectType: 'SURVEY_CAMPAIGN', subjectId: said.campaignId };
  if (said.commentId) return { subjectType: 'COMMENT', subjectId: said.commentId };
  if (said.proposalId) return { subjectType: 'PROPOSAL', subjectId: said.proposalId };
  if (said.contestId) return { subjectType: 'CONTEST', subjectId: said.contestId };
  if (said.reportId) return { subjectType: 'MONITORING_REPORT', subjectId: said.reportId };
  if (said.missionId) return { subjectType: 'MISSION', subjectId: said.missionId };
  if (said.recruitmentId) return { subjectType: 'RECRUITMENT', subjectId: said.recruitmentId };
  return { subjectType: 'COMPLAINT', subjectId: said.complaintId! };
}

/** What an event means for people. @throws for an event that nobody hears of */
export function planNotices({ type, payload }: Told): NoticePlan {
  if (!isNoticeEvent(type)) throw new Error(`Nobody hears of ${type}.`);
  const said = payload as AnyPayload;
  return {
    ...subjectOf(said),
    complaintId: said.complaintId ?? null,
    departmentCode: said.departmentCode,
    deadlineId: said.deadlineId ?? null,
    citizenId: said.citizenId ?? null,
    officerId: said.handlerId ?? said.officerId ?? null, // an objection is its handler's
    audiences: audiencesOf(type, payload),
    words: wordsOf(payload),
  };
}
