import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '@charter/contracts';
import type { Audience, NoticeEvent } from '../domain/audiences';
import type { Channel, OutgoingChannel } from '../domain/channels';
import type { SubjectType } from '../domain/notice-plan';
import type { PersonKind, ProfileLanguage } from '../domain/profile';
import type { Words } from '../domain/words';

/** Somebody's profile: name and contacts sealed for this row. Roles and department are the identity provider's. */
@Entity('profile')
export class ProfileEntity {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  kind: PersonKind;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** Keyed hashes of the contacts, to find a person by them. */
  @Column('text', { name: 'email_hash', nullable: true })
  emailHash: string | null;

  @Column('text', { name: 'phone_hash', nullable: true })
  phoneHash: string | null;

  @Column('text')
  language: ProfileLanguage;

  /** By what they wish to be told, besides in their inbox; null while they have not said. */
  @Column('text', { array: true, nullable: true })
  channels: OutgoingChannel[] | null;

  /** Quiet hours, HH:MM in Asia/Seoul: both or neither. */
  @Column('text', { name: 'quiet_from', nullable: true })
  quietFrom: string | null;

  @Column('text', { name: 'quiet_to', nullable: true })
  quietTo: string | null;

  /** After how many notices a day and channel the further ones come together; null for never. */
  @Column('integer', { name: 'digest_after', nullable: true })
  digestAfter: number | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** BUNDLED: to be delivered by the digest that another notice carries. SUPERSEDED: its reason was gone before it was sent. UNREACHABLE: there is no address. FAILED: the address was refused. */
export type NoticeState = 'PENDING' | 'BUNDLED' | 'DELIVERED' | 'SUPERSEDED' | 'UNREACHABLE' | 'FAILED';

/** One notice to one person by one channel: once for each event. Its text is written when it is read or sent. */
@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text', { name: 'event_type' })
  eventType: NoticeEvent;

  @Column('uuid', { name: 'recipient_id' })
  recipientId: string;

  @Column('text')
  audience: Audience;

  @Column('text')
  channel: Channel;

  @Column('text', { name: 'subject_type' })
  subjectType: SubjectType;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('uuid', { name: 'deadline_id', nullable: true })
  deadlineId: string | null;

  @Column('jsonb')
  words: Words;

  /** What the owner of the subject told for its text when it was sent, sealed for this row. */
  @Column('text', { nullable: true })
  told: string | null;

  @Column('text')
  state: NoticeState;

  @Column('text', { name: 'failure', nullable: true })
  failure: string | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt: Date | null;

  /** The way that had come to nothing before this one was taken. */
  @Column('uuid', { name: 'instead_of', nullable: true })
  insteadOf: string | null;

  /** The notice that carries the digest which this one is in: itself for the first. */
  @Column('uuid', { name: 'digest_id', nullable: true })
  digestId: string | null;

  /** When it, the last way of what the law requires, had come to nothing. */
  @Column('timestamptz', { name: 'unreached_at', nullable: true })
  unreachedAt: Date | null;

  /** When it had gone by post at last, and who of the office says so. */
  @Column('timestamptz', { name: 'posted_at', nullable: true })
  postedAt: Date | null;

  @Column('uuid', { name: 'posted_by', nullable: true })
  postedBy: string | null;

  /** The end of its person's quiet hours, for which it waits. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('integer', { name: 'template_version' })
  templateVersion: number;

  /** When its person was erased from it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
}

/** Every attempt to deliver: when, and what came of it. Append-only. */
@Entity('delivery_attempt')
export class DeliveryAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId: string;

  @Column('timestamptz', { name: 'attempted_at' })
  attemptedAt: Date;

  @Column('text')
  outcome: string;
}

/** What an administrator did to the queues: who, when, what, why. Append-only. */
@Entity('admin_action')
export class AdminActionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'acted_at' })
  actedAt: Date;

  @Column('text')
  action: string;

  @Column('jsonb')
  details: object;
}
