import { forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { Handled } from '../../desk';
import { type ComplaintPayload, toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';

/** What a client hears of a step: the complaint as it is now, or why it was not done. */
export async function handled(outcome: Handled, { caller, complaints }: ComplaintsContext): Promise<ComplaintPayload> {
  if (outcome === 'NOT_FOUND') throw notFound(caller.language);
  if (outcome === 'FORBIDDEN') throw forbidden(caller.language);
  if (!outcome.ok) return { complaint: null, errors: userErrors(outcome.refusals, caller.language) };
  return { complaint: toComplaintType((await complaints.clear(outcome.value).load(outcome.value))!), errors: [] };
}

/** Does a step of the complaint with this id; one that is no id belongs to no complaint. */
export const onComplaint = async (
  id: string,
  context: ComplaintsContext,
  step: () => Promise<Handled>,
): Promise<ComplaintPayload> => handled(isUuid(id) ? await step() : 'NOT_FOUND', context);
