import type { DataSource } from 'typeorm';
import {
  IMPROVEMENT_SOURCE_OWNERS,
  type ImprovementSourceKind,
  type NoticeFacts,
  noticeFacts,
  noticeFactsRequest,
} from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute, ServiceClient } from '@charter/service';
import type { ImprovementEntity } from '../store/improvements/improvement.entity';
import type { ImprovementStore } from '../store/improvements/improvement.store';

/** Notices whose reason ends with a state of their deadline, with the state in which it still holds. */
const HOLDS_IN: Readonly<Record<string, string>> = {
  'improvement.due-soon.v1': 'RUNNING',
  'improvement.overdue.v1': 'MISSED',
  'improvement.escalated.v1': 'MISSED',
};

/** Nobody is told of what was called off meanwhile that it has begun or goes on. */
const UNLESS_CANCELLED = ['improvement.opened.v1', 'improvement.assigned.v1', 'improvement.progressed.v1'];

/** The step whose words an event's notices carry. */
const SAID_WITH: Readonly<Record<string, string>> = {
  'improvement.progressed.v1': 'report',
  'improvement.completed.v1': 'complete',
  'improvement.cancelled.v1': 'cancel',
};

/** The sources with a contact of whose matter they are: entries of contests have none. */
const WITH_CONTACT: readonly (ImprovementSourceKind | null)[] = ['COMPLAINT', 'PROPOSAL', 'MONITORING_REPORT'];

export interface ImprovementFactsParts {
  readonly dataSource: DataSource;
  readonly improvements: ImprovementStore;
  readonly services: Pick<ServiceClient, 'post'>;
}

/**
 * What the notices service asks before it sends: whether the reason still holds, and the words that never travel in events.
 * Where a citizen without a profile can be reached is asked of who keeps the source; the charter keeps no contact.
 */
export const improvementFactsRoute =
  ({ dataSource, improvements, services }: ImprovementFactsParts): InternalRoute =>
  async (body, { requestId }): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [action] = await improvements.byIds([subjectId]);
    if (!action) return { stillTrue: false, contact: null, words: {} };
    const state = HOLDS_IN[eventType];
    const deadline = state && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const stillTrue = UNLESS_CANCELLED.includes(eventType)
      ? action.status !== 'CANCELLED'
      : !state || deadline?.state === state;
    const [lines] = await improvements.historyOf([subjectId]);
    const said = lines!.filter(({ step }) => step === SAID_WITH[eventType]).at(-1)?.said;
    const words = { title: action.title, ...(said && { reason: said }) };
    const theirs = recipientId !== null && action.citizenIds.includes(recipientId);
    return { stillTrue, contact: theirs ? await contactOf(action, recipientId, requestId) : null, words };

    async function contactOf(
      { sourceKind, sourceId }: ImprovementEntity,
      citizenId: string,
      asking: string,
    ): Promise<NoticeFacts['contact']> {
      if (!WITH_CONTACT.includes(sourceKind)) return null;
      const question = { eventType: 'contact', subjectType: sourceKind, subjectId: sourceId, recipientId: citizenId };
      const owner = IMPROVEMENT_SOURCE_OWNERS[sourceKind!];
      const answer = await services.post(owner, '/internal/notice-facts', { ...question, deadlineId: null }, asking);
      return noticeFacts.parse(answer).contact;
    }
  };
