import type { DataSource } from 'typeorm';

/** Every row of every table of a database as text, to look for what must not be there any more. */
export async function everythingIn(dataSource: DataSource): Promise<string> {
  const tables = (await dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )) as { name: string }[];
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(await dataSource.query(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`));
  return JSON.stringify(rows);
}
