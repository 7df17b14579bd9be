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

interface Answered<T> {
  readonly done: T | null;
  readonly errors: ReturnType<typeof userErrors>;
}

/**
 * What a step of anything else answers: the thing as it is now, or why not. An id that is none finds nothing.
 * @param id null: of something new
 */
export async function answered<T>(
  id: string | null,
  context: ParticipationContext,
  handle: () => Promise<Handled>,
  resolve: (of: { id: string }, context: ParticipationContext) => Promise<T | null>,
): Promise<Answered<T>> {
  const { language } = context.caller;
  const outcome = id === null || isUuid(id) ? await handle() : 'NOT_FOUND';
  if (outcome === 'NOT_FOUND') throw notFound(language);
  if (outcome === 'FORBIDDEN') throw forbidden(language);
  if (!outcome.ok) return { done: null, errors: userErrors(outcome.refusals, language) };
  return { done: await resolve({ id: outcome.value }, context), errors: [] };
}
