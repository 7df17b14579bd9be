/**
 * All of it runs as the owner, whose tables the application's role cannot write. A row as text: sorted keys without nulls, moments in
 * UTC, so that it is the same text whoever asks and whatever columns have been added since.
 */
const AS_OWNER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC'`;
const digest = (line: string): string => `sha256(convert_to((${line})::text, 'UTF8'))`;
const SALTED = `sha256("salt" || convert_to("line"::text, 'UTF8'))`;
const NEW_SALT = `uuid_send(gen_random_uuid())`;
/** What erasers share and the sealer has alone: an entry must not be linked with the salt that is just being taken from it. */
const SEALING = `hashtext('record of this database')`;

const KEY_OF = `
  CREATE FUNCTION "record_key"("line" jsonb, "keys" text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE cardinality("keys") WHEN 1 THEN "line" ->> "keys"[1]
      ELSE (SELECT string_agg("line" ->> k, '/' ORDER BY n) FROM unnest("keys") WITH ORDINALITY AS u(k, n)) END $$`;

/** One statement for each statement that writes, however many rows it has. */
const WRITTEN = `
  CREATE FUNCTION "record_written"() RETURNS trigger ${AS_OWNER} AS $$
  DECLARE "keys" text[] := TG_ARGV[0]; "hidden" text[] := TG_ARGV[1]; "private" text[] := TG_ARGV[2];
  BEGIN
    INSERT INTO "record_waiting" ("kind", "table_name", "row_key", "recorded_at", "fixed_digest", "whole_digest", "salt")
    SELECT 'WRITTEN', TG_TABLE_NAME, "record_key"("line", "keys"), clock_timestamp(), ${digest('"line" - "private"')},
      ${SALTED}, "salt"
    FROM (
      SELECT jsonb_strip_nulls(to_jsonb("fresh")) - "hidden" AS "line",
        CASE WHEN "private" <> '{}' THEN ${NEW_SALT} END AS "salt"
      FROM "fresh") AS "written";
    RETURN NULL;
  END $$`;

/** The rows that a table had before it was recorded. */
const TAKE_IN = `
  CREATE FUNCTION "record_take_in"("taken" "record_table") RETURNS void ${AS_OWNER} AS $$
  BEGIN
    EXECUTE format($sql$
      INSERT INTO "record_waiting" ("kind", "table_name", "row_key", "recorded_at", "fixed_digest", "whole_digest", "salt")
      SELECT 'TAKEN_IN', $1, "record_key"("line", $2), clock_timestamp(), ${digest('"line" - $4')}, ${SALTED}, "salt"
      FROM (
        SELECT jsonb_strip_nulls(to_jsonb(t)) - $3 AS "line", CASE WHEN $4 <> '{}' THEN ${NEW_SALT} END AS "salt"
        FROM %I AS t ORDER BY %s) AS "old" $sql$,
      "taken"."name", (SELECT string_agg(format('%I', k), ', ') FROM unnest("taken"."key") AS k))
    USING "taken"."name", "taken"."key", "taken"."sealed", "taken"."personal";
  END $$`;

/** Finds one row by its key as the record writes it, with its indexes: `"id" = ($1)[1]::bigint`. */
const PLACE_OF = `
  CREATE FUNCTION "record_place"("of" "record_table") RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(format('%I = ($1)[%s]::%s', k, n, format_type(a."atttypid", NULL)), ' AND ' ORDER BY n)
    FROM unnest("of"."key") WITH ORDINALITY AS u(k, n)
    JOIN pg_attribute a ON a."attrelid" = format('%I', "of"."name")::regclass AND a."attname" = k $$`;

const UNSALTED = (key: string): string => `
    UPDATE "record_link" SET "salt" = NULL WHERE "table_name" = "from_table" AND "row_key" = ${key} AND "salt" IS NOT NULL;
    UPDATE "record_waiting" SET "salt" = NULL WHERE "table_name" = "from_table" AND "row_key" = ${key} AND "salt" IS NOT NULL;`;

const ERASE = `
  CREATE FUNCTION "record_erase"("from_table" text, "id" text, "erased" text[], "why" text) RETURNS boolean ${AS_OWNER} AS $$
  DECLARE "rule" "record_table"; "emptied" jsonb; "sets" text; "filled" text;
  BEGIN
    SELECT * INTO "rule" FROM "record_table" WHERE "name" = "from_table";
    IF NOT FOUND THEN RAISE EXCEPTION '% is not in the record', "from_table" USING ERRCODE = 'invalid_parameter_value'; END IF;
    IF coalesce(cardinality("erased"), 0) = 0 OR NOT "erased" <@ ("rule"."personal" || "rule"."sealed") THEN
      RAISE EXCEPTION 'only % of % can be erased, not %', "rule"."personal" || "rule"."sealed", "from_table", "erased"
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF coalesce(trim("why"), '') = '' THEN
      RAISE EXCEPTION 'an erasure says why' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT string_agg(format('%I = %s', "attname", "empty"), ', '),
      string_agg(format('%I IS DISTINCT FROM %s', "attname", "empty"), ' OR ')
    INTO "sets", "filled"
    FROM (
      SELECT "attname", CASE WHEN NOT "attnotnull" THEN 'NULL' WHEN "atttypid" = 'jsonb'::regtype THEN '''{}''::jsonb'
        ELSE '''''' END AS "empty"
      FROM pg_attribute WHERE "attrelid" = format('%I', "from_table")::regclass AND "attname" = ANY("erased")) AS "columns";
    PERFORM pg_advisory_xact_lock_shared(${SEALING});
    PERFORM set_config('charter.record', 'erasing', true);
    EXECUTE format('UPDATE %I AS t SET %s WHERE %s AND (%s) RETURNING jsonb_strip_nulls(to_jsonb(t)) - $2',
      "from_table", "sets", "record_place"("rule"), "filled")
      INTO "emptied" USING string_to_array("record_erase"."id", '/'), "rule"."sealed";
    PERFORM set_config('charter.record', '', true);
    IF "emptied" IS NULL THEN RETURN false; END IF;
    ${UNSALTED('"record_erase"."id"')}
    INSERT INTO "record_waiting"
      ("kind", "table_name", "row_key", "recorded_at", "fixed_digest", "whole_digest", "salt", "columns", "why")
    SELECT 'ERASED', "from_table", "record_erase"."id", clock_timestamp(), ${digest('"line" - "rule"."personal"')}, ${SALTED}, "salt",
      "erased", "record_erase"."why"
    FROM (SELECT "emptied" AS "line", CASE WHEN "rule"."personal" <> '{}' THEN ${NEW_SALT} END AS "salt") AS "rest";
    RETURN true;
  END $$`;

