import type { DataSource } from 'typeorm';
import { type FactWord, type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import { remediesAfter } from '../domain/objections/texts';
import type { ObjectionEntity } from '../store/objections/objection.entity';
import type { ObjectionStore } from '../store/objections/objection.store';
import type { Petitioners } from '../store/petitioners';

/** Notices whose reason ends when the objection is closed, with the states of its deadline in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'objection.due-soon.v1': ['RUNNING'],
  'objection.overdue.v1': ['MISSED'],
  'objection.escalated.v1': ['MISSED'],
  'objection.due-date-moved.v1': ['RUNNING', 'MISSED'],
};

/** The office's words that a notice about an objection carries. */
function wordsOf(eventType: string, objection: ObjectionEntity): Partial<Record<FactWord, string>> {
  const { basis, status, extensionReason, decisionReason } = objection;
  if (eventType === 'objection.extended.v1' && extensionReason) return { reason: extensionReason };
  if (eventType !== 'objection.decided.v1' || !decisionReason) return {};
  if (status === 'UPHELD') return { reason: decisionReason };
  const ways = remediesAfter(basis);
  return {
    reason: decisionReason,
    remediesKo: ways.map(({ ko }) => ko).join('\n'),
    remediesEn: ways.map(({ en }) => en).join('\n'),
  };
}

export interface ObjectionFactsParts {
  readonly dataSource: DataSource;
  readonly objections: ObjectionStore;
  readonly petitioners: Petitioners;
}

/** What the notices service asks about an objection before it sends: as for complaints, read now. */
export const objectionFactsRoute =
  ({ dataSource, objections, petitioners }: ObjectionFactsParts): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [objection] = await objections.byIds([subjectId]);
    if (!objection) return { stillTrue: false, contact: null, words: {} };
    const states = HOLDS_IN[eventType];
    const deadline = states && deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const stillTrue = !states || (deadline !== undefined && states.includes(deadline.state));
    const words = wordsOf(eventType, objection);
    if (objection.citizenId !== recipientId) return { stillTrue, contact: null, words };
    const [contact] = await petitioners.of(dataSource.manager, [objection.complaintId]);
    return { stillTrue, contact: contact!, words };
  };
