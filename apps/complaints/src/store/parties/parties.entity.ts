import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A petition of several: how many households it concerns, and how many signed it. */
@Entity('joint_petition')
export class JointPetitionEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('integer')
  households: number;

  @Column('integer')
  signers: number;
}

/** Somebody who filed together with the petitioner, sealed for this row. */
@Entity('co_petitioner')
export class CoPetitionerEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('integer')
  position: number;

  @Column('boolean')
  representative: boolean;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;
}

/** Where the matter of a complaint is, sealed: it may be somebody's home. */
@Entity('complaint_place')
export class ComplaintPlaceEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  place: string;
}
