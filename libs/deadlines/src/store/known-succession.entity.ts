import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department whose day has come and who carries on what it had, as this service has heard. */
@Entity('known_succession')
export class KnownSuccessionEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text', { name: 'successor_code' })
  successorCode: string;

  /** The first day of the successor, in Asia/Seoul. */
  @Column('date', { name: 'succeeded_on' })
  succeededOn: string;

  /** The administrator who decided it. */
  @Column('uuid', { name: 'decided_by' })
  decidedBy: string;
}
