import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A file to be uploaded, as the client announces it.' })
export class RequestAttachmentUploadInput {
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

@InputType({ description: 'An upload whose content was sent.' })
export class CompleteAttachmentUploadInput {
  @Field(() => ID, { description: 'The attachment.' })
  attachmentId: string;
}
