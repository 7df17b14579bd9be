import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'RAISE', 'CUT', 'RESERVE', 'SEND', 'PAY', 'FAIL', 'REVERSAL'`;
const STOCK_KINDS = `'RECEIVE', 'WRITE_OFF', 'SET_ASIDE', 'ISSUE'`;

/**
 * Stocks of gift certificates and local currency, in the same ledger: entries of a stock name its form and face value, and their
 * balances stand beside those of the budgets. What was handed over, by number, sealed; no number twice, no claim twice.
 */
export class Stock1700000000475 implements MigrationInterface {
  name = 'Stock1700000000475';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "ledger_entry" ADD "form" text CHECK ("form" IN ('GIFT_CERTIFICATE', 'LOCAL_CURRENCY')),
        ADD "face_value" bigint CHECK ("face_value" > 0),
        DROP CONSTRAINT "ledger_entry_kind_check",
        ADD CONSTRAINT "ledger_entry_kind_check" CHECK ("kind" IN (${KINDS}, 'HAND_OVER', ${STOCK_KINDS})),
        ADD CONSTRAINT "ledger_entry_of_stock" CHECK (("form" IS NULL) = ("face_value" IS NULL)
          AND ("kind" = 'REVERSAL' OR ("kind" IN (${STOCK_KINDS})) = ("form" IS NOT NULL)))`);
    await runner.query(`
      CREATE TABLE "stock_account" (
        "department_code" text NOT NULL, "form" text NOT NULL, "face_value" bigint NOT NULL,
        "account" text NOT NULL CHECK ("account" IN ('SUPPLY', 'IN_STOCK', 'SET_ASIDE', 'HANDED_OUT')),
        "balance" bigint NOT NULL DEFAULT 0,
        PRIMARY KEY ("department_code", "form", "face_value", "account"),
        -- Nobody hands out what is not there, whoever writes; and pieces are whole.
        CONSTRAINT "stock_account_not_overdrawn" CHECK ("balance" >= 0),
        CONSTRAINT "stock_account_whole_pieces" CHECK ("balance" % "face_value" = 0))`);
    await this.balances(runner);
    await this.guards(runner);
    await this.handouts(runner);
  }

  /** Balances follow the postings by themselves: appropriations and supplies grow by credit, all other accounts by debit. */
  private async balances(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION "ledger_posted"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO "ledger_account" ("department_code", "year", "account")
          SELECT DISTINCT e."department_code", e."year", p."account"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NULL ON CONFLICT DO NOTHING;
        UPDATE "ledger_account" a SET "balance" = a."balance" + moved."by"
        FROM (
          SELECT e."department_code", e."year", p."account",
            sum(CASE WHEN (p."side" = 'DEBIT') = (p."account" <> 'APPROPRIATION') THEN p."amount" ELSE -p."amount" END) AS "by"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NULL GROUP BY 1, 2, 3) moved
        WHERE a."department_code" = moved."department_code" AND a."year" = moved."year" AND a."account" = moved."account";
        INSERT INTO "stock_account" ("department_code", "form", "face_value", "account")
          SELECT DISTINCT e."department_code", e."form", e."face_value", p."account"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NOT NULL ON CONFLICT DO NOTHING;
        UPDATE "stock_account" a SET "balance" = a."balance" + moved."by"
        FROM (
          SELECT e."department_code", e."form", e."face_value", p."account",
            sum(CASE WHEN (p."side" = 'DEBIT') = (p."account" <> 'SUPPLY') THEN p."amount" ELSE -p."amount" END) AS "by"
          FROM posted p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NOT NULL GROUP BY 1, 2, 3, 4) moved
        WHERE a."department_code" = moved."department_code" AND a."form" = moved."form"
          AND a."face_value" = moved."face_value" AND a."account" = moved."account";
        RETURN NULL;
      END $$`);
  }

  /** Balances and the end of the ledger are changed by entries alone; none of them is deleted or emptied. */
  private async guards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION "ledger_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- The statement that writes balances runs within the trigger on postings: one level deeper than anybody's own.
        IF TG_OP <> 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
        RAISE EXCEPTION '% follows the ledger: it is not written by hand', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of ['ledger_account', 'stock_account'])
      await runner.query(`
        CREATE TRIGGER "${table}_follows" BEFORE INSERT OR UPDATE OR DELETE ON "${table}"
          FOR EACH ROW EXECUTE FUNCTION "ledger_follows"()`);
    for (const table of ['ledger_account', 'stock_account', 'ledger_head', 'bank_file_access'])
      await runner.query(`
        CREATE TRIGGER "${table}_never_emptied" BEFORE TRUNCATE ON "${table}"
          FOR EACH STATEMENT EXECUTE FUNCTION "compensation_append_only"()`);
    await runner.query(`
      CREATE TRIGGER "ledger_head_never_deleted" BEFORE DELETE ON "ledger_head"
        FOR EACH ROW EXECUTE FUNCTION "compensation_append_only"()`);
  }

  private async handouts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "handout" (
        "id" uuid NOT NULL PRIMARY KEY, "claim_id" uuid NOT NULL REFERENCES "compensation_claim" ("id"), "form" text NOT NULL,
        "amount" bigint NOT NULL CHECK ("amount" > 0), "handed_by" uuid NOT NULL, "handed_at" timestamptz NOT NULL,
        "taken_back_by" uuid, "taken_back_at" timestamptz, "taken_back_why" text,
        CHECK (("taken_back_at" IS NULL) = ("taken_back_by" IS NULL) AND ("taken_back_at" IS NULL) = ("taken_back_why" IS NULL)))`);
    // No double payment: a claim is handed over once, until it is taken back.
    await runner.query(`CREATE UNIQUE INDEX "handout_once" ON "handout" ("claim_id") WHERE "taken_back_at" IS NULL`);
    await runner.query(`CREATE INDEX "handout_of_claim" ON "handout" ("claim_id", "handed_at")`);
    await runner.query(`
      CREATE TABLE "handout_piece" (
        "id" uuid NOT NULL PRIMARY KEY, "handout_id" uuid NOT NULL REFERENCES "handout" ("id"), "form" text NOT NULL,
        "face_value" bigint NOT NULL CHECK ("face_value" > 0), "reference" text NOT NULL, "reference_hash" text NOT NULL,
        "masked" text NOT NULL, "held" boolean NOT NULL DEFAULT true)`);
    await runner.query(`CREATE INDEX "handout_piece_of" ON "handout_piece" ("handout_id")`);
    // A certificate is with one citizen at a time; a card can be charged often.
    await runner.query(
      `CREATE UNIQUE INDEX "handout_piece_once" ON "handout_piece" ("reference_hash") WHERE "held" AND "form" = 'GIFT_CERTIFICATE'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "handout_piece", "handout"');
    await runner.query('DROP TRIGGER "ledger_head_never_deleted" ON "ledger_head"');
    for (const table of ['ledger_account', 'ledger_head', 'bank_file_access'])
      await runner.query(`DROP TRIGGER "${table}_never_emptied" ON "${table}"`);
    await runner.query('DROP TRIGGER "ledger_account_follows" ON "ledger_account"');
    await runner.query('DROP TABLE "stock_account"');
    await runner.query('DROP FUNCTION "ledger_follows"');
    await runner.query(`
      ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_of_stock", DROP CONSTRAINT "ledger_entry_kind_check",
        ADD CONSTRAINT "ledger_entry_kind_check" CHECK ("kind" IN (${KINDS})), DROP "face_value", DROP "form"`);
  }
}
