import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that a service has promised to tell: written in the transaction that made it true. */
@Entity('outbox_event')
@Index('outbox_event_created_at', ['createdAt'])
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
}
