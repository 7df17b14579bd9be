import type { EntityManager } from 'typeorm';
import type { RecordedTable } from '../recorded-table';
import type { CurrentRow } from './judge';

const quoted = (name: string): string => `"${name}"`;

/** Reads the rows of one recorded table as texts, in the words of SQL alone: none of the record's own functions is trusted here. */
export class Rows {
  private constructor(
    readonly of: RecordedTable,
    /** SQL: whether a row `t` is the one that `k`, a key in parts, names. */
    private readonly match: string,
  ) {}

  static async open(tx: EntityManager, of: RecordedTable): Promise<Rows> {
    const types = (await tx.query(
      `SELECT "attname" AS "name", format_type("atttypid", NULL) AS "type" FROM pg_attribute
       WHERE "attrelid" = $1::regclass AND "attname" = ANY($2)`,
      [quoted(of.table), of.key],
    )) as { name: string; type: string }[];
    const typeOf = new Map(types.map(({ name, type }) => [name, type]));
    return new Rows(of, of.key.map((part, i) => `t.${quoted(part)} = k[${i + 1}]::${typeOf.get(part)}`).join(' AND '));
  }

  /** The key of a row `t` as the record writes it. */
  private get key(): string {
    return `concat_ws('/', ${this.of.key.map((part) => `t.${quoted(part)}`).join(', ')})`;
  }

  /** By key; a row that is not there is missing. */
  async named(tx: EntityManager, keys: readonly string[]): Promise<Map<string, CurrentRow>> {
    const { table, sealed = [], personal = [] } = this.of;
    const rows = (await tx.query(
      `SELECT n."key", (r."line" - $2::text[])::text AS "whole", (r."line" - $2::text[] - $3::text[])::text AS "fixed"
       FROM unnest($1::text[]) AS n("key"), string_to_array(n."key", '/') AS k,
         LATERAL (SELECT jsonb_strip_nulls(to_jsonb(t)) AS "line" FROM ${quoted(table)} AS t WHERE ${this.match}) AS r`,
      [keys, sealed, personal],
    )) as (CurrentRow & { key: string })[];
    return new Map(rows.map(({ key, ...row }) => [key, row]));
  }

  /** Rows of which the record says nothing: how many, and the first by its key. */
  async unrecorded(tx: EntityManager): Promise<{ count: number; first: string | null }> {
    const nowhere = ['record_link', 'record_waiting'].map(
      (entries) => `NOT EXISTS (SELECT FROM "${entries}" e WHERE e."table_name" = $1 AND e."row_key" = ${this.key})`,
    );
    const [row] = (await tx.query(
      `SELECT count(*)::int AS "count", min(${this.key}) AS "first" FROM ${quoted(this.of.table)} AS t WHERE ${nowhere.join(' AND ')}`,
      [this.of.table],
    )) as [{ count: number; first: string | null }];
    return row;
  }
}
