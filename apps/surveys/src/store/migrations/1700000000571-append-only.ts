import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALL_ROWS = ['survey_publication', 'survey_shown', 'survey_history'];

/** What must stay stays whole: no row of it is changed or deleted, and the table is not emptied. */
export class AppendOnly1700000000571 implements MigrationInterface {
  name = 'AppendOnly1700000000571';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER "survey_history_stays" BEFORE UPDATE OR DELETE ON "survey_history"
      FOR EACH ROW EXECUTE FUNCTION "results_stay"()`);
    await runner.query(`
      CREATE TRIGGER "survey_not_deleted" BEFORE DELETE ON "survey"
      FOR EACH ROW WHEN (OLD."status" <> 'DRAFT') EXECUTE FUNCTION "survey_stays"()`);
    for (const table of ALL_ROWS)
      await runner.query(`
        CREATE TRIGGER "${table}_never_emptied" BEFORE TRUNCATE ON "${table}"
        FOR EACH STATEMENT EXECUTE FUNCTION "results_stay"()`);
    await runner.query(`
      CREATE TRIGGER "survey_never_emptied" BEFORE TRUNCATE ON "survey"
      FOR EACH STATEMENT EXECUTE FUNCTION "survey_stays"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...ALL_ROWS, 'survey'])
      await runner.query(`DROP TRIGGER "${table}_never_emptied" ON "${table}"`);
    await runner.query('DROP TRIGGER "survey_not_deleted" ON "survey"');
    await runner.query('DROP TRIGGER "survey_history_stays" ON "survey_history"');
  }
}
