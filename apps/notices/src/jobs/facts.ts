import { type NoticeFacts, type ServiceName, noticeFacts } from '@charter/contracts';
import type { ServiceClient } from '@charter/service';
import type { SubjectType } from '../domain/notice-plan';
import type { Notice } from '../store/notice.store';

const OWNER: Record<SubjectType, ServiceName> = {
  COMPLAINT: 'complaints',
  OBJECTION: 'complaints',
  CONSULTATION: 'complaints',
  CLAIM: 'compensation',
  SURVEY_INVITATION: 'surveys',
  SURVEY_CAMPAIGN: 'surveys',
  PROPOSAL: 'participation',
  COMMENT: 'participation',
  CONTEST: 'participation',
  RECRUITMENT: 'participation',
  MISSION: 'participation',
  MONITORING_REPORT: 'participation',
  IMPROVEMENT: 'charter',
  SUCCESSION: 'charter',
};

const PATH = '/internal/notice-facts';

/** Asks the owner of a notice's subject, now, whether it still holds, and for what no event carries. */
export class FactsReader {
  constructor(private readonly services: ServiceClient) {}

  /** @throws {ServiceUnavailable} when the owner does not answer: the notice waits */
  async read(notice: Notice): Promise<NoticeFacts> {
    const { eventType, subjectType, subjectId, recipientId, deadlineId } = notice;
    return this.ask(OWNER[subjectType], notice.id, { eventType, subjectType, subjectId, recipientId, deadlineId });
  }

  /** The filing service's contact of a citizen without a profile, where the subject's owner has none. */
  async contactOf({ id, complaintId, recipientId, audience }: Notice): Promise<NoticeFacts['contact']> {
    if (!complaintId || audience !== 'CITIZEN') return null;
    const facts = await this.ask('complaints', id, {
      eventType: 'contact',
      subjectType: 'COMPLAINT',
      subjectId: complaintId,
      recipientId,
      deadlineId: null,
    });
    return facts.contact;
  }

  private async ask(owner: ServiceName, requestId: string, question: object): Promise<NoticeFacts> {
    return noticeFacts.parse(await this.services.post(owner, PATH, question, requestId));
  }
}
