import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { DunningEntity, InspectionCaseEntity } from './dunning.entity';

export type Letter = Omit<DunningEntity, 'id'>;

const BY_DATE: ListOrder = {
  name: 'inspection cases by date',
  direction: 'ASC',
  columns: [
    { expression: 'inspected.due_at', type: 'timestamptz' },
    { expression: 'inspected.complaint_id', type: 'uuid' },
  ],
};

/** The first day of the month after one. @param month its first day, YYYY-MM-DD */
const monthAfter = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
};

/** Dunning letters (독촉장), and the lists that the petition auditor inspects each month. */
export class DunningStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Writes letters, each once. @returns those that were not written before */
  async write(tx: EntityManager, letters: readonly Letter[]): Promise<DunningEntity[]> {
    if (letters.length === 0) return [];
    const rows = letters.map((letter) => ({ ...letter, id: randomUUID() }));
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(DunningEntity)
      .values(rows)
      .orIgnore()
      .returning('id')
      .execute();
    const written = new Set((raw as { id: string }[]).map(({ id }) => id));
    return rows.filter(({ id }) => written.has(id));
  }

  /** The letters about each complaint, oldest first. One statement. */
  async of(complaintIds: readonly string[]): Promise<DunningEntity[][]> {
    const found = await this.dataSource.manager.find(DunningEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { dunnedAt: 'ASC', stage: 'DESC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }

  /** How many letters each department got in a period, both days included. One statement. */
  async countOf(codes: readonly string[], from: string, to: string): Promise<number[]> {
    const rows = (await this.dataSource.query(
      `SELECT "department_code" AS code, count(*)::int AS letters FROM "dunning"
       WHERE "department_code" = ANY($1) AND "dunned_at" >= $2 AND "dunned_at" < $3 GROUP BY "department_code"`,
      [codes, atLocal(from, '00:00'), atLocal(to, '24:00')],
    )) as { code: string; letters: number }[];
    return codes.map((code) => rows.find((row) => row.code === code)?.letters ?? 0);
  }

  /**
   * Makes the list of a month that is over: every complaint that was late by law and not closed before the month began. Made
   * once: a list never changes.
   * @param month its first day
   * @returns whether it was made now
   */
  makeList(month: string, now: Date): Promise<boolean> {
    const from = atLocal(month, '00:00');
    const to = atLocal(monthAfter(month), '00:00');
    return this.dataSource.transaction(async (tx) => {
      const made = (await tx.query(
        'INSERT INTO "inspection" ("month", "made_at") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "month"',
        [month, now],
      )) as unknown[];
      if (made.length === 0) return false;
      await tx.query(
        `INSERT INTO "inspection_case"
           ("month", "complaint_id", "receipt_number", "department_code", "service_code", "officer_id", "due_at",
            "closed_at", "dunnings")
         SELECT $1, c."id", c."receipt_number", c."department_code", c."service_code", c."officer_id", s."missed_at",
                CASE WHEN c."closed_at" < $3 THEN c."closed_at" END,
                (SELECT count(*) FROM "dunning" d WHERE d."complaint_id" = c."id" AND d."dunned_at" < $3)
         FROM "complaint" c JOIN "deadline" s ON s."id" = c."statutory_id"
         WHERE s."missed_at" < $3 AND (c."closed_at" IS NULL OR c."closed_at" >= $2)`,
        [month, from, to],
      );
      return true;
    });
  }

  /** The cases of a month, longest late first. */
  cases(month: string, departmentCode: string | null, page: Page): Promise<Connection<InspectionCaseEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(InspectionCaseEntity, 'inspected')
      .where('inspected.month = :month', { month });
    if (departmentCode) query.andWhere('inspected.department_code = :departmentCode', { departmentCode });
    return keysetPage(query, BY_DATE, page, this.cursors);
  }
}
