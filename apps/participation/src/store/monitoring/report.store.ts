import { Brackets, type DataSource, type EntityManager, In, Not } from 'typeorm';
import type { Act } from '@charter/deadlines';
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
import type { ChecklistItem } from '../../domain/monitoring/mission';
import { type Observation, type ReportStatus, VERIFIED } from '../../domain/monitoring/report';
import { ObservationEntity, ReportEntity, ReportHistoryEntity, ReportVersionEntity } from './report.entity';

const REPORTS: ListOrder = {
  name: 'reports by newness',
  direction: 'DESC',
  columns: [
    { expression: 'report.submitted_at', type: 'timestamptz' },
    { expression: 'report.id', type: 'uuid' },
  ],
};

export interface ReportFilter {
  readonly missionId?: string | null;
  readonly citizenId?: string;
  /** The department that was watched. */
  readonly watchedCode?: string | null;
  readonly standardCode?: string | null;
  readonly status?: readonly ReportStatus[] | null;
}

/** Reports of monitors (활동 보고) with what they found. */
export class ReportStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Of the reports that the caller may see: `maySeeReport`, said in SQL. */
  page(filter: ReportFilter, caller: Caller, page: Page): Promise<Connection<ReportEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ReportEntity, 'report');
    if (!hasRole(caller, 'AUDITOR')) {
      query.andWhere(
        new Brackets((seen) => {
          seen.where('report.status IN (:...verified)', { verified: VERIFIED });
          if (caller.id) seen.orWhere('report.citizen_id = :me', { me: caller.id });
          if (hasRole(caller, 'OFFICER', 'MANAGER'))
            seen.orWhere('report.department_code = :mine', { mine: caller.departmentCode ?? '' });
        }),
      );
    }
    if (filter.missionId) query.andWhere('report.mission_id = :missionId', filter);
    if (filter.citizenId) query.andWhere('report.citizen_id = :citizenId', filter);
    if (filter.watchedCode) query.andWhere('report.watched_code = :watchedCode', filter);
    if (filter.status?.length) query.andWhere('report.status IN (:...status)', filter);
    if (filter.standardCode) {
      query.andWhere(
        `EXISTS (SELECT 1 FROM monitoring_observation o WHERE o.report_id = report.id AND o.standard_code = :standardCode)`,
        filter,
      );
    }
    return keysetPage(query, REPORTS, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ReportEntity | undefined)[]> {
    const found = await tx.findBy(ReportEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((report) => report.id === id));
  }

  /** Locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ReportEntity | undefined> {
    return (await tx.findOne(ReportEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Whether a monitor has reported on a mission, and not taken it back. */
  hasReported(tx: EntityManager, missionId: string, citizenId: string): Promise<boolean> {
    return tx.existsBy(ReportEntity, { missionId, citizenId, status: Not<ReportStatus>('WITHDRAWN') });
  }

  async insert(
    tx: EntityManager,
    report: Partial<ReportEntity> & Pick<ReportEntity, 'id' | 'citizenId' | 'submittedAt' | 'status'>,
    observations: readonly Observation[],
    checklist: readonly ChecklistItem[],
  ): Promise<void> {
    await tx.insert(ReportEntity, report);
    await this.writeObservations(tx, report.id, observations, checklist);
    const line = { reportId: report.id, changedBy: report.citizenId, changedAt: report.submittedAt, fromStatus: null };
    await tx.insert(ReportHistoryEntity, { ...line, toStatus: report.status, step: 'submit', reason: null });
  }

  /** Keeps what it said before. */
  async rewrite(
    tx: EntityManager,
    { id: reportId, version, summary }: ReportEntity,
    observations: readonly Observation[],
    checklist: readonly ChecklistItem[],
    replacedAt: Date,
  ): Promise<void> {
    const [before] = await this.observationsOf([reportId], tx);
    const said = before!.map(({ item, finding, note }) => ({ item, finding, note }));
    await tx.insert(ReportVersionEntity, { reportId, version, summary, observations: said, replacedAt });
    await tx.delete(ObservationEntity, { reportId });
    await this.writeObservations(tx, reportId, observations, checklist);
  }

  private async writeObservations(
    tx: EntityManager,
    reportId: string,
    observations: readonly Observation[],
    checklist: readonly ChecklistItem[],
  ): Promise<void> {
    await tx.insert(
      ObservationEntity,
      observations.map((each) => ({ ...each, reportId, standardCode: checklist[each.item - 1]!.standardCode })),
    );
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    report: ReportEntity,
    step: string,
    { by, at }: Act,
    changes: Partial<ReportEntity>,
    reason: string | null = null,
  ): Promise<void> {
    await guardedUpdate(tx, ReportEntity, report, changes as never);
    const { id: reportId, status: fromStatus } = report;
    const line = { reportId, changedBy: by, changedAt: at, fromStatus, toStatus: changes.status ?? fromStatus };
    await tx.insert(ReportHistoryEntity, { ...line, step, reason });
  }

  /** What each report found, in the order of the checklist. One statement. */
  async observationsOf(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ObservationEntity[][]> {
    const found = await tx.find(ObservationEntity, { where: { reportId: In([...ids]) }, order: { item: 'ASC' } });
    return ids.map((id) => found.filter(({ reportId }) => reportId === id));
  }

  /** What each report said before. One statement. */
  async versionsOf(ids: readonly string[]): Promise<ReportVersionEntity[][]> {
    const found = await this.dataSource.manager.find(ReportVersionEntity, {
      where: { reportId: In([...ids]) },
      order: { version: 'ASC' },
    });
    return ids.map((id) => found.filter(({ reportId }) => reportId === id));
  }

  /** The steps of each report, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ReportHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(ReportHistoryEntity, {
      where: { reportId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ reportId }) => reportId === id));
  }

  /** How many reports each mission has, and how many of them were accepted. One statement. */
  async countsOf(missionIds: readonly string[]): Promise<{ received: number; accepted: number }[]> {
    const rows = (await this.dataSource.manager.query(
      `SELECT "mission_id" AS "id", count(*) FILTER (WHERE "status" <> 'WITHDRAWN')::int AS "received",
         count(*) FILTER (WHERE "status" IN ('ACCEPTED', 'ANSWERED'))::int AS "accepted"
       FROM "monitoring_report" WHERE "mission_id" = ANY($1) GROUP BY 1`,
      [missionIds],
    )) as { id: string; received: number; accepted: number }[];
    return missionIds.map((id) => {
      const row = rows.find((each) => each.id === id);
      return { received: row?.received ?? 0, accepted: row?.accepted ?? 0 };
    });
  }

  /** The report of one monitor on each mission that was not withdrawn. One statement. */
  async ownReports(citizenId: string, missionIds: readonly string[]): Promise<(ReportEntity | null)[]> {
    const found = await this.dataSource.manager.findBy(ReportEntity, { citizenId, missionId: In([...missionIds]) });
    const live = found.filter(({ status }) => status !== 'WITHDRAWN');
    return missionIds.map((id) => live.find(({ missionId }) => missionId === id) ?? null);
  }
}
