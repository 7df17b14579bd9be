import type { QueryRunner } from 'typeorm';
import type { RecordedTable } from '../recorded-table';
import { FUNCTIONS, SIGNATURES } from './functions';
import { GUARDS, TABLES } from './tables';

const OWN = ['record_table', 'record_waiting', 'record_link'];
const list = (columns: readonly string[] = []): string => `'{${columns.join(',')}}'`;

/** Changes what every role but a table's owner may do with it: rights come from the owner's default privileges. */
const forOthers = (runner: QueryRunner, table: string, ...changes: readonly string[]): Promise<unknown> =>
  runner.query(`
    DO $$ DECLARE other name; BEGIN
      FOR other IN
        SELECT DISTINCT r.rolname FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
        WHERE c.oid = '"${table}"'::regclass AND a.grantee <> c.relowner
      LOOP ${changes.map((change) => `EXECUTE format('${change}', other);`).join(' ')} END LOOP;
    END $$`);

/** Makes the record of a database: its tables, which nobody but their owner's functions writes, and those functions. */
export async function createRecord(runner: QueryRunner): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...GUARDS]) await runner.query(statement);
  for (const table of OWN)
    await forOthers(runner, table, `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "${table}" FROM %I`);
  await runner.query('REVOKE EXECUTE ON FUNCTION "record_take_in"("record_table") FROM PUBLIC');
}

/** Takes the record away again, when no table is in it any more. */
export async function dropRecord(runner: QueryRunner): Promise<void> {
  for (const table of OWN.slice(1)) {
    await runner.query(`DROP TRIGGER "${table}_stands" ON "${table}"`);
    await runner.query(`DROP TRIGGER "${table}_never_emptied" ON "${table}"`);
  }
  for (const signature of SIGNATURES) await runner.query(`DROP FUNCTION ${signature}`);
  await runner.query('DROP TABLE "record_link", "record_waiting", "record_table"');
}

/** From now on each row of these tables is recorded and stays; the rows that are there are taken in. */
export async function recordTables(runner: QueryRunner, tables: readonly RecordedTable[]): Promise<void> {
  for (const { table, key, sealed, personal, removable = false, replaces = {} } of tables) {
    for (const trigger of Object.keys(replaces)) await runner.query(`DROP TRIGGER "${trigger}" ON "${table}"`);
    await runner.query(
      `CREATE TRIGGER "${table}_recorded" AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT
       EXECUTE FUNCTION "record_written"(${list(key)}, ${list(sealed)}, ${list(personal)})`,
    );
    await runner.query(
      `CREATE TRIGGER "${table}_recorded_stays" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW
       EXECUTE FUNCTION "record_kept"(${list(sealed)}, ${list(personal)})`,
    );
    await runner.query(
      `CREATE TRIGGER "${table}_recorded_whole" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT
       EXECUTE FUNCTION "record_kept"()`,
    );
    const seals = sealed?.length
      ? [`GRANT UPDATE (${sealed.map((c) => `"${c}"`).join(', ')}) ON "${table}" TO %I`]
      : [];
    await forOthers(runner, table, `REVOKE UPDATE, DELETE, TRUNCATE ON "${table}" FROM %I`, ...seals);
    await runner.query(`INSERT INTO "record_table" VALUES ($1, $2, $3, $4, $5)`, [
      ...[table, key, sealed ?? [], personal ?? [], removable],
    ]);
    await runner.query(`SELECT "record_take_in"(t) FROM "record_table" AS t WHERE "name" = $1`, [table]);
  }
}

/** These tables are as they were before they were recorded; what was recorded of them stays in the chain. */
export async function releaseTables(runner: QueryRunner, tables: readonly RecordedTable[]): Promise<void> {
  for (const { table, replaces = {} } of tables) {
    for (const part of ['recorded', 'recorded_stays', 'recorded_whole'])
      await runner.query(`DROP TRIGGER "${table}_${part}" ON "${table}"`);
    for (const [trigger, kept] of Object.entries(replaces))
      await runner.query(
        `CREATE TRIGGER "${trigger}" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "${kept}"()`,
      );
    await forOthers(runner, table, `GRANT UPDATE, DELETE ON "${table}" TO %I`);
    await runner.query(`DELETE FROM "record_table" WHERE "name" = $1`, [table]);
  }
}
