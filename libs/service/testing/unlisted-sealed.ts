import type { DataSource } from 'typeorm';
import { SEALED_FORM, type SealedColumn } from '@charter/personal-data';

/** Events carry sealed values to another service, which keeps them: here they stand only until they are confirmed and pruned. */
const IN_TRANSIT = ['outbox_event.payload', 'inbox_entry.envelope'];

/** The columns of a database in which a sealed value stands although they are not listed, and listed ones that do not exist. */
export async function unlistedSealed(dataSource: DataSource, listed: readonly SealedColumn[]): Promise<string[]> {
  const found = (await dataSource.query(
    `SELECT c.relname AS "table", a.attname AS "column" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
     ORDER BY 1, 2`,
  )) as { table: string; column: string }[];
  const names = listed.map(({ table, column }) => `${table}.${column}`);
  const known = new Set([...names, ...IN_TRANSIT]);
  const unlisted = found.filter(({ table, column }) => !known.has(`${table}.${column}`));
  const rows = (await dataSource.query(
    unlisted
      .map(
        ({ table, column }) =>
          `SELECT '${table}.${column}' AS "place" WHERE EXISTS (SELECT FROM "${table}" WHERE "${column}"::text ~ $1)`,
      )
      .join(' UNION ALL '),
    [SEALED_FORM],
  )) as { place: string }[];
  const there = new Set(found.map(({ table, column }) => `${table}.${column}`));
  return [...rows.map(({ place }) => place), ...names.filter((place) => !there.has(place))];
}
