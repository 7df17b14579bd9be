import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import {
  type Caller,
  type Connection,
  type Cursors,
  type ListOrder,
  type Page,
  guardedUpdate,
  hasRole,
  keysetPage,
} from '@charter/service';
import type { ProposalStatus } from '../domain/conversions/conversion';
import type { Submission } from '../domain/proposal';
import { EndorsementEntity, ProposalEntity, ProposalHistoryEntity, ProposerEntity } from './proposal.entity';

export interface ProposalFilter {
  readonly departmentCode?: string | null;
  readonly citizenId?: string | null;
  /** Leaves out the private ones that this caller may not see; none: they are the citizen's own. */
  readonly seenBy?: Caller;
}

export type ProposalOrder = 'NEWEST' | 'MOST_ENDORSED';

const ORDERS: Record<ProposalOrder, ListOrder> = {
  NEWEST: {
    name: 'proposals by newness',
    direction: 'DESC',
    columns: [
      { expression: 'proposal.submitted_at', type: 'timestamptz' },
      { expression: 'proposal.id', type: 'uuid' },
    ],
  },
  MOST_ENDORSED: {
    name: 'proposals by endorsements',
    direction: 'DESC',
    columns: [
      { expression: 'proposal.endorsement_count', type: 'integer' },
      { expression: 'proposal.submitted_at', type: 'timestamptz' },
      { expression: 'proposal.id', type: 'uuid' },
    ],
  },
};

const SEALED = ['name', 'phone', 'email'] as const;

/** A proposal as it comes in: handed in, or out of a complaint. */
export interface NewProposal extends Partial<Pick<ProposalEntity, 'public' | 'convertedFrom'>> {
  readonly id: string;
  readonly citizenId: string;
  readonly submission: Submission;
  readonly at: Date;
  /** Who wrote it down, where that is not the citizen. */
  readonly changedBy?: string;
}

/** The same rule as `maySee`, for a list. */
function onlySeenBy(query: SelectQueryBuilder<ProposalEntity>, caller: Caller): void {
  if (hasRole(caller, 'AUDITOR')) return;
  const staff = hasRole(caller, 'OFFICER', 'MANAGER');
  query.andWhere(
    '(proposal.public OR proposal.citizen_id = :seenById OR proposal.department_code = :seenByDepartment)',
    { seenById: caller.id ?? null, seenByDepartment: (staff && caller.departmentCode) || null },
  );
}

export class ProposalStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  page(filter: ProposalFilter, order: ProposalOrder, page: Page): Promise<Connection<ProposalEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ProposalEntity, 'proposal');
    if (filter.departmentCode) query.andWhere('proposal.department_code = :departmentCode', filter);
    if (filter.citizenId) query.andWhere('proposal.citizen_id = :citizenId', filter);
    if (filter.seenBy) onlySeenBy(query, filter.seenBy);
    return keysetPage(query, ORDERS[order], page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(ProposalEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ProposalEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((proposal) => proposal.id === id));
  }

  /** Which of these proposals a citizen has endorsed. One statement. */
  async endorsedBy(citizenId: string, ids: readonly string[]): Promise<boolean[]> {
    const found = await this.dataSource.manager.findBy(EndorsementEntity, { citizenId, proposalId: In([...ids]) });
    return ids.map((id) => found.some(({ proposalId }) => proposalId === id));
  }

  /** The opened name of each proposal's proposer. One statement. */
  async proposerNames(ids: readonly string[]): Promise<string[]> {
    const found = await this.dataSource.manager.findBy(ProposerEntity, { proposalId: In([...ids]) });
    return ids.map((id) =>
      this.opened(
        found.find(({ proposalId }) => proposalId === id)!,
        'name',
      )!,
    );
  }

  /** The opened contacts of one proposal's proposer. */
  async contact(proposalId: string): Promise<Submission['proposer']> {
    const found = await this.dataSource.manager.findOneByOrFail(ProposerEntity, { proposalId });
    return {
      name: this.opened(found, 'name')!,
      phone: this.opened(found, 'phone'),
      email: this.opened(found, 'email'),
    };
  }

  private opened(proposer: ProposerEntity, column: (typeof SEALED)[number]): string | null {
    const sealed = proposer[column];
    return sealed === null ? null : open(this.keys, { table: 'proposer', column, row: proposer.proposalId }, sealed);
  }

  /** @returns whether it was written; false when the complaint that it comes from has one already, also when two come at once */
  async insert(tx: EntityManager, proposal: NewProposal): Promise<boolean> {
    const { id, citizenId, submission, at, convertedFrom = null, changedBy = citizenId } = proposal;
    const { title, body, departmentCode, proposer } = submission;
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(ProposalEntity)
      .values({
        ...{ id, citizenId, departmentCode, title, body, status: 'SUBMITTED', submittedAt: at },
        ...{ public: proposal.public ?? true, convertedFrom },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return false;
    const sealed = Object.fromEntries(
      SEALED.map((column) => {
        const value = proposer[column];
        return [column, value === null ? null : seal(this.keys, { table: 'proposer', column, row: id }, value)];
      }),
    );
    await tx.insert(ProposerEntity, {
      proposalId: id,
      ...(sealed as { name: string; phone: string | null; email: string | null }),
    });
    await tx.insert(ProposalHistoryEntity, {
      proposalId: id,
      changedBy,
      changedAt: at,
      fromStatus: null,
      toStatus: 'SUBMITTED',
    });
    return true;
  }

  /** The proposal, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ProposalEntity | undefined> {
    return (await tx.findOne(ProposalEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    proposal: ProposalEntity,
    changes: Partial<Pick<ProposalEntity, 'status' | 'public'>>,
    { by, at, reason }: { by: string; at: Date; reason: string | null },
  ): Promise<void> {
    await guardedUpdate(tx, ProposalEntity, proposal, changes);
    await tx.insert(ProposalHistoryEntity, {
      ...{ proposalId: proposal.id, changedBy: by, changedAt: at, reason },
      ...{ fromStatus: proposal.status, toStatus: changes.status ?? proposal.status },
    });
  }

  /** Why a proposal became a complaint. */
  async conversionReason(proposalId: string): Promise<string> {
    const toStatus: ProposalStatus = 'CONVERTED';
    const line = await this.dataSource.manager.findOneByOrFail(ProposalHistoryEntity, { proposalId, toStatus });
    return line.reason!;
  }

  async linkComplaint(tx: EntityManager, proposalId: string, complaintId: string): Promise<void> {
    await tx.update(ProposalEntity, { id: proposalId }, { convertedTo: complaintId });
  }

  /** @returns whether it was written; false when this citizen's stands already, also when two come at once */
  async endorse(tx: EntityManager, proposalId: string, citizenId: string, at: Date): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(EndorsementEntity)
      .values({ proposalId, citizenId, endorsedAt: at })
      .orIgnore()
      .returning('citizen_id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return false;
    await tx.increment(ProposalEntity, { id: proposalId }, 'endorsementCount', 1);
    return true;
  }

  /** @returns whether there was one to take back */
  async withdrawEndorsement(tx: EntityManager, proposalId: string, citizenId: string): Promise<boolean> {
    const { affected } = await tx.delete(EndorsementEntity, { proposalId, citizenId });
    if (!affected) return false;
    await tx.decrement(ProposalEntity, { id: proposalId }, 'endorsementCount', 1);
    return true;
  }
}
