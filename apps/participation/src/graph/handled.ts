import { type Outcome } from '@charter/contracts';
import { forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { Handled } from '../proposal-desk';
import type { ParticipationContext } from './context';
import { resolveProposal } from './proposal.resolver';
import type { ProposalPayload } from './proposal.type';

/** What a step of a proposal answers: the proposal as it is now, or why not. An id that is none finds nothing. */
export async function onProposal(
  id: string,
  context: ParticipationContext,
  handle: () => Promise<Handled | Outcome<string> | undefined>,
): Promise<ProposalPayload> {
  const { language } = context.caller;
  const outcome = isUuid(id) ? await handle() : undefined;
  if (!outcome || outcome === 'NOT_FOUND') throw notFound(language);
  if (outcome === 'FORBIDDEN') throw forbidden(language);
  if (!outcome.ok) return { proposal: null, errors: userErrors(outcome.refusals, language) };
  context.proposals.clear(outcome.value);
  return { proposal: await resolveProposal({ id: outcome.value }, context), errors: [] };
}
