import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { PersonalDataKind, ReadingPurpose, ReadingSubject, Role } from '@charter/contracts';

/** A reading of personal data: who, as what, why, when, from where. Append-only; goes after two years. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'reader_id' })
  readerId: string;

  @Column('text', { name: 'reader_role' })
  readerRole: Role;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text')
  purpose: ReadingPurpose;

  @Column('text')
  operation: string;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;

  /** In the reader’s words, sealed by the service that was read from. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Network address of the reader, sealed likewise. */
  @Column('text', { nullable: true })
  address: string | null;
}

/** Whose data a reading showed, about what. */
@Entity('access_log_subject')
export class AccessLogSubjectEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid', { name: 'reading_id' })
  readingId: string;

  @Column('uuid', { name: 'citizen_id', nullable: true })
  citizenId: string | null;

  @Column('text', { name: 'subject_type' })
  subjectType: ReadingSubject;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { array: true })
  kinds: PersonalDataKind[];

  /** As the reading’s: by it the list is ordered. */
  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;

  /** Joined, not a column. */
  reading: AccessLogEntity;
}

/** That somebody looked through the readings of a month. Append-only. */
@Entity('access_review')
export class AccessReviewEntity {
  /** YYYY-MM in Asia/Seoul. */
  @PrimaryColumn('text')
  month: string;

  @Column('uuid', { name: 'reviewed_by' })
  reviewedBy: string;

  @Column('timestamptz', { name: 'reviewed_at' })
  reviewedAt: Date;

  @Column('text')
  remark: string;
}
