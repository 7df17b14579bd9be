import { ObjectType } from 'type-graphql';
import { SentUploadPayload, UploadPayload } from '@charter/attachments';

@ObjectType({ description: 'The answer of requestParticipationUpload: where to send the file.' })
export class RequestParticipationUploadPayload extends UploadPayload {}

@ObjectType({ description: 'The answer of completeParticipationUpload.' })
export class CompleteParticipationUploadPayload extends SentUploadPayload {}
