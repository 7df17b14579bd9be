import type { DataSource, EntityManager } from 'typeorm';
import type { RoutingClass, TermCount } from '../../domain/knowledge/routing';

/** How long answered complaints of a service took in the last year, in working hours. */
export interface Duration {
  readonly median: number;
  readonly p90: number;
  readonly count: number;
}

/** What was suggested to somebody who writes: codes, the likeliest first. */
export interface Suggested {
  readonly services: readonly string[];
  readonly departments: readonly string[];
}

/** How often a suggestion was taken, of the complaints filed after one was shown. */
export interface Acceptance {
  readonly filed: number;
  readonly service: number;
  readonly department: number;
  readonly amongFirst: number;
}

/** Which lock: one transaction at a time adds to the counts. */
const LEARNING = 360;

/** What is known of where complaints belong. */
export class RoutingStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * What was learned of some terms, and of every service offered on a day, in the departments that answered; a closed one's work
   * is its successor's. Two statements.
   * @param day YYYY-MM-DD
   */
  async learned(terms: readonly string[], day: string): Promise<{ classes: RoutingClass[]; counts: TermCount[] }> {
    const classes = (await this.dataSource.query(
      `SELECT "service_code" AS "serviceCode", "class"."department_code" AS "departmentCode", "complaints",
         CASE WHEN "closed_on" <= $1::date THEN coalesce("successor_code", "class"."department_code")
           ELSE "class"."department_code" END AS "presentDepartment"
       FROM "routing_class" "class"
       JOIN "service_item" "item" ON "item"."code" = "service_code"
         AND "valid_from" <= $1::date AND ("valid_to" IS NULL OR "valid_to" >= $1::date)
       LEFT JOIN "known_department" "department" ON "department"."code" = "class"."department_code"`,
      [day],
    )) as RoutingClass[];
    const counts = (await this.dataSource.query(
      `SELECT "term", "service_code" AS "serviceCode", "department_code" AS "departmentCode", "complaints"
       FROM "routing_term" WHERE "term" = ANY($1)`,
      [terms],
    )) as TermCount[];
    return { classes, counts };
  }

  /** @returns undefined when nothing of this service was answered since then */
  async duration(serviceCode: string, since: Date): Promise<Duration | undefined> {
    const [found] = (await this.dataSource.query(
      `SELECT count(*)::int AS "count", percentile_cont(0.5) WITHIN GROUP (ORDER BY "working_hours") AS "median",
         percentile_cont(0.9) WITHIN GROUP (ORDER BY "working_hours") AS "p90"
       FROM "complaint_search" WHERE "service_code" = $1 AND "answered_at" >= $2`,
      [serviceCode, since],
    )) as [Duration];
    return found.count > 0 ? found : undefined;
  }

  /** Days in Asia/Seoul, both included. */
  async acceptance(from: string, to: string): Promise<Acceptance> {
    const [found] = (await this.dataSource.query(
      `SELECT count(*)::int AS "filed",
         count(*) FILTER (WHERE "suggested_services"[1] = "service_code")::int AS "service",
         count(*) FILTER (WHERE "suggested_departments"[1] = "department_code")::int AS "department",
         count(*) FILTER (WHERE "department_code" = ANY("suggested_departments"))::int AS "amongFirst"
       FROM "routing_outcome" WHERE "filed_on" BETWEEN $1 AND $2`,
      [from, to],
    )) as [Acceptance];
    return found;
  }
}

/** Keeps what was suggested beside what the citizen chose, in the transaction of the filing. @param filedOn YYYY-MM-DD */
export async function keepOutcome(
  tx: EntityManager,
  complaintId: string,
  { code, departmentCode }: { readonly code: string; readonly departmentCode: string },
  filedOn: string,
  { services, departments }: Suggested,
): Promise<void> {
  await tx.query(
    `INSERT INTO "routing_outcome"
       ("complaint_id", "filed_on", "suggested_services", "suggested_departments", "service_code", "department_code")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [complaintId, filedOn, services, departments, code, departmentCode],
  );
}

/**
 * Adds answered complaints to what is known, each once: the counts are tables of their own, so that no answer waits for another.
 * One at a time does it, whoever else tries meanwhile does nothing.
 * @returns how many were taken
 */
export async function learnAnswers(tx: EntityManager, most: number): Promise<number> {
  const [{ mine }] = (await tx.query(`SELECT pg_try_advisory_xact_lock(hashtext('routing_term'), $1) AS "mine"`, [
    LEARNING,
  ])) as [{ mine: boolean }];
  if (!mine) return 0;
  const [{ taken }] = (await tx.query(
    `WITH "lesson" AS (
       DELETE FROM "routing_lesson" WHERE "complaint_id" IN (SELECT "complaint_id" FROM "routing_lesson" LIMIT $1)
       RETURNING "complaint_id"),
     "text" AS MATERIALIZED (
       SELECT "service_code", "department_code", "terms" FROM "complaint_search" JOIN "lesson" USING ("complaint_id")),
     "class" AS (
       INSERT INTO "routing_class" AS "known" ("service_code", "department_code", "complaints")
       SELECT "service_code", "department_code", count(*) FROM "text" GROUP BY 1, 2
       ON CONFLICT ("service_code", "department_code") DO UPDATE
         SET "complaints" = "known"."complaints" + excluded."complaints"),
     "term" AS (
       INSERT INTO "routing_term" AS "known" ("term", "service_code", "department_code", "complaints")
       SELECT "term", "service_code", "department_code", count(*)
       FROM "text", unnest(tsvector_to_array("terms")) AS "term" GROUP BY 1, 2, 3
       ON CONFLICT ("term", "service_code", "department_code") DO UPDATE
         SET "complaints" = "known"."complaints" + excluded."complaints")
     SELECT count(*)::int AS "taken" FROM "lesson"`,
    [most],
  )) as [{ taken: number }];
  return taken;
}
