import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['ledger_entry', 'ledger_posting', 'compensation_claim_history', 'bank_file_access'];

/** Whoever is not the owner of these tables may read them and add to them, no more: beside the triggers, which refuse the owner too. */
export class LedgerRoles1700000000490 implements MigrationInterface {
  name = 'LedgerRoles1700000000490';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await this.forOthers(runner, table, 'REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await this.forOthers(runner, table, 'GRANT UPDATE, DELETE ON %I TO %I');
  }

  private async forOthers(runner: QueryRunner, table: string, change: string): Promise<void> {
    await runner.query(`
      DO $$ DECLARE other name; BEGIN
        FOR other IN
          SELECT DISTINCT r.rolname FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
          WHERE c.oid = '"${table}"'::regclass AND a.grantee <> c.relowner
        LOOP EXECUTE format('${change}', '${table}', other); END LOOP;
      END $$`);
  }
}
