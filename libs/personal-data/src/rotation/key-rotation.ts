import type { DataSource, EntityManager } from 'typeorm';
import { ERASED, type PrivacyKeys, open, seal } from '@charter/privacy';
import type { SealedColumn } from './sealed-column';

/** How many values one transaction seals again, where the column says nothing else: short enough that nobody waits for it. */
const BATCH = 200;

export interface KeyRotationParts {
  readonly dataSource: DataSource;
  readonly keys: PrivacyKeys;
  readonly columns: readonly SealedColumn[];
}

/** How far one column is. */
export interface ColumnProgress {
  readonly table: string;
  readonly column: string;
  /** How many values stood under other keys when it was asked for. */
  readonly total: number;
  readonly resealed: number;
  /** Values that no known key opens. They stay as they are. */
  readonly unreadable: number;
  readonly finishedAt: Date | null;
}

/** How a service's sealed values stand. */
export interface RotationProgress {
  /** The key that writes now. */
  readonly keyId: string;
  /** When the rotation to this key was asked for, and when it was through; null before. */
  readonly requestedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly columns: readonly ColumnProgress[];
  /** How many values stand under each key, counted now. A key that is not here can be removed. */
  readonly values: readonly { readonly keyId: string; readonly count: number }[];
}

/** RESEALED: go on. WAITING: what is left is in somebody else's hands, look again later. NOTHING: no rotation is under way. */
export type RotationStep = 'RESEALED' | 'WAITING' | 'NOTHING';

interface Row {
  readonly table_name: string;
  readonly column_name: string;
  readonly position: string[] | null;
  readonly unreadable: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Seals everything again under the current key. Each batch is one transaction with its progress: killed anywhere, the next
 * look goes on where the last batch ended. Several may work at once: each takes a column for itself, and skips rows that are
 * being written; those come in the next pass.
 */
export class KeyRotation {
  constructor(private readonly parts: KeyRotationParts) {}

  /** Asks for the rotation to the current key. One that is under way goes on; one that was through looks once more. */
  async request(by: string, at: Date): Promise<void> {
    const { dataSource, keys, columns } = this.parts;
    const listed = [columns.map(({ table }) => table), columns.map(({ column }) => column)];
    await dataSource.query(
      `DELETE FROM "key_rotation" WHERE ("table_name", "column_name") NOT IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      listed, // columns of an older version
    );
    for (const { table, column } of columns) {
      await dataSource.query(
        `INSERT INTO "key_rotation" ("key_id", "table_name", "column_name", "total", "requested_by", "requested_at")
         SELECT $1, $2, $3, count(*), $4, $5 FROM ${quoted(table)} WHERE ${underAnother(column)}
         ON CONFLICT ("key_id", "table_name", "column_name") DO UPDATE SET "total" = EXCLUDED."total", "resealed" = 0,
           "unreadable" = 0, "position" = NULL, "finished_at" = NULL,
           "requested_by" = EXCLUDED."requested_by", "requested_at" = EXCLUDED."requested_at"
         WHERE "key_rotation"."finished_at" IS NOT NULL`,
        [keys.current, table, column, by, at],
      );
    }
  }

  /** One batch of one column. */
  step(): Promise<RotationStep> {
    return this.parts.dataSource.transaction(async (tx) => {
      const taken = await this.take(tx);
      if (!taken) return (await this.isUnderWay(tx)) ? 'WAITING' : 'NOTHING';
      const { row, column } = taken;
      const { resealed, unreadable, position } = await this.batch(tx, column, row.position);
      if (position) {
        await this.note(tx, column, `"position" = $4, "resealed" = "resealed" + $5, "unreadable" = "unreadable" + $6`, [
          ...[JSON.stringify(position), resealed, unreadable],
        ]);
        return 'RESEALED';
      }
      return this.endPass(tx, column, Number(row.unreadable));
    });
  }

  async show(): Promise<RotationProgress> {
    const { dataSource, keys, columns } = this.parts;
    const rows = (await dataSource.query(
      `SELECT "table_name" AS "table", "column_name" AS "column", "total"::float8, "resealed"::float8, "unreadable"::float8,
         "requested_at" AS "requestedAt", "finished_at" AS "finishedAt"
       FROM "key_rotation" WHERE "key_id" = $1 ORDER BY 1, 2`,
      [keys.current],
    )) as (ColumnProgress & { requestedAt: Date })[];
    const moment = (dates: readonly Date[]) => new Date(Math.max(...dates.map((date) => date.getTime())));
    const finished = rows.flatMap(({ finishedAt }) => finishedAt ?? []);
    return {
      keyId: keys.current,
      requestedAt: rows.length > 0 ? moment(rows.map(({ requestedAt }) => requestedAt)) : null,
      finishedAt: rows.length > 0 && finished.length === rows.length ? moment(finished) : null,
      columns: rows.map(({ requestedAt: _, ...column }) => column),
      values: await counted(dataSource.manager, columns),
    };
  }

  /** A column that is not through and that nobody else has in hand, locked. Any of them: one that waits holds up no other. */
  private async take(tx: EntityManager): Promise<{ row: Row; column: SealedColumn } | undefined> {
    const { keys, columns } = this.parts;
    const [row] = (await tx.query(
      `SELECT "table_name", "column_name", "position", "unreadable" FROM "key_rotation"
       WHERE "key_id" = $1 AND "finished_at" IS NULL ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [keys.current],
    )) as Row[];
    if (!row) return undefined;
    const column = columns.find(({ table, column }) => table === row.table_name && column === row.column_name);
    if (!column) throw new Error(`${row.table_name}.${row.column_name} is no sealed column of this version.`);
    return { row, column };
  }

