import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  CONVERTED_COMPLAINT_PATH,
  type EventEnvelope,
  SERVICE_OFFER_PATH,
  accepted,
  convertedComplaint,
  serviceOffer,
} from '@charter/contracts';
import { PermanentFailure, appendEvents } from '@charter/outbox';
import type { Person, ServiceClient } from '@charter/service';
import { examines, maySee, owns } from './domain/access';
import { decidePublication } from './domain/conversions/conversion';
import { proposalPayload } from './event-payload';
import { type Handled, type ProposalDesk, closeDeadlines, openReview } from './proposal-desk';

type Converted = EventEnvelope<'complaint.converted.v1'>;
type Opened = EventEnvelope<'complaint.opened-from-proposal.v1'>;

export interface ConversionServiceParts {
  readonly desk: ProposalDesk;
  readonly services: Pick<ServiceClient, 'post'>;
}

export interface Conversion {
  readonly proposalId: string;
  readonly serviceCode: string;
  readonly reason: string;
  readonly version: number | null;
}

/** What really is a complaint leaves, and what really is a proposal comes in: linked both ways, once however often it is told. */
export class ConversionService {
  constructor(private readonly parts: ConversionServiceParts) {}

  /**
   * Hands a proposal to the complaints service, after asking whether the catalogue's service takes it today.
   * @throws {ServiceUnavailable} while that cannot be asked: nothing has changed
   * @throws {StaleVersion} when `version` is not the present one
   */
  async convert({ proposalId, serviceCode, reason, version }: Conversion, by: Person): Promise<Handled> {
    const { desk, services } = this.parts;
    const { proposals, deadlines } = desk.parts;
    const [seen] = await proposals.byIds([proposalId]);
    if (!seen || !maySee(by, seen)) return 'NOT_FOUND';
    if (!examines(by, seen)) return 'FORBIDDEN';
    const answer = await services.post('complaints', SERVICE_OFFER_PATH, { serviceCode }, by.requestId);
    const { refusals } = serviceOffer.parse(answer);
    const more = async () => ({ elsewhere: refusals });
    return desk.handle({ type: 'convert', reason }, { id: proposalId, version, by, more }, async (step) => {
      const { proposal, now, write } = step;
      await closeDeadlines(step, deadlines, 'RESULT', '민원 전환');
      await write({ officerId: step.officerId }, { reason: reason.trim() });
      const { citizenId, departmentCode } = proposal;
      const payload = { proposalId, citizenId, departmentCode, serviceCode, officerId: by.id };
      return [{ type: 'proposal.converted-to-complaint.v1', payload: { ...payload, convertedAt: now.toISOString() } }];
    });
  }

  /** The proposer lets everybody read what came out of a private complaint. */
  publish(proposalId: string, by: Person): Promise<Handled> {
    const { dataSource, proposals, clock } = this.parts.desk.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const proposal = await proposals.lock(tx, proposalId);
      if (!proposal || !maySee(by, proposal)) return 'NOT_FOUND';
      if (!owns(by, proposal)) return 'FORBIDDEN';
      const decided = decidePublication(proposal);
      if (!decided.ok) return decided;
      const line = { by: by.id, at: clock.now(), to: proposal.status, step: 'publish' };
      await proposals.step(tx, proposal, { public: true }, line);
      return accepted(proposalId);
    });
  }

  /**
   * Opens the proposal that a complaint really is. Its month begins here, not when the complaint came in: it is counted from
   * its receipt as a proposal (국민 제안 규정 제10조제1항), and until now nobody had received one.
   * @throws {ServiceUnavailable} while its texts cannot be asked for: the event is tried again
   * @throws {PermanentFailure} when there is no such converted complaint: a dead letter, which an administrator sees
   */
  async openProposal(tx: EntityManager, { id: eventId, payload }: Converted): Promise<void> {
    const { desk, services } = this.parts;
    const { proposals, deadlines } = desk.parts;
    const { complaintId, citizenId, departmentCode, officerId, convertedAt } = payload;
    const answer = await services.post('complaints', CONVERTED_COMPLAINT_PATH, { complaintId }, eventId);
    const { complaint } = convertedComplaint.parse(answer);
    if (!complaint) throw new PermanentFailure('There is no such converted complaint.');
    const { title, body, proposer, public: isPublic } = complaint;
    const id = randomUUID();
    const origin = { public: isPublic, convertedFrom: complaintId, changedBy: officerId ?? citizenId };
    const submission = { title, body, departmentCode, proposer, share: 100, jointAuthors: [] };
    const at = new Date(convertedAt);
    const about = { id, citizenId, departmentCode, officerId: null };
    if (await proposals.cameFrom(tx, complaintId)) return;
    const review = await openReview(tx, deadlines, about, { by: origin.changedBy, at });
    const due = { reviewId: review.id, dueAt: review.dueAt! };
    await proposals.insert(tx, { id, citizenId, submission, at, ...origin, ...due });
    const told = { ...proposalPayload(about), complaintId, dueAt: due.dueAt.toISOString() };
    await appendEvents(tx, 'participation', [{ type: 'proposal.opened-from-complaint.v1', payload: told }]);
  }

  /** Which complaint a proposal has become. */
  async becameComplaint(tx: EntityManager, { payload }: Opened): Promise<void> {
    await this.parts.desk.parts.proposals.linkComplaint(tx, payload.proposalId, payload.complaintId);
  }
}
