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
  'participation-charter': { service: 'participation', events: ['department.saved.v1'] },
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
      'complaint.due-soon.v1',
      'complaint.overdue.v1',
      'complaint.escalated.v1',
      'complaint.due-date-moved.v1',
      'complaint.answered.v1',
      'complaint.withdrawn.v1',
      'claim.opened.v1',
      'survey.invited.v1',
      'proposal.submitted.v1',
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
