import { InputType } from 'type-graphql';
import { SentUploadInput, UploadInput } from '@charter/attachments';

@InputType({ description: 'A file to be uploaded, as the client announces it.' })
export class RequestAttachmentUploadInput extends UploadInput {}

@InputType({ description: 'An upload whose content was sent.' })
export class CompleteAttachmentUploadInput extends SentUploadInput {}
