/** What one entry says, waiting or linked: the two tables have these columns in common. */
const ENTRY = `
  "kind" text NOT NULL CHECK ("kind" IN ('TAKEN_IN', 'WRITTEN', 'ERASED', 'REMOVED')),
  "table_name" text NOT NULL, "row_key" text NOT NULL, "recorded_at" timestamptz NOT NULL,
  "fixed_digest" bytea, "whole_digest" bytea, "salt" bytea, "columns" text[], "why" text,
  CHECK (("kind" = 'REMOVED') = ("fixed_digest" IS NULL)),
  CHECK (("kind" IN ('ERASED', 'REMOVED')) = ("why" IS NOT NULL)),
  CHECK (("kind" = 'ERASED') = ("columns" IS NOT NULL))`;

/**
 * Writers put an entry into `record_waiting` and wait for nobody; the sealer moves it into `record_link`, the chain. Of both nothing is
 * ever changed but a salt that goes: without it nobody can guess from a digest what was erased.
 */
export const TABLES = [
  `CREATE TABLE "record_table" (
     "name" text NOT NULL PRIMARY KEY, "key" text[] NOT NULL, "sealed" text[] NOT NULL, "personal" text[] NOT NULL,
     "removable" boolean NOT NULL)`,
  `CREATE TABLE "record_waiting" ("id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${ENTRY})`,
  `CREATE TABLE "record_link" (
     "seq" bigint NOT NULL PRIMARY KEY CHECK ("seq" > 0), ${ENTRY},
     "previous_hash" bytea NOT NULL UNIQUE, "hash" bytea NOT NULL UNIQUE)`,
  `CREATE INDEX "record_link_of" ON "record_link" ("table_name", "row_key", "seq")`,
];

/** The record's own tables refuse what its functions do not do, whoever asks. */
const OWN_GUARD = `
  CREATE FUNCTION "record_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF NEW."salt" IS NULL AND to_jsonb(OLD) - 'salt' = to_jsonb(NEW) - 'salt' THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'record_waiting' THEN
      IF current_setting('charter.record', true) = 'sealing' THEN RETURN OLD; END IF;
    END IF;
    RAISE EXCEPTION '% is append-only: what is written never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$`;

/** The history tables refuse changes, save new seals of what was sealed, and what the two doors below do. */
const GUARD = `
  CREATE FUNCTION "record_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    "door" text := coalesce(current_setting('charter.record', true), '');
    "before" jsonb; "after" jsonb; "sealed" text[]; "personal" text[];
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF "door" = 'removing' THEN RETURN OLD; END IF;
    ELSIF TG_OP = 'UPDATE' THEN
      "before" := to_jsonb(OLD); "after" := to_jsonb(NEW); "sealed" := TG_ARGV[0]; "personal" := TG_ARGV[1];
      IF "door" = 'erasing' AND "before" - "sealed" - "personal" = "after" - "sealed" - "personal" THEN RETURN NEW; END IF;
      IF "sealed" <> '{}' AND "before" - "sealed" = "after" - "sealed" AND NOT EXISTS (
        SELECT FROM unnest("sealed") AS c WHERE ("before" ->> c IS NULL) <> ("after" ->> c IS NULL)) THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION '% is append-only: what is written never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$`;

const guard = (table: string): string[] => [
  `CREATE TRIGGER "${table}_stands" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "record_stands"()`,
  `CREATE TRIGGER "${table}_never_emptied" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "record_stands"()`,
];

export const GUARDS = [GUARD, OWN_GUARD, ...guard('record_waiting'), ...guard('record_link')];
