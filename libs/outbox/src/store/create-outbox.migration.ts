import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1780000000000 implements MigrationInterface {
  readonly name = 'CreateOutbox1780000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_event (
        id          uuid        NOT NULL CONSTRAINT outbox_event_pk PRIMARY KEY,
        type        text        NOT NULL,
        producer    text        NOT NULL,
        payload     jsonb       NOT NULL,
        occurred_at timestamptz NOT NULL,
        created_at  timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX outbox_event_created_at ON outbox_event (created_at);

      CREATE TABLE outbox_delivery (
        event_id     uuid        NOT NULL CONSTRAINT outbox_delivery_event REFERENCES outbox_event ON DELETE CASCADE,
        consumer     text        NOT NULL,
        generation   int         NOT NULL DEFAULT 0,
        published_at timestamptz,
        next_send_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        outcome      text,
        CONSTRAINT outbox_delivery_pk PRIMARY KEY (event_id, consumer),
        CONSTRAINT outbox_delivery_outcome CHECK (outcome IN ('DONE', 'DEAD')),
        CONSTRAINT outbox_delivery_settled CHECK ((confirmed_at IS NULL) = (outcome IS NULL))
      );
      CREATE INDEX outbox_delivery_unconfirmed ON outbox_delivery (next_send_at) WHERE confirmed_at IS NULL;

      CREATE TABLE inbox_entry (
        event_id        uuid        NOT NULL,
        consumer        text        NOT NULL,
        type            text        NOT NULL,
        producer        text        NOT NULL,
        status          text        NOT NULL,
        attempts        int         NOT NULL,
        received_at     timestamptz NOT NULL DEFAULT now(),
        next_attempt_at timestamptz,
        settled_at      timestamptz,
        reason          text,
        envelope        text,
        decided_by      text,
        decided_at      timestamptz,
        decided_reason  text,
        CONSTRAINT inbox_entry_pk PRIMARY KEY (event_id, consumer),
        CONSTRAINT inbox_entry_status CHECK (status IN ('PENDING', 'RETRYING', 'DONE', 'DEAD', 'DISCARDED'))
      );
      CREATE INDEX inbox_entry_dead ON inbox_entry (settled_at, event_id, consumer) WHERE status = 'DEAD';
      CREATE INDEX inbox_entry_retrying ON inbox_entry (consumer, next_attempt_at) WHERE status = 'RETRYING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_entry; DROP TABLE outbox_delivery; DROP TABLE outbox_event;');
  }
}
