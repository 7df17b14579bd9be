import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The last number that was given to an event of a subject. Whoever gives one holds this row until the end of the transaction:
 * so the numbers of a subject are in the order of commits, without gaps, and stay so when old events are deleted.
 */
@Entity('outbox_feed')
export class OutboxFeedEntity {
  @PrimaryColumn({ name: 'subject_id', type: 'uuid', primaryKeyConstraintName: 'outbox_feed_pk' })
  subjectId: string;

  @Column({ type: 'int' })
  last: number;
}
