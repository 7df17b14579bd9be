import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * PENDING: tried, not finished, the queue brings it again. RETRYING: a person sent a dead letter round again, and the host itself
 * brings it. DONE: its effect is in this database. DEAD: waits for a person. DISCARDED: a person let it go.
 */
export type InboxStatus = 'PENDING' | 'RETRYING' | 'DONE' | 'DEAD' | 'DISCARDED';

/** What one consumer knows of one event. A row that says DONE is why a second delivery does nothing: it is never deleted. */
@Entity('inbox_entry')
@Index('inbox_entry_dead', ['settledAt', 'eventId', 'consumer'], { where: `status = 'DEAD'` })
@Index('inbox_entry_retrying', ['consumer', 'nextAttemptAt'], { where: `status = 'RETRYING'` })
@Index('inbox_entry_failing', ['consumer'], { where: `status = 'PENDING' AND reason IS NOT NULL` })
@Check('inbox_entry_status', `status IN ('PENDING', 'RETRYING', 'DONE', 'DEAD', 'DISCARDED')`)
export class InboxEntryEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'inbox_entry_pk' })
  eventId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'inbox_entry_pk' })
  consumer: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  producer: string;

  @Column({ type: 'text' })
  status: InboxStatus;

  /** Counted before the work in a transaction of its own, so that one which ends in a crash counts too. */
  @Column({ type: 'int' })
  attempts: number;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;

  @Column({ name: 'next_attempt_at', type: 'timestamptz', nullable: true })
  nextAttemptAt: Date | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** When it was given up last; stays when it is tried again. */
  @Column({ name: 'died_at', type: 'timestamptz', nullable: true })
  diedAt: Date | null;

  /** Of the last failure: error class and message, without values. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** The job as it came, kept for dead letters. JSON, but not jsonb: that refuses characters which a broken job may well contain. */
  @Column({ type: 'text', nullable: true })
  envelope: string | null;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decided_reason', type: 'text', nullable: true })
  decidedReason: string | null;
}
