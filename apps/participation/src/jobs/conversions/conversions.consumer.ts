import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import type { ConversionService } from '../../conversion.service';

/** Hears which complaints are really proposals, and which proposals have become complaints. */
export const conversionsConsumer = (conversions: ConversionService): EventHandler => ({
  consumer: 'participation-conversions',
  handle: (tx, event) =>
    event.type === 'complaint.converted.v1'
      ? conversions.openProposal(tx, event as EventEnvelope<'complaint.converted.v1'>)
      : conversions.becameComplaint(tx, event as EventEnvelope<'complaint.opened-from-proposal.v1'>),
});
