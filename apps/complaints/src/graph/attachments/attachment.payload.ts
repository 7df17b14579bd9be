import { ObjectType } from 'type-graphql';
import { SentUploadPayload, UploadPayload } from '@charter/attachments';

@ObjectType({ description: 'The answer of requestAttachmentUpload: where to send the file.' })
export class RequestAttachmentUploadPayload extends UploadPayload {}

@ObjectType({ description: 'The answer of completeAttachmentUpload.' })
export class CompleteAttachmentUploadPayload extends SentUploadPayload {}
