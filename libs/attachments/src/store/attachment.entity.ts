import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScanState } from '../domain/attachment';
import type { MediaType } from '../domain/media-type';

/** A file (첨부파일): asked for, uploaded, checked, attached. Its content stands in the file store under its id. */
@Entity('attachment')
export class AttachmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** What it is attached to; null until it is. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('integer')
  bytes: number;

  @Column('text')
  sha256: string;

  /** By its content; null until it was checked. */
  @Column('text', { name: 'media_type', nullable: true })
  type: MediaType | null;

  @Column('text', { name: 'scan_state' })
  scanState: ScanState;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** Until when the content may arrive. */
  @Column('timestamptz', { name: 'upload_until' })
  uploadUntil: Date;

  /** When the content was found to be what was announced. */
  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column('timestamptz', { name: 'attached_at', nullable: true })
  attachedAt: Date | null;

  /** Whether what arrived late or twice was removed: once, after `uploadUntil`. */
  @Column('boolean', { name: 'tidied', default: false })
  tidied: boolean;
}
