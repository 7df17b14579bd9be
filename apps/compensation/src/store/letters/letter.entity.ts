import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { LetterFacts } from '../../domain/letters/letter';
import { won } from '../won';

/** What the charter service says of a department, as far as letters need it. */
@Entity('known_department')
export class KnownDepartmentEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { nullable: true })
  phone: string | null;

  /** When the charter service said so: news that comes late does not overwrite newer news. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}

/** What the office gives for the letter of a claim, until it is approved. */
@Entity('letter_terms')
export class LetterTermsEntity {
  @PrimaryColumn('uuid', { name: 'claim_id' })
  claimId: string;

  /** Sealed. */
  @Column('text', { nullable: true })
  handler: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'correction_ko', nullable: true })
  correctionKo: string | null;

  @Column('text', { name: 'correction_en', nullable: true })
  correctionEn: string | null;

  @Column('date', { name: 'correct_by', nullable: true })
  correctBy: string | null;

  @Column('uuid', { name: 'given_by' })
  givenBy: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;
}

/** What a letter says, but for its number and day. */
export type KeptFacts = Omit<LetterFacts, 'number' | 'dated'>;

/** A letter of apology and correction. Once it was sent, or given up, it never changes: the database holds that. */
@Entity('compensation_letter')
export class LetterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  /** Of the letters of its claim, from 1: an approval that is made again has another one. */
  @Column('integer')
  version: number;

  /** What its number is made of. */
  @Column({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    insert: false,
    update: false,
    transformer: won,
  })
  seq: number;

  @Column('integer', { name: 'text_version' })
  textVersion: number;

  @Column('jsonb')
  facts: KeptFacts;

  /** Sealed: the handler's name until it is sent, then the addressee's too. */
  @Column('text', { nullable: true })
  people: string | null;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  /** Not before then it is tried to send it. */
  @Column('timestamptz', { name: 'try_at' })
  tryAt: Date;

  @Column('date', { nullable: true })
  dated: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** The approval was taken back before it was sent. */
  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** SHA-256 of its PDF in each language. */
  @Column('text', { name: 'sha256_ko', nullable: true })
  sha256Ko: string | null;

  @Column('text', { name: 'sha256_en', nullable: true })
  sha256En: string | null;
}

/** Who of the office took a letter with the citizen's name. */
@Entity('letter_access')
export class LetterAccessEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid', { name: 'letter_id' })
  letterId: string;

  @Column('text')
  language: string;

  @Column('uuid', { name: 'read_by' })
  readBy: string;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;

  @Column('text', { nullable: true })
  address: string | null;
}
