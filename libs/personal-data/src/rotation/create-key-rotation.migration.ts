import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEALED_FORM } from './sealed-column';

/** How far the rotation to a key is, column by column; and what tables that never change need to let it pass. */
export class CreateKeyRotation1700000000011 implements MigrationInterface {
  name = 'CreateKeyRotation1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "key_rotation" (
        "key_id" text NOT NULL, "table_name" text NOT NULL, "column_name" text NOT NULL,
        "total" bigint NOT NULL, "resealed" bigint NOT NULL DEFAULT 0, "unreadable" bigint NOT NULL DEFAULT 0, "position" jsonb,
        "requested_by" text NOT NULL, "requested_at" timestamptz NOT NULL, "finished_at" timestamptz,
        PRIMARY KEY ("key_id", "table_name", "column_name"))`);
    await runner.query(`
      CREATE FUNCTION "only_resealed"(before jsonb, after jsonb, columns text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT before - columns = after - columns AND NOT EXISTS (
          SELECT FROM unnest(columns) AS c ("name")
          WHERE before -> "name" IS DISTINCT FROM after -> "name"
            AND NOT (COALESCE(before ->> "name" ~ '${SEALED_FORM}' AND after ->> "name" ~ '${SEALED_FORM}', false)))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION "only_resealed"');
    await runner.query('DROP TABLE "key_rotation"');
  }
}
