import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import { type Status, type StepName, isOpenStatus } from '../domain/handling';
import { ComplaintEntity, ComplaintHistoryEntity, ComplaintOpinionEntity } from './complaint.entity';

export interface ComplaintFilter {
  readonly citizenId?: string;
  readonly departmentCode?: string | null;
  readonly serviceCode?: string | null;
  readonly officerId?: string | null;
  readonly status?: readonly Status[] | null;
  /** Only what is still to be done. */
  readonly open?: boolean;
  /** Open and past the statutory date, or not. */
  readonly overdue?: boolean | null;
  readonly receivedFrom?: Date | null;
  readonly receivedTo?: Date | null;
}

/** A filter as JSON keeps it: moments are text. */
export const fromStored = (stored: object): ComplaintFilter => {
  const { receivedFrom, receivedTo, ...filter } = stored as {
    receivedFrom?: string | null;
    receivedTo?: string | null;
  };
  return {
    ...filter,
    ...(receivedFrom && { receivedFrom: new Date(receivedFrom) }),
    ...(receivedTo && { receivedTo: new Date(receivedTo) }),
  };
};

/** A step to write down: who did what, when, and what the citizen reads with it. */
export interface StepLine extends Partial<Pick<ComplaintHistoryEntity, 'reason' | 'dueAt' | 'cause'>> {
  readonly by: string;
  readonly at: Date;
  readonly to: Status;
  readonly step: StepName;
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
      .innerJoin('deadline', 'statutory', 'statutory.id = complaint.statutory_id');
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
    return (await tx.findOne(ComplaintEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
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
    { by, at, to, step, ...said }: StepLine,
  ): Promise<void> {
    const closedAt = isOpenStatus(to) ? null : (complaint.closedAt ?? at);
    // Closed in whatever way, nothing waits for consent and nothing stands still any more.
    const settled = closedAt === null ? {} : { proposedExtension: null, suspension: null };
    await guardedUpdate(tx, ComplaintEntity, complaint, { ...changes, ...settled, status: to, closedAt });
    await this.remember(tx, {
      ...{ complaintId: complaint.id, changedAt: at, changedBy: by, fromStatus: complaint.status, toStatus: to, step },
      ...{ hadOfficer: complaint.officerId !== null, reason: null, dueAt: null, cause: null },
      ...said,
    });
  }

  async remember(tx: EntityManager, line: Omit<ComplaintHistoryEntity, 'id' | 'recordedAt'>): Promise<void> {
    await tx.insert(ComplaintHistoryEntity, line);
  }

  /** What the citizens think of the results, in the order of the ids. One statement. */
  async opinionsOf(ids: readonly string[]): Promise<(ComplaintOpinionEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ComplaintOpinionEntity, { complaintId: In([...ids]) });
    return ids.map((id) => found.find(({ complaintId }) => complaintId === id));
  }

  /**
   * The complaints that the same citizen filed before for the same service, of each complaint, oldest first; the latest 50.
   * One statement.
   */
  async earlierOfSame(
    complaints: readonly ComplaintEntity[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ComplaintEntity[][]> {
    const rows = (await tx.query(
      `SELECT later."id" AS later, earlier."id" AS earlier
       FROM "complaint" later, LATERAL (
         SELECT "id", "received_at" FROM "complaint" e
         WHERE e."citizen_id" = later."citizen_id" AND e."service_code" = later."service_code" AND e."id" <> later."id"
           AND (e."received_at", e."id") < (later."received_at", later."id")
         ORDER BY e."received_at" DESC, e."id" DESC LIMIT 50) earlier
       WHERE later."id" = ANY($1)
       ORDER BY earlier."received_at", earlier."id"`,
      [complaints.map(({ id }) => id)],
    )) as { later: string; earlier: string }[];
    const found = await this.byIds([...new Set(rows.map(({ earlier }) => earlier))], tx);
    const byId = new Map(found.map((complaint) => [complaint!.id, complaint!]));
    return complaints.map(({ id }) =>
      rows.filter(({ later }) => later === id).map(({ earlier }) => byId.get(earlier)!),
    );
  }

  /** The steps of each complaint, oldest first. One statement. */
  async historyOf(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ComplaintHistoryEntity[][]> {
    const lines = await tx.find(ComplaintHistoryEntity, {
      where: { complaintId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ complaintId }) => complaintId === id));
  }

  /** When each step of these complaints was written, to the microsecond, by the step's id: what its transaction told has the same moment. */
  async writingOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const rows = (await tx.query(
      `SELECT "id", "recorded_at"::text AS "writtenAt" FROM "complaint_history" WHERE "complaint_id" = ANY($1)`,
      [ids],
    )) as { id: string; writtenAt: string }[];
    return new Map(rows.map(({ id, writtenAt }) => [id, writtenAt]));
  }
}

/** Adds a filter's conditions; its values are parameters, its columns stand here. */
function narrow(
  query: SelectQueryBuilder<ComplaintEntity>,
  filter: ComplaintFilter,
): SelectQueryBuilder<ComplaintEntity> {
  const { citizenId, departmentCode, serviceCode, officerId, status, open, overdue, receivedFrom, receivedTo } = filter;
  if (citizenId) query.andWhere('complaint.citizen_id = :citizenId', { citizenId });
  if (departmentCode) query.andWhere('complaint.department_code = :departmentCode', { departmentCode });
  if (serviceCode) query.andWhere('complaint.service_code = :serviceCode', { serviceCode });
  if (officerId) query.andWhere('complaint.officer_id = :officerId', { officerId });
  if (status?.length) query.andWhere('complaint.status IN (:...status)', { status });
  if (open) query.andWhere('complaint.closed_at IS NULL AND statutory.closed_at IS NULL');
  if (receivedFrom) query.andWhere('complaint.received_at >= :receivedFrom', { receivedFrom });
  if (receivedTo) query.andWhere('complaint.received_at < :receivedTo', { receivedTo });
  if (overdue !== undefined && overdue !== null) {
    const late = 'statutory.closed_at IS NULL AND statutory.due_at <= now()';
    query.andWhere(overdue ? late : `NOT COALESCE(${late}, false)`);
  }
  return query;
}
