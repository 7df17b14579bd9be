import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import type { InternalRoute } from '@charter/service';
import type { ProposalStore } from '../store/proposal.store';

/** What the notices service asks before it sends: whether the proposal is there, and where its proposer can be reached. */
export const proposalFactsRoute =
  (proposals: ProposalStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, recipientId } = noticeFactsRequest.parse(body);
    const [proposal] = await proposals.byIds([subjectId]);
    const contact = proposal && proposal.citizenId === recipientId ? await proposals.contact(subjectId) : null;
    return { stillTrue: Boolean(proposal), contact: contact && { ...contact, language: 'ko' }, words: {} };
  };
