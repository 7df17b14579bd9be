import type { DataSource, EntityManager } from 'typeorm';
import type { WorkingCalendar } from '@charter/calendar';
import { masked } from '../../domain/knowledge/personal';
import { termsOf } from '@charter/korean';
import { ComplaintEntity } from '../complaint.entity';

/** A past case that is like a text: how much of what the text tells it contains. */
export interface Hit {
  readonly id: string;
  /** 0 to 1: the weight of the terms found ÷ the weight of all terms of the text. */
  readonly share: number;
  readonly found: readonly string[];
}

/** What is searched for: all terms with their weights, and those that candidates are looked up by. */
export interface Search {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
  readonly probes: readonly string[];
}

/** Candidates that are weighed: beyond these, a text is too common for its hits to tell anything. */
const MOST_CANDIDATES = 600;

/** `'도로' | '포장'`: terms are letters only, so nothing in them needs escaping. */
export const anyOf = (terms: readonly string[]): string => terms.map((term) => `'${term}'`).join(' | ');

/**
 * Parameters: probes as a tsquery, terms, their weights, how many, and for one's own department its code. `relation` and `where`
 * stand in this file.
 */
const hitsOf = (relation: string, id: string, where: string): string => `
  SELECT "candidate"."id", "hit"."share", "hit"."found" FROM (
    SELECT "${id}" AS "id", "terms" FROM "${relation}" WHERE "terms" @@ $1::tsquery ${where}
    ORDER BY ts_rank("terms", $1::tsquery) DESC, "${id}" LIMIT ${MOST_CANDIDATES}) "candidate",
    LATERAL (
      SELECT sum("weight") / nullif((SELECT sum("each") FROM unnest($3::float8[]) AS "each"), 0) AS "share", array_agg("term") AS "found"
      FROM unnest($2::text[], $3::float8[]) AS "wanted" ("term", "weight")
      WHERE "candidate"."terms" @@ quote_literal("term")::tsquery) "hit"
  WHERE "hit"."share" IS NOT NULL
  ORDER BY "hit"."share" DESC, "candidate"."id" LIMIT $4`;

/** The statements. */
const SIMILAR = {
  public: hitsOf('complaint_search', 'complaint_id', 'AND "public_answer"'),
  ofDepartment: hitsOf('complaint_search', 'complaint_id', 'AND "department_code" = $5'),
  articles: hitsOf('knowledge_search', 'article_id', ''),
} as const;

const searchParameters = ({ terms, weights, probes }: Search, first: number): unknown[] => [
  anyOf(probes),
  terms,
  weights,
  first,
];

/** Finds what is like a text, and keeps what it is found by. */
export class SearchStore {
  constructor(private readonly dataSource: DataSource) {}

  /** In how many answered complaints each term stands, and how many there are. One statement. */
  async frequencies(terms: readonly string[]): Promise<{ texts: number; of: Map<string, number> }> {
    const [{ texts, found }] = (await this.dataSource.query(
      `SELECT (SELECT coalesce(sum("complaints"), 0)::int FROM "routing_class") AS "texts",
         (SELECT coalesce(jsonb_object_agg("term", "complaints"), '{}') FROM (
            SELECT "term", sum("complaints") AS "complaints" FROM "routing_term" WHERE "term" = ANY($1) GROUP BY "term") "each") AS "found"`,
      [terms],
    )) as [{ texts: number; found: Record<string, number> }];
    return { texts, of: new Map(Object.entries(found)) };
  }

  /** The nearest first. */
  async similar(what: keyof typeof SIMILAR, search: Search, first: number, departmentCode?: string): Promise<Hit[]> {
    if (search.probes.length === 0) return [];
    const parameters = searchParameters(search, first);
    return (await this.dataSource.query(
      SIMILAR[what],
      what === 'ofDepartment' ? [...parameters, departmentCode] : parameters,
    )) as Hit[];
  }
}

/** What of a complaint it is found by, and where it belongs. */
type Indexed = Pick<ComplaintEntity, 'id' | 'title' | 'body' | 'serviceCode' | 'departmentCode' | 'visibility'> & {
  /** Of those whom it concerns: nobody finds a complaint by a name. */
  readonly names: readonly string[];
};

/** An answered complaint, with the working hours that it took. */
type Answered = Indexed & { readonly answeredAt: Date; readonly workingHours: number };

const textOf = ({ title, body, names }: Pick<Indexed, 'title' | 'body' | 'names'>): string =>
  masked(`${title} ${body}`, names);

