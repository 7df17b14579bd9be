import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
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

/** What the notices service asks before it sends: whether the reason still holds, and the words that never travel in events. */
export const improvementFactsRoute =
  (dataSource: DataSource, improvements: ImprovementStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, deadlineId } = noticeFactsRequest.parse(body);
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
    return { stillTrue, contact: null, words };
  };
