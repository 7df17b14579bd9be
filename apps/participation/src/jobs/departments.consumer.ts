import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import type { ProposalStore } from '../store/proposal.store';

/** Keeps what proposals need to know of departments. */
export const departmentsConsumer = (proposals: ProposalStore): EventHandler => ({
  consumer: 'participation-charter',
  async handle(tx, event) {
    const { code, closedOn, successorCode } = (event as EventEnvelope<'department.saved.v1'>).payload;
    await proposals.rememberDepartment(tx, { code, closedOn, successorCode });
  },
});