  private async isUnderWay(tx: EntityManager): Promise<boolean> {
    const found = (await tx.query(
      'SELECT 1 FROM "key_rotation" WHERE "key_id" = $1 AND "finished_at" IS NULL LIMIT 1',
      [this.parts.keys.current],
    )) as unknown[];
    return found.length > 0;
  }

  /** Seals the next rows after a position. `position` is null when there was none left. */
  private async batch(
    tx: EntityManager,
    { table, column, key, batch = BATCH }: SealedColumn,
    after: readonly string[] | null,
  ) {
    const { keys } = this.parts;
    const columns = key.map(quoted).join(', ');
    const past = after ? `AND (${columns}) > (${after.map((_, at) => `$${at + 2}`).join(', ')})` : '';
    const rows = (await tx.query(
      `SELECT ctid::text AS "place", ARRAY[${key.map((name) => `${quoted(name)}::text`).join(', ')}] AS "key", ${quoted(column)} AS "value"
       FROM ${quoted(table)} WHERE ${underAnother(column)} ${past} ORDER BY ${columns} LIMIT ${batch} FOR NO KEY UPDATE SKIP LOCKED`,
      [keys.current, ...(after ?? [])],
    )) as { place: string; key: string[]; value: string }[];
    const sealed = rows.flatMap(({ place, key: row, value }) => {
      const text = this.opened({ table, column, row: row.join(' ') }, value);
      return text === undefined ? [] : [{ place, value: seal(keys, { table, column, row: row.join(' ') }, text) }];
    });
    // The rows are locked: they stay where they are until this transaction ends.
    await tx.query(
      `UPDATE ${quoted(table)} AS t SET ${quoted(column)} = s."value" FROM unnest($1::tid[], $2::text[]) AS s ("place", "value")
       WHERE t.ctid = s."place"`,
      [sealed.map(({ place }) => place), sealed.map(({ value }) => value)],
    );
    const unreadable = rows.length - sealed.length;
    return { resealed: sealed.length, unreadable, position: rows.at(-1)?.key ?? null };
  }

  /** Undefined when no known key opens it: it is counted and shown, and holds up no other value. */
  private opened(place: { table: string; column: string; row: string }, value: string): string | undefined {
    try {
      return open(this.parts.keys, place, value);
    } catch {
      return undefined;
    }
  }

  /** At the end of a pass a column is through, unless rows were left that somebody was writing. */
  private async endPass(tx: EntityManager, column: SealedColumn, unreadable: number): Promise<RotationStep> {
    const [{ left }] = (await tx.query(
      `SELECT count(*)::float8 AS "left" FROM ${quoted(column.table)} WHERE ${underAnother(column.column)}`,
      [this.parts.keys.current],
    )) as [{ left: number }];
    if (left <= unreadable) {
      await this.note(tx, column, `"finished_at" = clock_timestamp()`, []);
      return 'RESEALED';
    }
    await this.note(tx, column, `"position" = NULL, "unreadable" = 0`, []);
    return 'WAITING';
  }

  private note(tx: EntityManager, { table, column }: SealedColumn, what: string, values: unknown[]): Promise<unknown> {
    return tx.query(
      `UPDATE "key_rotation" SET ${what} WHERE "key_id" = $1 AND "table_name" = $2 AND "column_name" = $3`,
      [this.parts.keys.current, table, column, ...values],
    );
  }
}

/** `$1` is the current key's id, of letters and digits alone. What was erased is sealed under no key. */
const underAnother = (column: string): string =>
  `${quoted(column)} NOT LIKE $1 || '.%' AND ${quoted(column)} <> '${ERASED}'`;

async function counted(manager: EntityManager, columns: readonly SealedColumn[]): Promise<RotationProgress['values']> {
  if (columns.length === 0) return [];
  const each = columns.map(
    ({ table, column }) => `SELECT split_part(${quoted(column)}, '.', 1) AS "keyId" FROM ${quoted(table)}`,
  );
  return manager.query(
    `SELECT "keyId", count(*)::float8 AS "count" FROM (${each.join(' UNION ALL ')}) AS value WHERE "keyId" <> '${ERASED}' GROUP BY 1 ORDER BY 1`,
  );
}