/** Makes complaints findable, in the transaction that takes them in. What was answered already is learned from. */
export async function indexComplaints(tx: EntityManager, complaints: readonly (Indexed | Answered)[]): Promise<void> {
  const rows = complaints.map((complaint) => ({
    ...{ id: complaint.id, service: complaint.serviceCode, department: complaint.departmentCode },
    answered: 'workingHours' in complaint ? complaint.answeredAt : null,
    hours: 'workingHours' in complaint ? complaint.workingHours : null,
    public: 'workingHours' in complaint && complaint.visibility === 'PUBLIC_MASKED',
    terms: termsOf(textOf(complaint)),
  }));
  await tx.query(
    `WITH "before" AS (
       SELECT "complaint_id" FROM "complaint_search" WHERE "complaint_id" = ANY($2) AND "answered_at" IS NOT NULL),
     "indexed" AS (
       INSERT INTO "complaint_search"
         ("complaint_id", "service_code", "department_code", "public_answer", "answered_at", "working_hours", "terms")
       SELECT "id", "service", "department", "public", "answered", "hours",
         array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text("terms")))
       FROM jsonb_to_recordset($1) AS "each" ("id" uuid, "service" text, "department" text, "public" boolean,
         "answered" timestamptz, "hours" float8, "terms" jsonb)
       ON CONFLICT ("complaint_id") DO UPDATE SET
         "service_code" = excluded."service_code", "department_code" = excluded."department_code",
         "public_answer" = excluded."public_answer", "answered_at" = excluded."answered_at",
         "working_hours" = excluded."working_hours", "terms" = excluded."terms"
       RETURNING "complaint_id", "answered_at")
     INSERT INTO "routing_lesson" ("complaint_id")
     SELECT "complaint_id" FROM "indexed"
     WHERE "answered_at" IS NOT NULL AND "complaint_id" NOT IN (SELECT "complaint_id" FROM "before")
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), complaints.map(({ id }) => id)],
  );
}

/**
 * Says that a complaint was answered, in that transaction: it counts for how long its service takes, is offered to others if its
 * citizen agreed, and is learned from once, in the department that answered it.
 */
export async function indexAnswer(
  tx: EntityManager,
  { id, receivedAt, departmentCode, visibility }: ComplaintEntity,
  answeredAt: Date,
  calendar: WorkingCalendar,
): Promise<void> {
  await tx.query(
    `WITH "before" AS (
       SELECT "complaint_id" FROM "complaint_search" WHERE "complaint_id" = $1 AND "answered_at" IS NOT NULL),
     "indexed" AS (
       UPDATE "complaint_search"
       SET "answered_at" = $2, "working_hours" = $3, "department_code" = $4, "public_answer" = $5
       WHERE "complaint_id" = $1 RETURNING "complaint_id")
     INSERT INTO "routing_lesson" ("complaint_id")
     SELECT "complaint_id" FROM "indexed" WHERE "complaint_id" NOT IN (SELECT "complaint_id" FROM "before")
     ON CONFLICT DO NOTHING`,
    [
      id,
      answeredAt,
      calendar.workingHoursBetween(receivedAt, answeredAt),
      departmentCode,
      visibility === 'PUBLIC_MASKED',
    ],
  );
}

/** Says that a complaint went to another department, in that transaction. */
export async function indexMoves(tx: EntityManager, complaintIds: readonly string[], to: string): Promise<void> {
  await tx.query(`UPDATE "complaint_search" SET "department_code" = $2 WHERE "complaint_id" = ANY($1)`, [
    complaintIds,
    to,
  ]);
}

/** Makes complaints findable that are not yet: those of before there was a search. @returns how many it found */
export async function indexMissing(
  tx: EntityManager,
  calendar: WorkingCalendar,
  most: number,
  namesOf: (tx: EntityManager, ids: readonly string[]) => Promise<readonly string[][]>,
): Promise<number> {
  const missing = await tx
    .createQueryBuilder(ComplaintEntity, 'complaint')
    .leftJoin('complaint_search', 'search', 'search.complaint_id = complaint.id')
    .where('search.complaint_id IS NULL')
    .limit(most)
    .getMany();
  const names = await namesOf(
    tx,
    missing.map(({ id }) => id),
  );
  const complaints = missing.map((complaint, index) => ({ ...complaint, names: names[index]! }));
  if (missing.length > 0)
    await indexComplaints(
      tx,
      complaints.map((complaint) => withDuration(complaint, calendar)),
    );
  return missing.length;
}

/** A complaint as it is indexed: with the working hours that it took, once it is answered. */
export const withDuration = <T extends Indexed & Pick<ComplaintEntity, 'receivedAt' | 'answeredAt'>>(
  complaint: T,
  calendar: WorkingCalendar,
): T | (T & Answered) => {
  const { answeredAt, receivedAt } = complaint;
  return answeredAt
    ? { ...complaint, answeredAt, workingHours: calendar.workingHoursBetween(receivedAt, answeredAt) }
    : complaint;
};
