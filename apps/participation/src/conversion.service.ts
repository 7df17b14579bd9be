import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import {
  CONVERTED_COMPLAINT_PATH,
  type EventEnvelope,
  type Outcome,
  SERVICE_OFFER_PATH,
  accepted,
  convertedComplaint,
  serviceOffer,
} from '@charter/contracts';
import { PermanentFailure, appendEvents } from '@charter/outbox';
import { type Clock, type Person, type ServiceClient, StaleVersion } from '@charter/service';
import { examines, maySee, owns } from './domain/access';
import { decideConversion, decidePublication } from './domain/conversions/conversion';
import type { ProposalEntity } from './store/proposal.entity';
import type { ProposalStore } from './store/proposal.store';

type Converted = EventEnvelope<'complaint.converted.v1'>;
type Opened = EventEnvelope<'complaint.opened-from-proposal.v1'>;

export interface ConversionServiceParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly services: Pick<ServiceClient, 'post'>;
  readonly clock: Clock;
}

/** The proposal, or why a caller gets none. */
export type Handled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

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
    const { proposals, services, clock } = this.parts;
    const [seen] = await proposals.byIds([proposalId]);
    if (!seen || !maySee(by, seen)) return 'NOT_FOUND';
    if (!examines(by, seen)) return 'FORBIDDEN';
    const answer = await services.post('complaints', SERVICE_OFFER_PATH, { serviceCode }, by.requestId);
    const { refusals } = serviceOffer.parse(answer);
    const may = (proposal: ProposalEntity) => examines(by, proposal);
    return this.change(proposalId, by, may, version, async (tx, proposal) => {
      const decided = decideConversion(proposal.status, reason, refusals);
      if (!decided.ok) return decided;
      const now = clock.now();
      await proposals.step(tx, proposal, { status: decided.value }, { by: by.id, at: now, reason: reason.trim() });
      const { citizenId, departmentCode } = proposal;
      const payload = { proposalId, citizenId, departmentCode, serviceCode, officerId: by.id };
      await appendEvents(tx, 'participation', [
        { type: 'proposal.converted-to-complaint.v1', payload: { ...payload, convertedAt: now.toISOString() } },
      ]);
      return accepted(proposalId);
    });
  }

  /** The proposer lets everybody read what came out of a private complaint. */
  publish(proposalId: string, by: Person): Promise<Handled> {
    const may = (proposal: ProposalEntity) => owns(by, proposal);
    return this.change(proposalId, by, may, null, async (tx, proposal) => {
      const decided = decidePublication(proposal);
      if (!decided.ok) return decided;
      const line = { by: by.id, at: this.parts.clock.now(), reason: null };
      await this.parts.proposals.step(tx, proposal, { public: true }, line);
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
    const { proposals, services } = this.parts;
    const { complaintId, citizenId, departmentCode, officerId, convertedAt } = payload;
    const answer = await services.post('complaints', CONVERTED_COMPLAINT_PATH, { complaintId }, eventId);
    const { complaint } = convertedComplaint.parse(answer);
    if (!complaint) throw new PermanentFailure('There is no such converted complaint.');
    const { title, body, proposer, public: isPublic } = complaint;
    const id = randomUUID();
    const origin = { public: isPublic, convertedFrom: complaintId, changedBy: officerId ?? citizenId };
    const submission = { title, body, departmentCode, proposer };
    if (!(await proposals.insert(tx, { id, citizenId, submission, at: new Date(convertedAt), ...origin }))) return;
    await appendEvents(tx, 'participation', [
      {
        type: 'proposal.opened-from-complaint.v1',
        payload: { proposalId: id, complaintId, citizenId, departmentCode },
      },
    ]);
  }

  /** Which complaint a proposal has become. */
  async becameComplaint(tx: EntityManager, { payload }: Opened): Promise<void> {
    await this.parts.proposals.linkComplaint(tx, payload.proposalId, payload.complaintId);
  }

  private change(
    id: string,
    by: Person,
    may: (proposal: ProposalEntity) => boolean,
    version: number | null,
    decide: (tx: EntityManager, proposal: ProposalEntity) => Promise<Outcome<string>>,
  ): Promise<Handled> {
    const { dataSource, proposals } = this.parts;
    return dataSource.transaction(async (tx) => {
      const proposal = await proposals.lock(tx, id);
      if (!proposal || !maySee(by, proposal)) return 'NOT_FOUND';
      if (!may(proposal)) return 'FORBIDDEN';
      if (version !== null && version !== proposal.version) throw new StaleVersion();
      return decide(tx, proposal);
    });
  }
}
