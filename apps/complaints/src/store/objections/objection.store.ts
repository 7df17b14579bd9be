import { type DataSource, type EntityManager, In, LessThanOrEqual, Not, type SelectQueryBuilder } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { Basis, ObjectionStatus } from '../../domain/objections/objection';
import type { ObjectionRule } from '../../domain/objections/period';
import { type ComplaintEntity, ComplaintHistoryEntity } from '../complaint.entity';
import { ObjectionEntity, ObjectionHistoryEntity, ObjectionRuleEntity } from './objection.entity';

export interface ObjectionFilter {
  readonly citizenId?: string;
  readonly departmentCode?: string | null;
  readonly handlerId?: string | null;
  readonly complaintId?: string | null;
  readonly basis?: Basis | null;
  readonly status?: readonly ObjectionStatus[] | null;
  /** Open and past its date, or not. */
  readonly overdue?: boolean | null;
  readonly filedFrom?: Date | null;
  readonly filedTo?: Date | null;
}

export type ObjectionOrder = 'NEWEST' | 'NEAREST_DEADLINE';

const ID = { expression: 'objection.id', type: 'uuid' } as const;
const ORDERS: Record<ObjectionOrder, ListOrder> = {
  NEWEST: {
    name: 'objections by newness',
    direction: 'DESC',
    columns: [{ expression: 'objection.filed_at', type: 'timestamptz' }, ID],
  },
  NEAREST_DEADLINE: {
    name: 'objections by nearest deadline',
    direction: 'ASC',
    columns: [{ expression: 'decision.due_at', type: 'timestamptz' }, ID],
  },
};

/** The register of objections (이의신청처리대장), and the periods that the charter promises for them. */
export class ObjectionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page(filter: ObjectionFilter, order: ObjectionOrder, page: Page): Promise<Connection<ObjectionEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ObjectionEntity, 'objection')
      .innerJoin('deadline', 'decision', `decision.subject_id = objection.id AND decision.subject_type = 'OBJECTION'`);
    return keysetPage(narrow(query, filter), ORDERS[order], page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ObjectionEntity | undefined)[]> {
    const found = await tx.findBy(ObjectionEntity, { id: In([...ids]) });
    const byId = new Map(found.map((objection) => [objection.id, objection]));
    return ids.map((id) => byId.get(id));
  }

  /** The objections to each complaint, oldest first. One statement. */
  async ofComplaints(
    complaintIds: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ObjectionEntity[][]> {
    const found = await tx.find(ObjectionEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { filedAt: 'ASC', id: 'ASC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }

  /** The objection, locked until the transaction ends. Whoever changes one has locked its complaint before. */
  lock(tx: EntityManager, id: string): Promise<ObjectionEntity> {
    return tx.findOneOrFail(ObjectionEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(tx: EntityManager, objection: ObjectionEntity): Promise<void> {
    await tx.insert(ObjectionEntity, objection);
    await tx.insert(ObjectionHistoryEntity, {
      ...{ objectionId: objection.id, changedAt: objection.filedAt, changedBy: objection.citizenId, command: 'file' },
      ...{ fromStatus: null, toStatus: objection.status, reason: null },
    });
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    objection: ObjectionEntity,
    changes: Partial<ObjectionEntity>,
    step: { by: string; at: Date; to: ObjectionStatus; command: ObjectionHistoryEntity['command']; reason?: string },
  ): Promise<void> {
    await guardedUpdate(tx, ObjectionEntity, objection, { ...changes, status: step.to });
    await tx.insert(ObjectionHistoryEntity, {
      ...{ objectionId: objection.id, changedAt: step.at, changedBy: step.by, command: step.command },
      ...{ fromStatus: objection.status, toStatus: step.to, reason: step.reason ?? null },
    });
  }

  /** The steps of each objection, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ObjectionHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(ObjectionHistoryEntity, {
      where: { objectionId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ objectionId }) => objectionId === id));
  }

  /** Who closed a complaint; null while it is open. */
  async closerOf(tx: EntityManager, { id, status, closedAt }: ComplaintEntity): Promise<string | null> {
    if (!closedAt) return null;
    const where = { complaintId: id, toStatus: status, fromStatus: Not(status) };
    const [line] = await tx.find(ComplaintHistoryEntity, { where, order: { id: 'DESC' }, take: 1 });
    return line?.changedBy ?? null;
  }

  /** What the charter promises on a day. @throws when no rule holds on it: the migrations bring one */
  ruleOn(tx: EntityManager, day: string): Promise<ObjectionRule> {
    return tx.findOneOrFail(ObjectionRuleEntity, {
      where: { validFrom: LessThanOrEqual(day) },
      order: { validFrom: 'DESC', id: 'DESC' },
    });
  }

  /** Every rule that holds from some day on, the latest first. */
  async rules(): Promise<ObjectionRule[]> {
    const written = await this.dataSource.manager.find(ObjectionRuleEntity, {
      order: { validFrom: 'DESC', id: 'DESC' },
    });
    return written.filter(({ validFrom }, index) => validFrom !== written[index - 1]?.validFrom);
  }

  async addRule(tx: EntityManager, rule: ObjectionRule, by: string, at: Date): Promise<void> {
    const { validFrom, longestExtension, period } = rule;
    const { unit, length, firstDayCounts = true } = period;
    await tx.insert(ObjectionRuleEntity, {
      ...{ validFrom, longestExtension, period: { unit, length, firstDayCounts }, changedBy: by, changedAt: at },
    });
  }
}

/** Adds a filter's conditions; its values are parameters, its columns stand here. */
function narrow(
  query: SelectQueryBuilder<ObjectionEntity>,
  filter: ObjectionFilter,
): SelectQueryBuilder<ObjectionEntity> {
  const { citizenId, departmentCode, handlerId, complaintId, basis, status, overdue, filedFrom, filedTo } = filter;
  if (citizenId) query.andWhere('objection.citizen_id = :citizenId', { citizenId });
  if (departmentCode) query.andWhere('objection.department_code = :departmentCode', { departmentCode });
  if (handlerId) query.andWhere('objection.handler_id = :handlerId', { handlerId });
  if (complaintId) query.andWhere('objection.complaint_id = :complaintId', { complaintId });
  if (basis) query.andWhere('objection.basis = :basis', { basis });
  if (status?.length) query.andWhere('objection.status IN (:...status)', { status });
  if (filedFrom) query.andWhere('objection.filed_at >= :filedFrom', { filedFrom });
  if (filedTo) query.andWhere('objection.filed_at < :filedTo', { filedTo });
  if (overdue !== undefined && overdue !== null) {
    const late = 'decision.closed_at IS NULL AND decision.due_at <= now()';
    query.andWhere(overdue ? late : `NOT (${late})`);
  }
  return query;
}
