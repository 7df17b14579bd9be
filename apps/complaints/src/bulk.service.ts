import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type Person, StaleVersion, isUuid } from '@charter/service';
import type { Handled } from './desk';
import { bulkFaults } from './domain/bulk/bulk';
import type { ForwardingService } from './forwarding.service';
import type { HandlingService } from './handling.service';

/** One of many: which complaint, at which version (null: whichever it is). */
export interface BulkItem {
  readonly complaintId: string;
  readonly version: number | null;
}

/** What became of one of them. `error`: something that is no fault of the caller's. */
type BulkFailure = 'NOT_FOUND' | 'FORBIDDEN' | 'STALE_VERSION' | { readonly error: unknown };
export interface BulkResult {
  readonly complaintId: string;
  readonly outcome: Outcome<string> | BulkFailure;
}

export type Destination = { readonly departmentCode: string } | { readonly body: string };

/**
 * Does one step of many complaints, in the order of the list, each in a transaction of its own: one that cannot be done
 * neither stops nor undoes the others.
 */
export class BulkService {
  constructor(
    private readonly handling: HandlingService,
    private readonly forwarding: ForwardingService,
  ) {}

  assign(items: readonly BulkItem[], officerId: string, by: Person): Promise<Outcome<BulkResult[]>> {
    return each(items, ({ complaintId, version }) => this.handling.assign(complaintId, officerId, version, by));
  }

  transfer(items: readonly BulkItem[], to: Destination, reason: string, by: Person): Promise<Outcome<BulkResult[]>> {
    return each(items, ({ complaintId, version }) =>
      'body' in to
        ? this.forwarding.transfer(complaintId, { ...to, reason }, version, by)
        : this.forwarding.move(complaintId, { ...to, reason }, version, by),
    );
  }

  /** Each with its own answer, or with the one for all. */
  answer(
    items: readonly (BulkItem & { readonly answer: string | null })[],
    forAll: string | null,
    by: Person,
  ): Promise<Outcome<BulkResult[]>> {
    return each(items, async ({ complaintId, version, answer }) => {
      const text = answer ?? forAll;
      return text === null ? refused(NO_ANSWER) : this.handling.answer(complaintId, text, version, by);
    });
  }
}

const NO_ANSWER: Refusal = refusal('INVALID_VALUE', '답변을 적어 주십시오.', 'Please write an answer.', 'answer');

async function each<I extends BulkItem>(
  items: readonly I[],
  step: (item: I) => Promise<Handled>,
): Promise<Outcome<BulkResult[]>> {
  const faults = [...bulkFaults(items.map(({ complaintId }) => complaintId))];
  if (faults.length > 0) return refused(...faults);
  const results: BulkResult[] = [];
  for (const item of items) {
    const { complaintId } = item;
    results.push({ complaintId, outcome: isUuid(complaintId) ? await attempted(() => step(item)) : 'NOT_FOUND' });
  }
  return accepted(results);
}

/** What was done before stays done, so a step that fails is told of in its own place. */
async function attempted(step: () => Promise<Handled>): Promise<BulkResult['outcome']> {
  try {
    return await step();
  } catch (error) {
    return error instanceof StaleVersion ? 'STALE_VERSION' : { error };
  }
}
