import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators watch is found without a walk through all that ever happened; when an event died is known also after it was tried again. */
export class OutboxFigures1780000000006 implements MigrationInterface {
  readonly name = 'OutboxFigures1780000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outbox_delivery_confirmed ON outbox_delivery (confirmed_at) WHERE confirmed_at IS NOT NULL;
      ALTER TABLE inbox_entry ADD died_at timestamptz;
      UPDATE inbox_entry SET died_at = settled_at WHERE status IN ('DEAD', 'DISCARDED');
      CREATE INDEX inbox_entry_failing ON inbox_entry (consumer) WHERE status = 'PENDING' AND reason IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_entry_failing;
      ALTER TABLE inbox_entry DROP died_at;
      DROP INDEX outbox_delivery_confirmed;
    `);
  }
}
