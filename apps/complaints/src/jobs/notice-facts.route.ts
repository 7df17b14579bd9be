import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import type { ComplaintStore } from '../store/complaint.store';
import type { Petitioners } from '../store/petitioners';

/** Notices whose reason ends when the deadline is closed, with the states in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'complaint.due-soon.v1': ['RUNNING'],
  'complaint.overdue.v1': ['MISSED'],
  'complaint.escalated.v1': ['MISSED'],
};

/**
 * What the notices service asks before it sends: whether the reason still holds, read now, and where the citizen can be
 * reached. Nobody is told of lateness that ended a second ago.
 */
export const complaintFactsRoute =
  (dataSource: DataSource, complaints: ComplaintStore, petitioners: Petitioners): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [complaint] = await complaints.byIds([subjectId]);
    if (!complaint) return { stillTrue: false, contact: null, words: {} };
    const states = HOLDS_IN[eventType];
    const deadline = states && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const stillTrue = !states || (deadline !== undefined && states.includes(deadline.state));
    if (complaint.citizenId !== recipientId) return { stillTrue, contact: null, words: {} };
    const [petitioner] = await petitioners.of(dataSource.manager, [subjectId]);
    return { stillTrue, contact: petitioner!, words: {} };
  };
