import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import type { DataSource } from 'typeorm';
import type { ClaimStatus } from '../domain/claims/claim';
import type { ClaimStore } from '../store/claim.store';

/** Notices whose reason ends with a state of their deadline, with the states in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'claim.task-due-soon.v1': ['RUNNING'],
  'claim.task-overdue.v1': ['MISSED'],
  'claim.task-escalated.v1': ['MISSED'],
};

/** Notices that ask somebody to do something, with the status in which it is still to be done. */
const HOLDS_WHILE: Readonly<Record<string, ClaimStatus>> = {
  'claim.reviewed.v1': 'REVIEWED',
  'claim.returned.v1': 'RETURNED',
  'claim.taken-back.v1': 'RETURNED',
};

/** What the notices service asks before it sends: whether the reason still holds, and the office's words. Contacts are the filing service's. */
export const claimFactsRoute =
  (dataSource: DataSource, claims: ClaimStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, eventType, deadlineId } = noticeFactsRequest.parse(body);
    const [claim] = await claims.byIds([subjectId]);
    const states = HOLDS_IN[eventType];
    const deadline = states && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const status = HOLDS_WHILE[eventType];
    const stillTrue =
      claim !== undefined &&
      (!states || (deadline !== undefined && states.includes(deadline.state))) &&
      (!status || claim.status === status);
    const reason = eventType === 'claim.refused.v1' ? claim?.reason : null;
    return { stillTrue, contact: null, words: reason ? { reason } : {} };
  };
