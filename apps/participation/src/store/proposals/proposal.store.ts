import { randomUUID } from 'node:crypto';
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
import { termsOf } from '@charter/korean';
import type { Status } from '../../domain/proposals/status';
import type { Submission } from '../../domain/proposals/submission';
import { JointAuthorEntity, ProposalEntity, ProposalHistoryEntity, ProposerEntity } from './proposal.entity';

export interface ProposalFilter {
  readonly departmentCode?: string | null;
  readonly citizenId?: string | null;
  /** Only those that this citizen endorses. */
  readonly endorsedBy?: string;
  readonly status?: readonly Status[] | null;
  /** Only those that enough citizens endorse for an answer, or only the others. */
  readonly thresholdReached?: boolean | null;
  /** Only those whose department owes something now: its review, its answer, or its opinion. */
  readonly consultedDepartment?: string | null;
  /** Leaves out the private ones that this caller may not see; none: they are the citizen's own. */
  readonly seenBy?: Caller;
}

export type ProposalOrder = 'NEWEST' | 'MOST_ENDORSED' | 'MOST_DISCUSSED';

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
  MOST_DISCUSSED: {
    name: 'proposals by discussion',
    direction: 'DESC',
    columns: [
      { expression: 'proposal.discussion', type: 'integer' },
      { expression: 'proposal.submitted_at', type: 'timestamptz' },
      { expression: 'proposal.id', type: 'uuid' },
    ],
  },
};

/** How many of the likest are looked at closely. */
const MOST_CANDIDATES = 200;

const JOINT_AUTHOR = { table: 'joint_author', column: 'name' } as const;
const SEALED = ['name', 'phone', 'email'] as const;

/** A proposal as it comes in: handed in, or out of a complaint. */
export interface NewProposal extends Partial<Pick<ProposalEntity, 'public' | 'convertedFrom'>> {
  readonly id: string;
  readonly citizenId: string;
  readonly submission: Submission;
  readonly at: Date;
  /** Who wrote it down, where that is not the citizen. */
  readonly changedBy?: string;
  /** The deadline of its review. */
  readonly reviewId: string;
  readonly dueAt: Date;
}

/** A step to write down: who did what, when, and what everybody reads with it. */
export interface StepLine extends Partial<Pick<ProposalHistoryEntity, 'reason' | 'dueAt'>> {
  readonly by: string;
  readonly at: Date;
  readonly to: Status;
  readonly step: string;
}

/** A proposal that is like a text: 0 to 1, the terms that both have ÷ half of all their terms (Dice). */
export interface SimilarProposal {
  readonly id: string;
  readonly likeness: number;
}

