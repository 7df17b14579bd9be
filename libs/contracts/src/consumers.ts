import type { EventType } from './events';
import type { ServiceName } from './roles';

interface ConsumerContract {
  readonly service: ServiceName;
  readonly events: readonly EventType[];
}

const charterNews = ['department.saved.v1', 'holiday.declared.v1', 'holiday.revoked.v1'] as const;

/** Who reacts to what. A consumer's name is the name of its queue: one queue each, so one that fails blocks no other. */
export const consumers = {
  'complaints-charter': { service: 'complaints', events: charterNews },
  'participation-charter': { service: 'participation', events: [...charterNews, 'standard.saved.v1'] },
  /** What is converted is taken over, and says where it is now. */
  'participation-conversions': {
    service: 'participation',
    events: ['complaint.converted.v1', 'complaint.opened-from-proposal.v1'],
  },
  'complaints-conversions': {
    service: 'complaints',
    events: ['proposal.converted-to-complaint.v1', 'proposal.opened-from-complaint.v1'],
  },
  'notices-charter': { service: 'notices', events: ['department.saved.v1'] },
  'surveys-invitations': { service: 'surveys', events: ['complaint.answered.v1'] },
  'compensation-claims': { service: 'compensation', events: ['complaint.overdue.v1'] },
  'notices-inbox': {
    service: 'notices',
    events: [
      'complaint.filed.v1',
      'complaint.assigned.v1',
      'complaint.moved.v1',
      'complaint.transferred.v1',
      'complaint.due-soon.v1',
      'complaint.overdue.v1',
      'complaint.escalated.v1',
      'complaint.dunned.v1',
      'complaint.due-date-moved.v1',
      'complaint.supplement-requested.v1',
      'complaint.supplement-due-soon.v1',
      'complaint.supplement-overdue.v1',
      'complaint.supplement-extended.v1',
      'complaint.supplement-given.v1',
      'complaint.suspended.v1',
      'complaint.resumed.v1',
      'complaint.extended.v1',
      'complaint.extension-proposed.v1',
      'complaint.extension-declined.v1',
      'complaint.interim-reported.v1',
      'complaint.interim-requested.v1',
      'complaint.task-due-soon.v1',
      'complaint.task-overdue.v1',
      'complaint.answered.v1',
      'complaint.rejected.v1',
      'complaint.returned.v1',
      'complaint.closed-as-repeat.v1',
      'complaint.converted.v1',
      'complaint.reopened.v1',
      'complaint.withdrawn.v1',
      'complaint.opinion-given.v1',
      'objection.filed.v1',
      'objection.assigned.v1',
      'objection.due-soon.v1',
      'objection.overdue.v1',
      'objection.escalated.v1',
      'objection.due-date-moved.v1',
      'objection.extended.v1',
      'objection.decided.v1',
      'objection.withdrawn.v1',
      'consultation.booked.v1',
      'consultation.cancelled.v1',
      'consultation.moved-up.v1',
      'consultation.reminder.v1',
      'consultation.missed.v1',
      'claim.opened.v1',
      'survey.invited.v1',
      'proposal.submitted.v1',
      'proposal.opened-from-complaint.v1',
      'proposal.examined.v1',
      'proposal.opinion-asked.v1',
      'proposal.opinion-given.v1',
      'proposal.expert-asked.v1',
      'proposal.expert-heard.v1',
      'proposal.supplement-requested.v1',
      'proposal.supplement-given.v1',
      'proposal.review-extended.v1',
      'proposal.threshold-reached.v1',
      'proposal.answered.v1',
      'proposal.decided.v1',
      'proposal.excluded.v1',
      'proposal.withdrawn.v1',
      'proposal.merged.v1',
      'proposal.awarded.v1',
      'proposal.planned.v1',
      'proposal.progressed.v1',
      'proposal.implemented.v1',
      'proposal.re-review-requested.v1',
      'proposal.news.v1',
      'proposal.task-due-soon.v1',
      'proposal.task-overdue.v1',
      'proposal.task-escalated.v1',
      'proposal.due-date-moved.v1',
      'comment.written.v1',
      'moderation.hidden.v1',
      'moderation.appealed.v1',
      'moderation.decided.v1',
      'contest.entered.v1',
      'contest.judge-assigned.v1',
      'contest.judging-begun.v1',
      'contest.judging-due-soon.v1',
      'contest.judging-overdue.v1',
      'contest.judging-escalated.v1',
      'contest.ranked.v1',
      'contest.objected.v1',
      'contest.objection-decided.v1',
      'contest.entry-excluded.v1',
      'contest.confirmed.v1',
      'contest.awarded.v1',
      'contest.cancelled.v1',
      'contest.date-moved.v1',
    ],
  },
} as const satisfies Record<string, ConsumerContract>;

export type ConsumerName = keyof typeof consumers;
export const CONSUMER_NAMES = Object.keys(consumers) as ConsumerName[];

/** The queue on which a producer hears that its events were taken. */
export const acknowledgementQueue = (producer: ServiceName): string => `${producer}-acks`;

export const consumersOf = (type: EventType): ConsumerName[] =>
  CONSUMER_NAMES.filter((name) => (consumers[name].events as readonly EventType[]).includes(type));

export const consumersIn = (service: ServiceName): ConsumerName[] =>
  CONSUMER_NAMES.filter((name) => consumers[name].service === service);
