import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OutboxEventEntity } from './outbox-event.entity';

/** How far one event has come with one of its consumers. The index holds only what is still open, however long the history. */
@Entity('outbox_delivery')
@Index('outbox_delivery_unconfirmed', ['nextSendAt'], { where: 'confirmed_at IS NULL' })
@Index('outbox_delivery_confirmed', ['confirmedAt'], { where: 'confirmed_at IS NOT NULL' })
@Check('outbox_delivery_outcome', `outcome IN ('DONE', 'DEAD')`)
@Check('outbox_delivery_settled', `(confirmed_at IS NULL) = (outcome IS NULL)`)
export class OutboxDeliveryEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'outbox_delivery_pk' })
  eventId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'outbox_delivery_pk' })
  consumer: string;

  @ManyToOne(() => OutboxEventEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'outbox_delivery_event' })
  event: Relation<OutboxEventEntity>;

  /** How often it has been put into the queue; part of the job's id, for a queue that remembers an id refuses it. */
  @Column({ type: 'int', default: 0 })
  generation: number;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ name: 'next_send_at', type: 'timestamptz', default: () => 'now()' })
  nextSendAt: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  /** What the consumer has made of it: DONE, or DEAD when it now lies in the consumer's dead letters. */
  @Column({ type: 'text', nullable: true })
  outcome: 'DONE' | 'DEAD' | null;
}
