import type { EventPayload, EventType } from '@charter/contracts';

export type Audience = 'CITIZEN' | 'OFFICER' | 'MANAGER' | 'AUDITOR';

/** The events that people hear of, and which people. */
export const AUDIENCES_OF = {
  'complaint.filed.v1': ['CITIZEN', 'OFFICER'],
  'complaint.assigned.v1': ['CITIZEN', 'OFFICER'],
  'complaint.moved.v1': ['CITIZEN', 'OFFICER'],
  'complaint.transferred.v1': ['CITIZEN'],
  'complaint.due-soon.v1': ['OFFICER'],
  'complaint.overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'complaint.escalated.v1': ['MANAGER', 'AUDITOR'],
  'complaint.dunned.v1': ['MANAGER', 'AUDITOR'],
  'complaint.due-date-moved.v1': ['CITIZEN', 'OFFICER'],
  'complaint.supplement-requested.v1': ['CITIZEN'],
  'complaint.supplement-due-soon.v1': ['CITIZEN'],
  'complaint.supplement-overdue.v1': ['CITIZEN', 'OFFICER'],
  'complaint.supplement-extended.v1': ['CITIZEN', 'OFFICER'],
  'complaint.supplement-given.v1': ['CITIZEN', 'OFFICER'],
  'complaint.suspended.v1': ['CITIZEN'],
  'complaint.resumed.v1': ['CITIZEN'],
  'complaint.extended.v1': ['CITIZEN', 'OFFICER'],
  'complaint.extension-proposed.v1': ['CITIZEN'],
  'complaint.extension-declined.v1': ['CITIZEN', 'OFFICER'],
  'complaint.interim-reported.v1': ['CITIZEN'],
  'complaint.interim-requested.v1': ['CITIZEN', 'OFFICER'],
  'complaint.task-due-soon.v1': ['OFFICER'],
  'complaint.task-overdue.v1': ['OFFICER', 'MANAGER'],
  'complaint.answered.v1': ['CITIZEN'],
  'complaint.rejected.v1': ['CITIZEN'],
  'complaint.returned.v1': ['CITIZEN'],
  'complaint.closed-as-repeat.v1': ['CITIZEN'],
  'complaint.converted.v1': ['CITIZEN'],
  'complaint.reopened.v1': ['CITIZEN', 'OFFICER'],
  'complaint.withdrawn.v1': ['CITIZEN', 'OFFICER'],
  'complaint.opinion-given.v1': ['OFFICER'],
  'objection.filed.v1': ['CITIZEN', 'MANAGER'],
  'objection.assigned.v1': ['CITIZEN', 'OFFICER'],
  'objection.due-soon.v1': ['OFFICER', 'MANAGER'],
  'objection.overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'objection.escalated.v1': ['MANAGER', 'AUDITOR'],
  'objection.due-date-moved.v1': ['CITIZEN', 'MANAGER'],
  'objection.extended.v1': ['CITIZEN'],
  'objection.decided.v1': ['CITIZEN', 'OFFICER'],
  'objection.withdrawn.v1': ['CITIZEN', 'MANAGER'],
  'consultation.booked.v1': ['CITIZEN', 'OFFICER'],
  'consultation.cancelled.v1': ['CITIZEN', 'OFFICER'],
  'consultation.moved-up.v1': ['CITIZEN', 'OFFICER'],
  'consultation.reminder.v1': ['CITIZEN'],
  'consultation.missed.v1': ['CITIZEN'],
  'complaint.fault-confirmed.v1': ['CITIZEN', 'OFFICER'],
  'claim.opened.v1': ['CITIZEN'],
  'claim.filed.v1': ['CITIZEN', 'OFFICER'],
  'claim.reviewed.v1': ['MANAGER'],
  'claim.approved.v1': ['CITIZEN'],
  'claim.apologised.v1': ['CITIZEN'],
  'claim.refused.v1': ['CITIZEN'],
  'claim.revoked.v1': ['CITIZEN'],
  'claim.paid.v1': ['CITIZEN'],
  'claim.returned.v1': ['CITIZEN'],
  'claim.handed-over.v1': ['CITIZEN'],
  'claim.taken-back.v1': ['CITIZEN'],
  'claim.objected.v1': ['CITIZEN', 'MANAGER'],
  'claim.task-due-soon.v1': ['OFFICER'],
  'claim.task-overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'claim.task-escalated.v1': ['MANAGER', 'AUDITOR'],
  'claim.date-moved.v1': ['CITIZEN', 'OFFICER'],
  'survey.invited.v1': ['CITIZEN'],
  'survey.asked.v1': ['CITIZEN'],
  'survey.reminded.v1': ['CITIZEN'],
  'survey.task-overdue.v1': ['OFFICER', 'MANAGER'],
  'survey.date-moved.v1': ['OFFICER'],
  'proposal.submitted.v1': ['CITIZEN', 'OFFICER'],
  'proposal.opened-from-complaint.v1': ['CITIZEN', 'OFFICER'],
  'proposal.examined.v1': ['CITIZEN'],
  'proposal.opinion-asked.v1': ['OFFICER'],
  'proposal.opinion-given.v1': ['OFFICER'],
  'proposal.expert-asked.v1': ['CITIZEN'],
  'proposal.expert-heard.v1': ['CITIZEN'],
  'proposal.supplement-requested.v1': ['CITIZEN'],
  'proposal.supplement-given.v1': ['OFFICER'],
  'proposal.review-extended.v1': ['CITIZEN'],
  'proposal.threshold-reached.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'proposal.answered.v1': ['CITIZEN'],
  'proposal.decided.v1': ['CITIZEN'],
  'proposal.excluded.v1': ['CITIZEN'],
  'proposal.withdrawn.v1': ['OFFICER'],
  'proposal.merged.v1': ['CITIZEN'],
  'proposal.awarded.v1': ['CITIZEN'],
  'proposal.planned.v1': ['CITIZEN'],
  'proposal.progressed.v1': ['CITIZEN'],
  'proposal.implemented.v1': ['CITIZEN'],
  'proposal.re-review-requested.v1': ['CITIZEN', 'MANAGER'],
  'proposal.news.v1': ['CITIZEN'],
  'proposal.task-due-soon.v1': ['CITIZEN', 'OFFICER'],
  'proposal.task-overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'proposal.task-escalated.v1': ['MANAGER', 'AUDITOR'],
  'proposal.due-date-moved.v1': ['CITIZEN', 'OFFICER'],
  'comment.written.v1': ['CITIZEN'],
  'moderation.hidden.v1': ['CITIZEN'],
  'moderation.appealed.v1': ['CITIZEN', 'MANAGER'],
  'moderation.decided.v1': ['CITIZEN'],
  'contest.entered.v1': ['CITIZEN'],
  'contest.judge-assigned.v1': ['CITIZEN'],
  'contest.judging-begun.v1': ['CITIZEN'],
  'contest.judging-due-soon.v1': ['CITIZEN'],
  'contest.judging-overdue.v1': ['OFFICER', 'MANAGER'],
  'contest.judging-escalated.v1': ['MANAGER', 'AUDITOR'],
  'contest.ranked.v1': ['CITIZEN'],
  'contest.objected.v1': ['OFFICER', 'MANAGER'],
  'contest.objection-decided.v1': ['CITIZEN'],
  'contest.entry-excluded.v1': ['CITIZEN'],
  'contest.confirmed.v1': ['OFFICER', 'MANAGER'],
  'contest.awarded.v1': ['CITIZEN'],
  'contest.cancelled.v1': ['CITIZEN'],
  'contest.date-moved.v1': ['CITIZEN', 'OFFICER'],
  'monitoring.applied.v1': ['CITIZEN'],
  'monitoring.applications-closed.v1': ['OFFICER', 'MANAGER'],
  'monitoring.appointed.v1': ['CITIZEN'],
  'monitoring.not-appointed.v1': ['CITIZEN'],
  'monitoring.cancelled.v1': ['CITIZEN'],
  'monitoring.resigned.v1': ['OFFICER'],
  'monitoring.dismissed.v1': ['CITIZEN'],
  'monitoring.term-ended.v1': ['CITIZEN'],
  'monitoring.allowance-stated.v1': ['CITIZEN'],
  'monitoring.mission-opened.v1': ['CITIZEN'],
  'monitoring.mission-due-soon.v1': ['CITIZEN'],
  'monitoring.mission-cancelled.v1': ['CITIZEN'],
  'monitoring.report-submitted.v1': ['CITIZEN', 'OFFICER'],
  'monitoring.report-returned.v1': ['CITIZEN'],
  'monitoring.report-revised.v1': ['OFFICER'],
  'monitoring.report-withdrawn.v1': ['OFFICER'],
  'monitoring.report-accepted.v1': ['CITIZEN'],
  'monitoring.report-rejected.v1': ['CITIZEN'],
  // The department that was watched: never who reported.
  'monitoring.answer-owed.v1': ['OFFICER', 'MANAGER'],
  'monitoring.report-answered.v1': ['CITIZEN', 'OFFICER'],
  'monitoring.task-due-soon.v1': ['CITIZEN', 'OFFICER'],
  'monitoring.task-overdue.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'monitoring.task-escalated.v1': ['MANAGER', 'AUDITOR'],
  'monitoring.date-moved.v1': ['CITIZEN', 'OFFICER'],
  'improvement.opened.v1': ['CITIZEN', 'OFFICER', 'MANAGER'],
  'improvement.assigned.v1': ['OFFICER'],
  'improvement.progressed.v1': ['CITIZEN'],
  'improvement.completed.v1': ['CITIZEN', 'MANAGER'],
  'improvement.cancelled.v1': ['CITIZEN', 'OFFICER'],
  'improvement.date-moved.v1': ['CITIZEN', 'OFFICER'],
  'improvement.due-soon.v1': ['OFFICER'],
  'improvement.overdue.v1': ['OFFICER', 'MANAGER'],
  'improvement.escalated.v1': ['MANAGER', 'AUDITOR'],
  'department.succeeded.v1': ['OFFICER', 'MANAGER'],
} as const satisfies Partial<Record<EventType, readonly Audience[]>>;

