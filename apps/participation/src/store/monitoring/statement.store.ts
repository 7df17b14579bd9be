import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { AllowanceStatementEntity } from './recruitment.entity';
import { ReportEntity } from './report.entity';

const STATEMENTS: ListOrder = {
  name: 'allowance statements by month',
  direction: 'DESC',
  columns: [
    { expression: 'statement.month', type: 'text' },
    { expression: 'statement.id', type: 'uuid' },
  ],
};

export interface StatementFilter {
  readonly citizenId?: string;
  readonly recruitmentId?: string | null;
  /** Those of the recruitments of this department. */
  readonly departmentCode?: string | null;
  readonly month?: string | null;
}

/** An accepted report that no statement states yet. */
export interface UnstatedReport {
  readonly reportId: string;
  readonly citizenId: string;
  /** The month in which it was accepted, YYYY-MM in Asia/Seoul. */
  readonly month: string;
  readonly allowance: number;
}

/** What months earned monitors (활동비 내역). */
export class StatementStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page(filter: StatementFilter, page: Page): Promise<Connection<AllowanceStatementEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(AllowanceStatementEntity, 'statement');
    if (filter.citizenId) query.andWhere('statement.citizen_id = :citizenId', filter);
    if (filter.recruitmentId) query.andWhere('statement.recruitment_id = :recruitmentId', filter);
    if (filter.month) query.andWhere('statement.month = :month', filter);
    if (filter.departmentCode) {
      query.andWhere(
        `EXISTS (SELECT 1 FROM monitor_recruitment r WHERE r.id = statement.recruitment_id AND r.department_code = :departmentCode)`,
        filter,
      );
    }
    return keysetPage(query, STATEMENTS, page, this.cursors);
  }

  /** A recruitment with accepted reports of months that are over and not stated; undefined when all are. */
  async due(tx: EntityManager, monthBegan: Date): Promise<string | undefined> {
    const rows = (await tx.query(
      `SELECT "recruitment_id" AS "id" FROM "monitoring_report"
       WHERE "allowance" IS NOT NULL AND "statement_id" IS NULL AND "verified_at" < $1 ORDER BY "verified_at" LIMIT 1`,
      [monthBegan],
    )) as { id: string }[];
    return rows[0]?.id;
  }

  /** Its accepted reports of months that are over and not stated, in order. */
  unstated(tx: EntityManager, recruitmentId: string, monthBegan: Date): Promise<UnstatedReport[]> {
    return tx.query(
      `SELECT "id" AS "reportId", "citizen_id" AS "citizenId", "allowance",
         to_char("verified_at" AT TIME ZONE 'Asia/Seoul', 'YYYY-MM') AS "month"
       FROM "monitoring_report"
       WHERE "recruitment_id" = $1 AND "allowance" IS NOT NULL AND "statement_id" IS NULL AND "verified_at" < $2
       ORDER BY "citizen_id", "month", "id"`,
      [recruitmentId, monthBegan],
    ) as Promise<UnstatedReport[]>;
  }

  async issue(tx: EntityManager, statement: AllowanceStatementEntity, reportIds: readonly string[]): Promise<void> {
    await tx.insert(AllowanceStatementEntity, statement);
    await tx.update(ReportEntity, { id: In([...reportIds]) }, { statementId: statement.id });
  }

  /** The reports that each statement states, in the order in which they were sent. One statement. */
  async reportsOf(ids: readonly string[]): Promise<ReportEntity[][]> {
    const found = await this.dataSource.manager.find(ReportEntity, {
      where: { statementId: In([...ids]) },
      order: { submittedAt: 'ASC', id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ statementId }) => statementId === id));
  }
}
