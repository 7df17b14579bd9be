import type { EntityManager } from 'typeorm';
import { type EventEnvelope, convertedProposal, CONVERTED_PROPOSAL_PATH } from '@charter/contracts';
import { PermanentFailure, appendEvents } from '@charter/outbox';
import type { Person, ServiceClient } from '@charter/service';
import { type Desk, type Handled, byDepartment, closeDeadlines } from './desk';
import { ACCEPTANCE } from './domain/deadline-kinds';
import { complaintPayload } from './event-payload';
import type { FilingService } from './filing.service';
import type { ConversionStore } from './store/conversions/conversion.store';

type Converted = EventEnvelope<'proposal.converted-to-complaint.v1'>;
type Opened = EventEnvelope<'proposal.opened-from-complaint.v1'>;

export interface ConversionServiceParts {
  readonly desk: Desk;
  readonly filing: FilingService;
  readonly conversions: ConversionStore;
  readonly services: Pick<ServiceClient, 'post'>;
}

/** What really is a proposal leaves, and what really is a complaint comes in: linked both ways, once however often it is told. */
export class ConversionService {
  constructor(private readonly parts: ConversionServiceParts) {}

  /** For the complaints service it ends here: nothing is promised any more, and the participation service takes it over. */
  convert(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    const { desk } = this.parts;
    const call = byDepartment(id, version, by);
    return desk.handle({ type: 'convert', reason }, call, async (step) => {
      const { complaint, now, officerId, write } = step;
      await write({ officerId }, { reason: reason.trim() });
      const close = (kind: string) => (kind === ACCEPTANCE ? 'meet' : 'cancel');
      await closeDeadlines(step, desk.parts.deadlines, close, '제안으로 전환');
      const payload = { ...complaintPayload({ ...complaint, officerId }), convertedAt: now.toISOString() };
      return [{ type: 'complaint.converted.v1', payload }];
    });
  }

  /** Which proposal a complaint has become. */
  async becameProposal(tx: EntityManager, { payload, occurredAt }: Opened): Promise<void> {
    const { complaintId, proposalId } = payload;
    const link = { complaintId, proposalId, linkedAt: new Date(occurredAt) };
    await this.parts.conversions.link(tx, { ...link, direction: 'TO_PROPOSAL' });
  }

  /**
   * Files the complaint that a proposal really is (국민 제안 규정 제6조제5항: it is received as a complaint), as of the moment
   * when that was decided.
   * @throws {ServiceUnavailable} while its texts cannot be asked for: the event is tried again
   * @throws {PermanentFailure} when it cannot be filed as it is: a dead letter, which an administrator sees
   */
  async fileProposal(tx: EntityManager, { id: eventId, payload }: Converted): Promise<void> {
    const { filing, conversions, services } = this.parts;
    const { proposalId, citizenId, serviceCode, officerId } = payload;
    // Two that bring the same proposal in wait for each other: the second finds it filed.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [proposalId]);
    if (await conversions.isFiled(tx, proposalId)) return;
    const answer = await services.post('participation', CONVERTED_PROPOSAL_PATH, { proposalId }, eventId);
    const { proposal } = convertedProposal.parse(answer);
    if (!proposal) throw new PermanentFailure('There is no such converted proposal.');
    const { title, body, petitioner, reason } = proposal;
    const convertedAt = new Date(payload.convertedAt);
    // The citizen agreed that a proposal is read by others, not the complaint and its answer.
    const made = { serviceCode, title, body, petitioner, channel: 'ONLINE', visibility: 'PRIVATE' } as const;
    const alone = { joint: null, place: null, attachmentIds: [] };
    const filed = await filing.takeOver(
      tx,
      { ...made, ...alone, receivedAt: convertedAt },
      { citizenId, officerId, reason },
    );
    if (!filed.ok) throw new PermanentFailure(filed.refusals.map(({ message }) => message.en).join(' '));
    const complaintId = filed.value;
    await conversions.link(tx, { complaintId, proposalId, direction: 'FROM_PROPOSAL', linkedAt: convertedAt });
    await appendEvents(tx, 'complaints', [
      { type: 'complaint.opened-from-proposal.v1', payload: { complaintId, proposalId } },
    ]);
  }
}