/** The same rule as `maySee`, for a list. */
function onlySeenBy(query: SelectQueryBuilder<ProposalEntity>, caller: Caller): void {
  if (hasRole(caller, 'AUDITOR')) return;
  const staff = hasRole(caller, 'OFFICER', 'MANAGER');
  query.andWhere(
    `((proposal.public AND proposal.visibility = 'VISIBLE') OR proposal.citizen_id = :seenById
      OR proposal.department_code = :seenByDepartment OR :seenByDepartment = ANY(proposal.consulted))`,
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
    if (filter.endorsedBy)
      query.andWhere(
        'EXISTS (SELECT 1 FROM endorsement e WHERE e.proposal_id = proposal.id AND e.citizen_id = :endorsedBy)',
        filter,
      );
    if (filter.status?.length) query.andWhere('proposal.status IN (:...status)', filter);
    if (filter.consultedDepartment) query.andWhere(':consultedDepartment = ANY(proposal.consulted)', filter);
    if (filter.thresholdReached != null)
      query.andWhere(`proposal.threshold_reached_at IS ${filter.thresholdReached ? 'NOT ' : ''}NULL`);
    if (filter.seenBy) onlySeenBy(query, filter.seenBy);
    return keysetPage(query, ORDERS[order], page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ProposalEntity | undefined)[]> {
    const found = await tx.findBy(ProposalEntity, { id: In([...ids]) });
    const byId = new Map(found.map((proposal) => [proposal.id, proposal]));
    return ids.map((id) => byId.get(id));
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

  /** Writes a proposal, who proposes, and its first line of history. */
  async insert(tx: EntityManager, proposal: NewProposal): Promise<void> {
    const { id, citizenId, submission, at, convertedFrom = null, changedBy = citizenId } = proposal;
    const { title, body, departmentCode, proposer } = submission;
    await tx.insert(ProposalEntity, {
      ...{ id, citizenId, departmentCode, title, body, status: 'SUBMITTED', submittedAt: at },
      ...{ public: proposal.public ?? true, convertedFrom, reviewId: proposal.reviewId, share: submission.share },
      terms: termsOf(`${title} ${body}`),
    });
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
    if (submission.jointAuthors.length > 0) await this.writeAuthors(tx, id, submission.jointAuthors);
    await tx.insert(ProposalHistoryEntity, {
      ...{ proposalId: id, changedBy, changedAt: at, fromStatus: null, toStatus: 'SUBMITTED', step: 'submit' },
      ...{ reason: null, dueAt: proposal.dueAt },
    });
  }

  private async writeAuthors(tx: EntityManager, proposalId: string, authors: Submission['jointAuthors']) {
    await tx.insert(
      JointAuthorEntity,
      authors.map(({ name, share }, position) => {
        const id = randomUUID();
        return { id, proposalId, position, share, name: seal(this.keys, { ...JOINT_AUTHOR, row: id }, name) };
      }),
    );
  }

  /** The joint authors of each proposal with their opened names, in order. One statement. */
  async authorsOf(ids: readonly string[]): Promise<{ name: string; share: number }[][]> {
    const found = await this.dataSource.manager.find(JointAuthorEntity, {
      where: { proposalId: In([...ids]) },
      order: { position: 'ASC' },
    });
    return ids.map((id) =>
      found
        .filter(({ proposalId }) => proposalId === id)
        .map(({ id: row, name, share }) => ({ name: open(this.keys, { ...JOINT_AUTHOR, row }, name), share })),
    );
  }

  /** The steps of each proposal, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ProposalHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(ProposalHistoryEntity, {
      where: { proposalId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ proposalId }) => proposalId === id));
  }

  /** The public proposals that are likest to a text, the likest first. */
  async similar(text: string, first: number): Promise<SimilarProposal[]> {
    const terms = termsOf(text);
    if (terms.length === 0) return [];
    return (await this.dataSource.query(
      `SELECT "id", round((2.0 * "common" / ("size" + $3))::numeric, 2)::float8 AS "likeness"
       FROM (
         SELECT p."id", cardinality(p."terms") AS "size", p."submitted_at",
           (SELECT count(*) FROM unnest(p."terms") AS t WHERE t = ANY($1)) AS "common"
         FROM "proposal" p
         WHERE p."terms" && $1 AND p."public" AND p."visibility" = 'VISIBLE'
           AND p."status" NOT IN ('WITHDRAWN', 'CONVERTED', 'EXCLUDED', 'MERGED')
         ORDER BY "common" DESC, p."submitted_at" DESC, p."id" LIMIT ${MOST_CANDIDATES}) AS candidate
       WHERE "common" * 4 >= $3 ORDER BY "likeness" DESC, "submitted_at" DESC, "id" LIMIT $2`,
      [terms, first, terms.length],
    )) as SimilarProposal[];
  }

  /** The proposal, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ProposalEntity | undefined> {
    return (await tx.findOne(ProposalEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Several, locked in one order, so that two who lock the same never wait for each other for ever. */
  async lockAll(tx: EntityManager, ids: readonly string[]): Promise<Map<string, ProposalEntity>> {
    const found = await tx.find(ProposalEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return new Map(found.map((proposal) => [proposal.id, proposal]));
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    proposal: ProposalEntity,
    changes: Partial<ProposalEntity>,
    { by, at, to, step, reason = null, dueAt = null }: StepLine,
  ): Promise<void> {
    await guardedUpdate(tx, ProposalEntity, proposal, { ...changes, status: to });
    await tx.insert(ProposalHistoryEntity, {
      ...{ proposalId: proposal.id, changedBy: by, changedAt: at, step, reason, dueAt },
      ...{ fromStatus: proposal.status, toStatus: to },
    });
  }

  /** Whether a complaint has become a proposal already. Whoever asks at the same time waits. */
  async cameFrom(tx: EntityManager, complaintId: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('converted ' || $1, 0))`, [complaintId]);
    return (await tx.countBy(ProposalEntity, { convertedFrom: complaintId })) > 0;
  }

  /** Why a proposal became a complaint. */
  async conversionReason(proposalId: string): Promise<string> {
    const toStatus: Status = 'CONVERTED';
    const line = await this.dataSource.manager.findOneByOrFail(ProposalHistoryEntity, { proposalId, toStatus });
    return line.reason!;
  }

  async linkComplaint(tx: EntityManager, proposalId: string, complaintId: string): Promise<void> {
    await tx.update(ProposalEntity, { id: proposalId }, { convertedTo: complaintId });
  }
}
