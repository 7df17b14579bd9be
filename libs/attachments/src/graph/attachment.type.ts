import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '@charter/service';
import { SCAN_STATES, type ScanState } from '../domain/attachment';
import type { AttachmentEntity } from '../store/attachment.entity';

const ScanStateEnum = Object.fromEntries(SCAN_STATES.map((state) => [state, state])) as { [S in ScanState]: S };
registerEnumType(ScanStateEnum, {
  name: 'AttachmentScanState',
  description: 'What the virus scan of an attachment found (악성 코드 검사).',
  valuesConfig: {
    NOT_SCANNED: { description: 'This installation has no scanner: nobody has looked (검사 안 함).' },
    PENDING: { description: 'It waits for the scanner, and is not given out until then (검사 대기).' },
    CLEAN: { description: 'Nothing was found (이상 없음).' },
    INFECTED: { description: 'Malware was found; the content was removed (악성 코드 발견).' },
  },
});

/** A value that every service gives of its own files, with the same fields; `AttachmentResolver` adds where to fetch it. */
@Directive('@shareable')
@ObjectType('Attachment', {
  description:
    'A file that somebody attached (첨부파일). It is kept as it came: what an image says of its place and camera stays in it.',
})
export class AttachmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The name that the sender gave it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What the sender says of it.' })
  description: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its media type, decided by its content; null until it was checked.',
  })
  type: string | null;

  @Field(() => Int, { description: 'Its size in bytes.' })
  bytes: number;

  @Field(() => String, { description: 'SHA-256 of its content, 64 hexadecimal digits.' })
  sha256: string;

  @Field(() => ScanStateEnum, { description: 'What the virus scan found.' })
  scanState: ScanState;

  @Field(() => DateTime, { nullable: true, description: 'When its content was checked and kept; null until then.' })
  uploadedAt: Date | null;

  row: AttachmentEntity;
}

export const toAttachmentType = (row: AttachmentEntity): AttachmentType => ({
  id: row.id,
  name: row.name,
  description: row.description,
  type: row.type,
  bytes: row.bytes,
  sha256: row.sha256,
  scanState: row.scanState,
  uploadedAt: row.checkedAt,
  row,
});
