import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import { isOpenStatus } from '../domain/handling';
import type { ComplaintEntity } from '../store/complaint.entity';
import type { ComplaintStore } from '../store/complaint.store';
import type { Petitioners } from '../store/petitioners';
import { wordsOf } from './notice-words';

/** Notices whose reason ends with a state of their deadline, with the states in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'complaint.due-soon.v1': ['RUNNING'],
  'complaint.overdue.v1': ['MISSED'],
  'complaint.escalated.v1': ['MISSED'],
  'complaint.dunned.v1': ['MISSED'],
  'complaint.supplement-requested.v1': ['RUNNING', 'MISSED'],
  'complaint.supplement-due-soon.v1': ['RUNNING'],
  'complaint.supplement-overdue.v1': ['MISSED'],
  'complaint.task-due-soon.v1': ['RUNNING'],
  'complaint.task-overdue.v1': ['MISSED'],
};

/** Notices that ask for something which only an open complaint needs. */
const WHILE: Readonly<Record<string, (complaint: ComplaintEntity) => boolean>> = {
  'complaint.extension-proposed.v1': ({ proposedExtension }) => proposedExtension !== null,
  'complaint.interim-requested.v1': ({ status }) => isOpenStatus(status),
};

/**
 * What the notices service asks before it sends: whether the reason still holds, read now, where the citizen can be reached,
 * and the words that never travel in events. Nobody is told of lateness that ended a second ago.
 */
export const complaintFactsRoute =
  (dataSource: DataSource, complaints: ComplaintStore, petitioners: Petitioners): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [complaint] = await complaints.byIds([subjectId]);
    if (!complaint) return { stillTrue: false, contact: null, words: {} };
    const states = HOLDS_IN[eventType];
    const deadline = states && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const holds = !states || (deadline !== undefined && states.includes(deadline.state));
    const stillTrue = holds && (WHILE[eventType]?.(complaint) ?? true);
    const [lines] = await complaints.historyOf([subjectId]);
    const { period } = (await findDeadline(dataSource.manager, complaint.statutoryId))!;
    const words = wordsOf(eventType, complaint, lines!, period.unit);
    if (complaint.citizenId !== recipientId) return { stillTrue, contact: null, words };
    const [petitioner] = await petitioners.of(dataSource.manager, [subjectId]);
    return { stillTrue, contact: petitioner!, words };
  };
