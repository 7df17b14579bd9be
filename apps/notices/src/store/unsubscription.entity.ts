import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who wishes no mail that no law requires. */
@Entity('unsubscription')
export class UnsubscriptionEntity {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'since' })
  since: Date;
}
