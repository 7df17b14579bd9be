import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import type { ConversionService } from '../../conversion.service';

/** Hears which proposals are really complaints, and which complaints have become proposals. */
export const conversionsConsumer = (conversions: ConversionService): EventHandler => ({
  consumer: 'complaints-conversions',
  handle: (tx, event) =>
    event.type === 'proposal.converted-to-complaint.v1'
      ? conversions.fileProposal(tx, event as EventEnvelope<'proposal.converted-to-complaint.v1'>)
      : conversions.becameProposal(tx, event as EventEnvelope<'proposal.opened-from-complaint.v1'>),
});
