import { type ConvertedProposal, convertedProposalRequest } from '@charter/contracts';
import type { InternalRoute } from '@charter/service';
import type { ProposalStore } from '../../store/proposals/proposal.store';

/** What the complaints service asks: the texts and the contact of a proposal that really is a complaint. */
export const convertedProposalRoute =
  (proposals: ProposalStore): InternalRoute =>
  async (body): Promise<ConvertedProposal> => {
    const { proposalId } = convertedProposalRequest.parse(body);
    const [proposal] = await proposals.byIds([proposalId]);
    if (proposal?.status !== 'CONVERTED') return { proposal: null };
    const { title, body: text } = proposal;
    const [petitioner, reason] = [await proposals.contact(proposalId), await proposals.conversionReason(proposalId)];
    return { proposal: { title, body: text, petitioner, reason } };
  };
