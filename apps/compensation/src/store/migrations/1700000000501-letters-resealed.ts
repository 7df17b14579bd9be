import type { MigrationInterface, QueryRunner } from 'typeorm';

const kept = (passes: string): string => `
  CREATE OR REPLACE FUNCTION "compensation_letter_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF ${passes} THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'a letter that was sent does not change' USING ERRCODE = 'restrict_violation';
  END $$`;

const UNSENT = 'OLD."sent_at" IS NULL AND OLD."cancelled_at" IS NULL';

/** A letter that was sent stays, but for the key under which its people are sealed. */
export class LettersResealed1700000000501 implements MigrationInterface {
  name = 'LettersResealed1700000000501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kept(`(${UNSENT}) OR "only_resealed"(to_jsonb(OLD), to_jsonb(NEW), '{people}')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kept(UNSENT));
  }
}
