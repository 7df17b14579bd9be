import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets and the ledger. The database itself refuses what no code may do: change, delete, unbalance, overdraw. */
export class Ledger1700000000420 implements MigrationInterface {
  name = 'Ledger1700000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "compensation_claim" ADD "budget_year" integer`);
    await runner.query(`
      CREATE TABLE "ledger_account" (
        "department_code" text NOT NULL, "year" integer NOT NULL,
        "account" text NOT NULL CHECK ("account" IN ('APPROPRIATION', 'AVAILABLE', 'RESERVED', 'IN_TRANSIT', 'SPENT')),
        "balance" bigint NOT NULL DEFAULT 0,
        PRIMARY KEY ("department_code", "year", "account"),
        -- No overspending, whoever writes.
        CONSTRAINT "ledger_account_not_overdrawn" CHECK ("balance" >= 0))`);
    await runner.query(`
      CREATE TABLE "ledger_entry" (
        "seq" bigint NOT NULL PRIMARY KEY CHECK ("seq" > 0), "id" uuid NOT NULL UNIQUE,
        "kind" text NOT NULL CHECK ("kind" IN ('RAISE', 'CUT', 'RESERVE', 'SEND', 'PAY', 'FAIL', 'REVERSAL')),
        "department_code" text NOT NULL, "year" integer NOT NULL,
        "claim_id" uuid REFERENCES "compensation_claim" ("id"),
        -- Taken back once.
        "reverses" bigint UNIQUE REFERENCES "ledger_entry" ("seq"),
        "posted_at" timestamptz NOT NULL, "posted_by" text NOT NULL, "reason" text,
        "previous_hash" text NOT NULL UNIQUE, "hash" text NOT NULL UNIQUE,
        CHECK (("kind" = 'REVERSAL') = ("reverses" IS NOT NULL)))`);
    await runner.query(
      `CREATE INDEX "ledger_entry_of_claim" ON "ledger_entry" ("claim_id", "seq") WHERE "claim_id" IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ledger_entry_of_department" ON "ledger_entry" ("department_code", "year", "seq")`,
    );
    await runner.query(`
      CREATE TABLE "ledger_posting" (
        "entry_seq" bigint NOT NULL REFERENCES "ledger_entry" ("seq"), "account" text NOT NULL,
        "side" text NOT NULL CHECK ("side" IN ('DEBIT', 'CREDIT')), "amount" bigint NOT NULL CHECK ("amount" > 0),
        PRIMARY KEY ("entry_seq", "account", "side"))`);
    await runner.query(`
      CREATE TABLE "ledger_head" (
        "one" boolean NOT NULL PRIMARY KEY DEFAULT true CHECK ("one"), "seq" bigint NOT NULL, "hash" text NOT NULL)`);
    await runner.query(`INSERT INTO "ledger_head" ("seq", "hash") VALUES (0, repeat('0', 64))`);
    await this.appendOnly(runner);
    await this.balanced(runner);
    await this.balances(runner);
  }

  private async appendOnly(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_entry', 'ledger_posting']) {
      await runner.query(`
        CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}"
          FOR EACH ROW EXECUTE FUNCTION "compensation_append_only"()`);
      await runner.query(`
        CREATE TRIGGER "${table}_never_emptied" BEFORE TRUNCATE ON "${table}"
          FOR EACH STATEMENT EXECUTE FUNCTION "compensation_append_only"()`);
    }
  }

  /** Looked at when the transaction ends: an entry has both sides, and they are equal. */
  private async balanced(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION "ledger_balanced"() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE entry bigint; debit numeric; credit numeric;
      BEGIN
        entry := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN (to_jsonb(NEW) ->> 'seq')::bigint
          ELSE (to_jsonb(NEW) ->> 'entry_seq')::bigint END;
        SELECT COALESCE(sum("amount") FILTER (WHERE "side" = 'DEBIT'), 0), COALESCE(sum("amount") FILTER (WHERE "side" = 'CREDIT'), 0)
          INTO debit, credit FROM "ledger_posting" WHERE "entry_seq" = entry;
        IF debit = 0 OR debit <> credit THEN
          RAISE EXCEPTION 'ledger entry % does not balance: % against %', entry, debit, credit USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of ['ledger_entry', 'ledger_posting'])
      await runner.query(`
        CREATE CONSTRAINT TRIGGER "${table}_balanced" AFTER INSERT ON "${table}" DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION "ledger_balanced"()`);
  }

  /** Balances follow the postings by themselves: appropriations grow by credit, all other accounts by debit. */
  private async balances(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION "ledger_posted"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO "ledger_account" ("department_code", "year", "account")
          SELECT DISTINCT e."department_code", e."year", p."account"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" ON CONFLICT DO NOTHING;
        UPDATE "ledger_account" a SET "balance" = a."balance" + moved."by"
        FROM (
          SELECT e."department_code", e."year", p."account",
            sum(CASE WHEN (p."side" = 'DEBIT') = (p."account" <> 'APPROPRIATION') THEN p."amount" ELSE -p."amount" END) AS "by"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" GROUP BY 1, 2, 3) moved
        WHERE a."department_code" = moved."department_code" AND a."year" = moved."year" AND a."account" = moved."account";
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER "ledger_posting_posted" AFTER INSERT ON "ledger_posting" REFERENCING NEW TABLE AS posted
        FOR EACH STATEMENT EXECUTE FUNCTION "ledger_posted"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "ledger_posting", "ledger_entry", "ledger_head", "ledger_account"');
    await runner.query('DROP FUNCTION "ledger_balanced", "ledger_posted"');
    await runner.query('ALTER TABLE "compensation_claim" DROP "budget_year"');
  }
}
