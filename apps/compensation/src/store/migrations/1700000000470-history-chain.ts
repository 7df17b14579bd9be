import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of a claim as a chain: the database itself numbers each line and gives it a SHA-256 over itself and the hash before it,
 * whoever writes. Lines are refused to be changed, deleted and emptied. After an objection somebody else decides, by a constraint too.
 */
export class HistoryChain1700000000470 implements MigrationInterface {
  name = 'HistoryChain1700000000470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "compensation_claim_history" ADD "seq" integer, ADD "previous_hash" text, ADD "hash" text`,
    );
    await runner.query(`
      CREATE FUNCTION "compensation_claim_history_link"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT "seq" + 1, "hash" INTO NEW."seq", NEW."previous_hash" FROM "compensation_claim_history"
          WHERE "claim_id" = NEW."claim_id" AND "seq" IS NOT NULL ORDER BY "seq" DESC LIMIT 1;
        IF NOT FOUND THEN
          NEW."seq" := 1;
          NEW."previous_hash" := repeat('0', 64);
        END IF;
        NEW."hash" := encode(sha256(convert_to(concat_ws(E'\\n', NEW."previous_hash", NEW."claim_id"::text, NEW."seq"::text,
          to_char(NEW."changed_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), NEW."changed_by",
          COALESCE(NEW."from_status", '-'), NEW."to_status", COALESCE('=' || NEW."reason", '-')), 'UTF8')), 'hex');
        RETURN NEW;
      END $$`);
    // What was written before gets its place in the order in which it was written.
    await runner.query(
      'ALTER TABLE "compensation_claim_history" DISABLE TRIGGER "compensation_claim_history_append_only"',
    );
    await runner.query(`
      CREATE TRIGGER "compensation_claim_history_link" BEFORE INSERT OR UPDATE ON "compensation_claim_history"
        FOR EACH ROW EXECUTE FUNCTION "compensation_claim_history_link"()`);
    await runner.query(`
      DO $$ DECLARE line bigint; BEGIN
        FOR line IN SELECT "id" FROM "compensation_claim_history" ORDER BY "id" LOOP
          UPDATE "compensation_claim_history" SET "seq" = NULL WHERE "id" = line;
        END LOOP;
      END $$`);
    await runner.query('DROP TRIGGER "compensation_claim_history_link" ON "compensation_claim_history"');
    await runner.query(`
      CREATE TRIGGER "compensation_claim_history_link" BEFORE INSERT ON "compensation_claim_history"
        FOR EACH ROW EXECUTE FUNCTION "compensation_claim_history_link"()`);
    await runner.query(
      'ALTER TABLE "compensation_claim_history" ENABLE TRIGGER "compensation_claim_history_append_only"',
    );
    await runner.query(`
      ALTER TABLE "compensation_claim_history"
        ALTER "seq" SET NOT NULL, ALTER "previous_hash" SET NOT NULL, ALTER "hash" SET NOT NULL,
        ADD CONSTRAINT "compensation_claim_history_order" UNIQUE ("claim_id", "seq")`);
    await runner.query(`
      CREATE TRIGGER "compensation_claim_history_kept" BEFORE TRUNCATE ON "compensation_claim_history"
        FOR EACH STATEMENT EXECUTE FUNCTION "compensation_append_only"()`);
    await runner.query(`
      ALTER TABLE "compensation_claim" ADD CONSTRAINT "compensation_claim_objection_eyes"
        CHECK ("objected_at" IS NULL OR "status" = 'OBJECTED' OR "decided_by" IS NULL OR "decided_by" IS DISTINCT FROM "refused_by")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "compensation_claim" DROP CONSTRAINT "compensation_claim_objection_eyes"');
    await runner.query('DROP TRIGGER "compensation_claim_history_kept" ON "compensation_claim_history"');
    await runner.query('DROP TRIGGER "compensation_claim_history_link" ON "compensation_claim_history"');
    await runner.query('DROP FUNCTION "compensation_claim_history_link"');
    await runner.query('ALTER TABLE "compensation_claim_history" DROP "seq", DROP "previous_hash", DROP "hash"');
  }
}
