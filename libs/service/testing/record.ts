import type { DataSource } from 'typeorm';
import type { Store } from '../src';

/**
 * Where a service's record is not what its store says: history tables that nobody records, tables whose columns are classed otherwise in
 * the database than in the code, and triggers that are missing or off. None, or histories could be changed unseen.
 */
export async function recordGaps(dataSource: DataSource, { recorded = [] }: Store): Promise<string[]> {
  const known = (await dataSource.query(
    `SELECT "name" AS "table", "key", "sealed", "personal", "removable" FROM "record_table"`,
  )) as { table: string }[];
  const inDatabase = new Map(known.map((rule) => [rule.table, JSON.stringify(rule)]));
  const histories = (await dataSource.query(
    `SELECT "tablename" AS "table" FROM pg_tables WHERE "schemaname" = 'public' AND "tablename" LIKE '%\\_history' ORDER BY 1`,
  )) as { table: string }[];
  const triggers = (await dataSource.query(
    `SELECT "tgrelid"::regclass::text AS "table", count(*)::int AS "n" FROM pg_trigger
     WHERE "tgname" LIKE '%\\_recorded%' AND "tgenabled" = 'O' GROUP BY 1`,
  )) as { table: string; n: number }[];
  const watched = new Map(triggers.map(({ table, n }) => [table, n]));
  const names = new Set(recorded.map(({ table }) => table));
  return [
    ...histories.filter(({ table }) => !names.has(table)).map(({ table }) => `${table} is not recorded`),
    ...known.filter(({ table }) => !names.has(table)).map(({ table }) => `${table} is not in the store`),
    ...recorded.flatMap(({ table, key, sealed = [], personal = [], removable = false }) => [
      ...(inDatabase.get(table) === JSON.stringify({ table, key, sealed, personal, removable })
        ? []
        : [`${table} differs`]),
      ...(watched.get(table) === 3 ? [] : [`${table} lacks a trigger`]),
    ]),
  ];
}
