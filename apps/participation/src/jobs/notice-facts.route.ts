import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import { isSeenByAll } from '../domain/access';
import type { ProposalHistoryEntity } from '../store/proposals/proposal.entity';
import type { ProposalStore } from '../store/proposals/proposal.store';

/** Notices whose reason ends with a state of their deadline, with the states in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'proposal.opinion-asked.v1': ['RUNNING', 'MISSED'],
  'proposal.supplement-requested.v1': ['RUNNING', 'MISSED'],
  'proposal.task-due-soon.v1': ['RUNNING'],
  'proposal.task-overdue.v1': ['MISSED'],
  'proposal.task-escalated.v1': ['MISSED'],
  'moderation.appealed.v1': ['RUNNING', 'MISSED'],
};

/** The step whose words an event's notices carry. */
const SAID_WITH: Readonly<Record<string, string>> = {
  'proposal.expert-asked.v1': 'seekExpert',
  'proposal.supplement-requested.v1': 'requestSupplement',
  'proposal.review-extended.v1': 'extendReview',
  'proposal.answered.v1': 'answer',
  'proposal.decided.v1': 'decide',
  'proposal.excluded.v1': 'exclude',
  'proposal.merged.v1': 'merge',
  'proposal.progressed.v1': 'report',
  'proposal.implemented.v1': 'report',
  'proposal.re-review-requested.v1': 'reReview',
};

const lastOf = (lines: readonly ProposalHistoryEntity[], step: string | undefined): string | null =>
  lines.filter((line) => line.step === step).at(-1)?.reason ?? null;

/**
 * What the notices service asks before it sends: whether the reason still holds, where the proposer can be reached, and the
 * words that never travel in events. Nobody is told of lateness that ended a second ago.
 */
export const proposalFactsRoute =
  (dataSource: DataSource, proposals: ProposalStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [proposal] = await proposals.byIds([subjectId]);
    if (!proposal) return { stillTrue: false, contact: null, words: {} };
    const states = HOLDS_IN[eventType];
    const deadline = states && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const stillTrue = !states || (deadline !== undefined && states.includes(deadline.state));
    // Who only follows it hears nothing of one that was hidden meanwhile, not even its title.
    if (eventType === 'proposal.news.v1' && !isSeenByAll(proposal))
      return { stillTrue: false, contact: null, words: {} };
    const [lines] = await proposals.historyOf([subjectId]);
    const reason =
      eventType.startsWith('moderation.') && proposal.visibility !== 'VISIBLE'
        ? proposal.hiddenReason
        : lastOf(lines!, SAID_WITH[eventType]);
    const words = { title: proposal.title, ...(reason && { reason }) };
    const contact = proposal.citizenId === recipientId ? await proposals.contact(subjectId) : null;
    return { stillTrue, contact: contact && { ...contact, language: 'ko' }, words };
  };
