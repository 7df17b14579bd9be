import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { Status } from '../domain/handling';
import { STATUTORY } from '../domain/deadline-kinds';
import { ComplaintEntity, ComplaintHistoryEntity } from './complaint.entity';

export interface ComplaintFilter {
  readonly citizenId?: string;
  readonly departmentCode?: string | null;
  readonly serviceCode?: string | null;
  readonly officerId?: string | null;
  readonly status?: readonly Status[] | null;
  /** Open and past the statutory date, or not. */
  readonly overdue?: boolean | null;
  readonly receivedFrom?: Date | null;
  readonly receivedTo?: Date | null;
}

export type ComplaintOrder = 'NEWEST' | 'NEAREST_DEADLINE';

const ID = { expression: 'complaint.id', type: 'uuid' } as const;
const ORDERS: Record<ComplaintOrder, ListOrder> = {
  NEWEST: {
    name: 'complaints by newness',
    direction: 'DESC',
    columns: [{ expression: 'complaint.received_at', type: 'timestamptz' }, ID],
  },
  NEAREST_DEADLINE: {
    name: 'complaints by nearest deadline',
    direction: 'ASC',
    columns: [{ expression: `COALESCE(statutory.due_at, 'infinity')`, type: 'timestamptz' }, ID],
  },
};

export class ComplaintStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page(filter: ComplaintFilter, order: ComplaintOrder, page: Page): Promise<Connection<ComplaintEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ComplaintEntity, 'complaint')
      .innerJoin('deadline', 'statutory', 'statutory.subject_id = complaint.id AND statutory.kind = :kind', {
        kind: STATUTORY,
      });
    return keysetPage(narrow(query, filter), ORDERS[order], page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ComplaintEntity | undefined)[]> {
    const found = await tx.findBy(ComplaintEntity, { id: In([...ids]) });
    const byId = new Map(found.map((complaint) => [complaint.id, complaint]));
    return ids.map((id) => byId.get(id));
  }

  /** The complaint, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ComplaintEntity | undefined> {
    return (await tx.findOne(ComplaintEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** The next running number; a filing that is given up leaves a gap. */
  async nextRunningNumber(tx: EntityManager): Promise<number> {
    const [{ next }] = (await tx.query(`SELECT nextval('receipt_running')::int AS next`)) as [{ next: number }];
    return next;
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    complaint: ComplaintEntity,
    changes: Partial<ComplaintEntity>,
    step: { by: string; at: Date; to: Status },
  ): Promise<void> {
    await guardedUpdate(tx, ComplaintEntity, complaint, { ...changes, status: step.to });
    await this.remember(tx, {
      complaintId: complaint.id,
      changedAt: step.at,
      changedBy: step.by,
      fromStatus: complaint.status,
      toStatus: step.to,
    });
  }

  async remember(tx: EntityManager, line: Omit<ComplaintHistoryEntity, 'id' | 'reason' | 'recordedAt'>): Promise<void> {
    await tx.insert(ComplaintHistoryEntity, { ...line, reason: null });
  }

  /** The steps of each complaint, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ComplaintHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(ComplaintHistoryEntity, {
      where: { complaintId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ complaintId }) => complaintId === id));
  }
}

/** Adds a filter's conditions; its values are parameters, its columns stand here. */
function narrow(
  query: SelectQueryBuilder<ComplaintEntity>,
  filter: ComplaintFilter,
): SelectQueryBuilder<ComplaintEntity> {
  const { citizenId, departmentCode, serviceCode, officerId, status, overdue, receivedFrom, receivedTo } = filter;
  if (citizenId) query.andWhere('complaint.citizen_id = :citizenId', { citizenId });
  if (departmentCode) query.andWhere('complaint.department_code = :departmentCode', { departmentCode });
  if (serviceCode) query.andWhere('complaint.service_code = :serviceCode', { serviceCode });
  if (officerId) query.andWhere('complaint.officer_id = :officerId', { officerId });
  if (status?.length) query.andWhere('complaint.status IN (:...status)', { status });
  if (receivedFrom) query.andWhere('complaint.received_at >= :receivedFrom', { receivedFrom });
  if (receivedTo) query.andWhere('complaint.received_at < :receivedTo', { receivedTo });
  if (overdue !== undefined && overdue !== null) {
    const late = 'statutory.closed_at IS NULL AND statutory.due_at <= now()';
    query.andWhere(overdue ? late : `NOT COALESCE(${late}, false)`);
  }
  return query;
}
