import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What staff note for each other about a complaint (내부 메모). Append-only; no citizen sees it. */
@Entity('complaint_note')
export class NoteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('uuid', { name: 'noted_by' })
  notedBy: string;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Date;

  @Column('text')
  text: string;
}
