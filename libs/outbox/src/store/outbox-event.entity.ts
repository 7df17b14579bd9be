import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that a service has promised to tell: written in the transaction that made it true. */
@Entity('outbox_event')
@Index('outbox_event_created_at', ['createdAt'])
@Index('outbox_event_feed', ['subjectId', 'number'], { unique: true, where: 'subject_id IS NOT NULL' })
@Check('outbox_event_numbered', '(subject_id IS NULL) = (number IS NULL)')
export class OutboxEventEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outbox_event_pk' })
  id: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  producer: string;

  @Column({ type: 'jsonb' })
  payload: object;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** In whose feed it is; null for an event that nobody watches. */
  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId: string | null;

  /** Its place in the feed of its subject: 1, 2, 3 … */
  @Column({ type: 'int', nullable: true })
  number: number | null;

  /** W3C Trace Context; null while nothing is traced. */
  @Column({ type: 'text', nullable: true })
  traceparent: string | null;
}
