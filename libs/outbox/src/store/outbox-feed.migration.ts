import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that people watch as they happen have a number within their subject; the feed knows the last one given. */
export class OutboxFeed1780000000007 implements MigrationInterface {
  readonly name = 'OutboxFeed1780000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_feed (
        subject_id uuid NOT NULL CONSTRAINT outbox_feed_pk PRIMARY KEY,
        last       int  NOT NULL
      );
      ALTER TABLE outbox_event ADD subject_id uuid, ADD number int,
        ADD CONSTRAINT outbox_event_numbered CHECK ((subject_id IS NULL) = (number IS NULL));
      CREATE UNIQUE INDEX outbox_event_feed ON outbox_event (subject_id, number) WHERE subject_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outbox_event_feed;
      ALTER TABLE outbox_event DROP CONSTRAINT outbox_event_numbered, DROP number, DROP subject_id;
      DROP TABLE outbox_feed;
    `);
  }
}
