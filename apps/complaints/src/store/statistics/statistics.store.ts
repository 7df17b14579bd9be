import { type DataSource, type EntityManager, In } from 'typeorm';
import { type WorkingCalendar, localDate } from '@charter/calendar';
import type { Deadlines } from '@charter/deadlines';
import { RESULT_STATUSES } from '../../domain/handling';
import { bucketOf } from '../../domain/statistics/speed';
import { type Tally, changesOf } from '../../domain/statistics/tally';
import { ComplaintTallyEntity } from './statistics.entity';

interface Row extends Omit<Tally, 'receivedOn' | 'bucket'> {
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
}

const KEY = '"received_on", "department_code", "service_code", "kind", "channel"';
const COLUMNS = `"receivedOn" date, "departmentCode" text, "serviceCode" text, "kind" text, "channel" text`;
const CATCH_UP_BATCH = 500;

/** Keeps the figures of complaints in step with what happens to them. */
export class StatisticsStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly deadlines: Deadlines,
  ) {}

  /** Counts some complaints as they stand now, in the transaction that changed them. */
  async count(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const calendar = await this.deadlines.calendar(tx);
    const before = await tx.find(ComplaintTallyEntity, {
      where: { complaintId: In([...ids]) },
      order: { complaintId: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const after = (await this.rows(tx, ids)).map((row) => tallyOf(row, calendar));
    await tx.upsert(ComplaintTallyEntity, after, ['complaintId']);
    const { days, speeds } = changesOf(before, after);
    if (days.length > 0) {
      await tx.query(
        `INSERT INTO "complaint_day" (${KEY}, "received", "answered", "rejected", "withdrawn", "closed", "in_time", "charter_in_time")
         SELECT "receivedOn", "departmentCode", "serviceCode", "kind", "channel", "received", "answered", "rejected", "withdrawn",
                "closed", "inTime", "charterInTime"
         FROM jsonb_to_recordset($1) AS change (${COLUMNS}, "received" int, "answered" int, "rejected" int, "withdrawn" int,
              "closed" int, "inTime" int, "charterInTime" int)
         ON CONFLICT (${KEY}) DO UPDATE SET
           "received" = "complaint_day"."received" + EXCLUDED."received",
           "answered" = "complaint_day"."answered" + EXCLUDED."answered",
           "rejected" = "complaint_day"."rejected" + EXCLUDED."rejected",
           "withdrawn" = "complaint_day"."withdrawn" + EXCLUDED."withdrawn",
           "closed" = "complaint_day"."closed" + EXCLUDED."closed",
           "in_time" = "complaint_day"."in_time" + EXCLUDED."in_time",
           "charter_in_time" = "complaint_day"."charter_in_time" + EXCLUDED."charter_in_time"`,
        [JSON.stringify(days)],
      );
    }
    if (speeds.length > 0) {
      await tx.query(
        `INSERT INTO "complaint_speed" (${KEY}, "bucket", "count")
         SELECT "receivedOn", "departmentCode", "serviceCode", "kind", "channel", "bucket", "count"
         FROM jsonb_to_recordset($1) AS change (${COLUMNS}, "bucket" smallint, "count" int)
         ON CONFLICT (${KEY}, "bucket") DO UPDATE SET "count" = "complaint_speed"."count" + EXCLUDED."count"`,
        [JSON.stringify(speeds)],
      );
    }
  }

  /** Counts what was never counted: complaints that were there before the figures were. @returns how many */
  async catchUp(): Promise<number> {
    let counted = 0;
    for (;;) {
      const found = await this.dataSource.transaction(async (tx) => {
        const rows = (await tx.query(
          `SELECT c."id" FROM "complaint" c LEFT JOIN "complaint_tally" t ON t."complaint_id" = c."id"
           WHERE t."complaint_id" IS NULL ORDER BY c."id" LIMIT $1 FOR UPDATE OF c SKIP LOCKED`,
          [CATCH_UP_BATCH],
        )) as { id: string }[];
        await this.count(
          tx,
          rows.map(({ id }) => id),
        );
        return rows.length;
      });
      counted += found;
      if (found < CATCH_UP_BATCH) return counted;
    }
  }

  private rows(tx: EntityManager, ids: readonly string[]): Promise<Row[]> {
    return tx.query(
      `SELECT c."id" AS "complaintId", c."department_code" AS "departmentCode", c."service_code" AS "serviceCode", c."kind",
              c."channel", c."status", c."received_at" AS "receivedAt", c."closed_at" AS "closedAt",
              s."state" = 'MET' AS "closed", s."state" = 'MET' AND s."missed_at" IS NULL AS "inTime",
              p."state" = 'MET' AND p."missed_at" IS NULL AS "charterInTime"
       FROM "complaint" c JOIN "deadline" s ON s."id" = c."statutory_id" JOIN "deadline" p ON p."id" = c."charter_id"
       WHERE c."id" = ANY($1) ORDER BY c."id"`,
      [ids],
    ) as Promise<Row[]>;
  }
}

function tallyOf({ receivedAt, closedAt, ...row }: Row, calendar: WorkingCalendar): Tally {
  const told = closedAt !== null && RESULT_STATUSES.includes(row.status);
  const bucket = told ? bucketOf(calendar.workingHoursBetween(receivedAt, closedAt)) : null;
  return { ...row, receivedOn: localDate(receivedAt), bucket };
}
