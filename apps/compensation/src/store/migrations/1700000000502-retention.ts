import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

const kept = (passes: string): string => `
  CREATE OR REPLACE FUNCTION "compensation_letter_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF ${passes} THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'a letter that was sent does not change' USING ERRCODE = 'restrict_violation';
  END $$`;

const BEFORE = `(OLD."sent_at" IS NULL AND OLD."cancelled_at" IS NULL) OR "only_resealed"(to_jsonb(OLD), to_jsonb(NEW), '{people}')`;
const ERASED = `(NEW."people" = 'erased' AND to_jsonb(NEW) - 'people' = to_jsonb(OLD) - 'people')`;

/** Claims that people were erased from say so. A letter that was sent stays, but for its people, who can be taken out of it. */
export class Retention1700000000502 implements MigrationInterface {
  name = 'Retention1700000000502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "compensation_claim" ADD "erased_at" timestamptz');
    await runner.query(kept(`${BEFORE} OR ${ERASED}`));
    await writeRules(runner, [
      { kind: 'compensation-claim', months: 60, article: ARTICLES.money },
      { kind: 'payout-account', months: 60, article: ARTICLES.money },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kept(BEFORE));
    await runner.query('ALTER TABLE "compensation_claim" DROP "erased_at"');
  }
}
