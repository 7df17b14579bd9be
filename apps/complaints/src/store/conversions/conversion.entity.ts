import { Column, Entity, PrimaryColumn } from 'typeorm';

/** TO_PROPOSAL: the complaint became it. FROM_PROPOSAL: it became the complaint. */
export type Direction = 'TO_PROPOSAL' | 'FROM_PROPOSAL';

/** A complaint and the proposal of the participation service that is the same matter. */
@Entity('conversion')
export class ConversionEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('text')
  direction: Direction;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
