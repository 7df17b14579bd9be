import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the trace stood when an event was written: whoever handles it goes on from there. */
export class OutboxTrace1780000000008 implements MigrationInterface {
  readonly name = 'OutboxTrace1780000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_event ADD traceparent text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_event DROP traceparent');
  }
}