export type NoticeEvent = keyof typeof AUDIENCES_OF;

export const isNoticeEvent = (type: string): type is NoticeEvent => type in AUDIENCES_OF;

type Narrowing = Pick<EventPayload<'objection.overdue.v1'>, 'handlerId'> &
  Pick<EventPayload<'improvement.opened.v1'>, 'officerId'> &
  Pick<EventPayload<'complaint.dunned.v1'>, 'stage' | 'against'> &
  Pick<EventPayload<'proposal.task-overdue.v1'>, 'task'> &
  Pick<EventPayload<'contest.date-moved.v1'>, 'citizenId'>;

/** Dates of a proposal that are the proposer’s business too. */
const PROPOSERS = ['REVIEW', 'ANSWER', 'MILESTONE', 'SUPPLEMENT'];

/** Dates of a report whose passing its monitor hears of. */
const MONITORS = ['REPORT_VERIFICATION', 'REPORT_REVISION', 'REPORT_ANSWER'];

/** One event for each who keeps the date, and one for the department. */
const keepersOrOffice = (audience: Audience, { citizenId }: Narrowing): boolean =>
  audience === (citizenId === null ? 'OFFICER' : 'CITIZEN');

/** Where what happened decides which of them hear of it: whether they do. */
const HEARS: { readonly [E in NoticeEvent]?: (audience: Audience, said: Narrowing) => boolean } = {
  // Of lateness by law the head hears by the dunning letter.
  'complaint.overdue.v1': (audience, { against }) => audience !== 'MANAGER' || against === 'CHARTER',
  'complaint.dunned.v1': (audience, { stage }) => audience === (stage === 'DEPARTMENT_HEAD' ? 'MANAGER' : 'AUDITOR'),
  // One that nobody decides yet is its head's: never the officer's whose handling it is about.
  'objection.due-soon.v1': (audience, { handlerId }) => audience === (handlerId ? 'OFFICER' : 'MANAGER'),
  'objection.overdue.v1': (audience, { handlerId }) => audience !== 'OFFICER' || handlerId !== null,
  // What the proposer is to add is theirs; everything else is the department's.
  'proposal.task-due-soon.v1': (audience, { task }) => audience === (task === 'SUPPLEMENT' ? 'CITIZEN' : 'OFFICER'),
  'proposal.task-overdue.v1': (audience, { task }) =>
    audience === 'CITIZEN' ? PROPOSERS.includes(task) : audience === 'OFFICER' || task !== 'SUPPLEMENT',
  'proposal.due-date-moved.v1': (audience, { task }) => audience === 'OFFICER' || PROPOSERS.includes(task),
  'contest.date-moved.v1': keepersOrOffice,
  // Where nobody took part there is nobody to tell.
  'contest.cancelled.v1': (_, { citizenId }) => citizenId !== null,
  'monitoring.cancelled.v1': (_, { citizenId }) => citizenId !== null,
  'monitoring.date-moved.v1': keepersOrOffice,
  // What the monitor is to add is theirs; everything else is the department's.
  'monitoring.task-due-soon.v1': (audience, { task }) =>
    audience === (task === 'REPORT_REVISION' ? 'CITIZEN' : 'OFFICER'),
  'monitoring.task-overdue.v1': (audience, { task }) =>
    audience === 'CITIZEN' ? MONITORS.includes(task) : audience === 'OFFICER' || task !== 'REPORT_REVISION',
  // One that nobody has yet is its head's to give.
  'improvement.opened.v1': (audience, { citizenId, officerId }) =>
    audience === (citizenId !== null ? 'CITIZEN' : officerId === null ? 'MANAGER' : 'OFFICER'),
  'improvement.progressed.v1': (_, { citizenId }) => citizenId !== null,
  'improvement.completed.v1': (audience, { citizenId }) => audience === (citizenId === null ? 'MANAGER' : 'CITIZEN'),
  'improvement.cancelled.v1': keepersOrOffice,
  'improvement.date-moved.v1': keepersOrOffice,
};

/** Who hears of this very event. */
export const audiencesOf = (type: NoticeEvent, payload: object): readonly Audience[] =>
  AUDIENCES_OF[type].filter((audience) => HEARS[type]?.(audience, payload as Narrowing) ?? true);
