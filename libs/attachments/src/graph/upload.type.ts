import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '@charter/service';
import { AttachmentType } from './attachment.type';

/** What is announced of a file. A service's own input extends it. */
@InputType()
export abstract class UploadInput {
  @Field(() => String, {
    description: 'Its name, 1 to 200 characters, without folders. Never a resident registration number.',
  })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it shows, up to 500 characters.' })
  description?: string | null;

  @Field(() => Int, { description: 'Its exact size in bytes.' })
  bytes: number;

  @Field(() => String, {
    description: 'SHA-256 of its content, 64 hexadecimal digits: what arrives otherwise is refused.',
  })
  sha256: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same attachment again.' })
  idempotencyKey?: string | null;
}

/** Which upload was sent. A service's own input extends it. */
@InputType()
export abstract class SentUploadInput {
  @Field(() => ID, { description: 'The attachment.' })
  attachmentId: string;
}

@Directive('@shareable')
@ObjectType('UploadHeader', { description: 'A header to send with an upload.' })
export class UploadHeaderType {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Its value.' })
  value: string;
}

/** Where to send a file, or why not. A service's own payload extends it. */
@ObjectType()
export abstract class UploadPayload {
  @Field(() => ID, { nullable: true, description: 'The attachment, to be named when what it belongs to is sent in.' })
  attachmentId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to send the content, once, with PUT and nothing else in the body.',
  })
  uploadUrl: string | null;

  @Field(() => [UploadHeaderType], { nullable: true, description: 'Headers to send with it, exactly as they are.' })
  headers: UploadHeaderType[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the address holds.' })
  expiresAt: Date | null;

  @Field(() => Int, { description: 'The most bytes that one file may have.' })
  maxBytes: number;

  @Field(() => Int, { description: 'How many files can be attached to one thing.' })
  maxCount: number;

  @Field(() => [UserError], { description: 'Why it was not granted; empty when it was.' })
  errors: UserError[];
}

/** What became of what was sent. A service's own payload extends it. */
@ObjectType()
export abstract class SentUploadPayload {
  @Field(() => AttachmentType, { nullable: true, description: 'The attachment as it was checked.' })
  attachment: AttachmentType | null;

  @Field(() => [UserError], { description: 'Why it is not kept; empty when it is.' })
  errors: UserError[];
}
