import type { Logout } from '@charter/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A logout that its tokens have not outlived yet. */
@Entity('logout')
export class LogoutEntity {
  /** Its place in the list, in the order of the commits. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  number: string;

  @Column('text')
  kind: Logout['kind'];

  @Column('text')
  key: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('timestamptz', { name: 'issued_up_to' })
  issuedUpTo: Date;

  @Column('timestamptz')
  until: Date;
}