const REMOVE = `
  CREATE FUNCTION "record_remove"("from_table" text, "ids" text[], "why" text) RETURNS integer ${AS_OWNER} AS $$
  DECLARE "rule" "record_table"; "one" text; "here" integer; "gone" integer := 0;
  BEGIN
    SELECT * INTO "rule" FROM "record_table" WHERE "name" = "from_table";
    IF NOT FOUND OR NOT "rule"."removable" THEN
      RAISE EXCEPTION 'rows of % stay', "from_table" USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF coalesce(trim("why"), '') = '' THEN
      RAISE EXCEPTION 'a removal says why' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock_shared(${SEALING});
    PERFORM set_config('charter.record', 'removing', true);
    FOREACH "one" IN ARRAY "ids" LOOP
      EXECUTE format('DELETE FROM %I WHERE %s', "from_table", "record_place"("rule")) USING string_to_array("one", '/');
      GET DIAGNOSTICS "here" = ROW_COUNT;
      CONTINUE WHEN "here" = 0;
      ${UNSALTED('"one"')}
      INSERT INTO "record_waiting" ("kind", "table_name", "row_key", "recorded_at", "why")
      VALUES ('REMOVED', "from_table", "one", clock_timestamp(), "record_remove"."why");
      "gone" := "gone" + 1;
    END LOOP;
    PERFORM set_config('charter.record', '', true);
    RETURN "gone";
  END $$`;

/** A link's hash is over these lines; verify/link-hash.ts computes it again, without this function. */
const HASH = `
  CREATE FUNCTION "record_hash"("previous" bytea, "seq" bigint, "entry" "record_waiting") RETURNS bytea
  LANGUAGE sql IMMUTABLE SET timezone = 'UTC' AS $$
    SELECT sha256(convert_to(concat_ws(E'\\n', encode("previous", 'hex'), "seq", "entry"."kind", "entry"."table_name",
      "entry"."row_key", to_char("entry"."recorded_at", 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      coalesce(encode("entry"."fixed_digest", 'hex'), '-'), coalesce(encode("entry"."whole_digest", 'hex'), '-'),
      coalesce(array_to_string("entry"."columns", ','), '-'), coalesce("entry"."why", '-')), 'UTF8')) $$`;

/** Links the oldest entries that wait. One at a time: who finds another at it leaves it to them and links none. */
const SEAL = `
  CREATE FUNCTION "record_seal"("most" integer) RETURNS TABLE ("linked" integer, "seq" bigint, "hash" text) ${AS_OWNER} AS $$
  DECLARE "entry" "record_waiting"; "at" bigint; "head" bytea; "next" bytea; "done" bigint[] := '{}';
  BEGIN
    IF NOT pg_try_advisory_xact_lock(${SEALING}) THEN RETURN; END IF;
    SELECT l."seq", l."hash" INTO "at", "head" FROM "record_link" AS l ORDER BY l."seq" DESC LIMIT 1;
    IF NOT FOUND THEN "at" := 0; "head" := decode(repeat('00', 32), 'hex'); END IF;
    FOR "entry" IN SELECT * FROM "record_waiting" ORDER BY "id" LIMIT "most" LOOP
      "at" := "at" + 1;
      "next" := "record_hash"("head", "at", "entry");
      INSERT INTO "record_link" VALUES ("at", "entry"."kind", "entry"."table_name", "entry"."row_key", "entry"."recorded_at",
        "entry"."fixed_digest", "entry"."whole_digest", "entry"."salt", "entry"."columns", "entry"."why", "head", "next");
      "head" := "next";
      "done" := "done" || "entry"."id";
    END LOOP;
    PERFORM set_config('charter.record', 'sealing', true);
    DELETE FROM "record_waiting" WHERE "id" = ANY("done");
    PERFORM set_config('charter.record', '', true);
    RETURN QUERY SELECT cardinality("done"), "at", encode("head", 'hex');
  END $$`;

export const FUNCTIONS = [KEY_OF, WRITTEN, TAKE_IN, PLACE_OF, ERASE, REMOVE, HASH, SEAL];

/** In an order in which each can be dropped. */
export const SIGNATURES = [
  'record_seal(integer)',
  'record_hash(bytea, bigint, record_waiting)',
  'record_remove(text, text[], text)',
  'record_erase(text, text, text[], text)',
  'record_place(record_table)',
  'record_take_in(record_table)',
  'record_written()',
  'record_key(jsonb, text[])',
  'record_kept()',
  'record_stands()',
];
