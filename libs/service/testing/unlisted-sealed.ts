import type { DataSource } from 'typeorm';
import { SEALED_FORM, type SealedColumn } from '@charter/personal-data';

/** The columns of a database in which a sealed value stands although they are not listed, and listed ones that do not exist. */
export async function unlistedSealed(dataSource: DataSource, listed: readonly SealedColumn[]): Promise<string[]> {
  const found = (await dataSource.query(
    `SELECT c."table_name" AS "table", c."column_name" AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING ("table_schema", "table_name")
     WHERE c."table_schema" = 'public' AND t."table_type" = 'BASE TABLE' AND c."data_type" IN ('text', 'jsonb', 'ARRAY')
     ORDER BY 1, 2`,
  )) as { table: string; column: string }[];
  const known = new Set(listed.map(({ table, column }) => `${table}.${column}`));
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
  return [...rows.map(({ place }) => place), ...[...known].filter((place) => !there.has(place))];
}
