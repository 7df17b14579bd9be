import { InputType } from 'type-graphql';
import { SentUploadInput, UploadInput } from '@charter/attachments';

@InputType({ description: 'A file to be uploaded for something of participation, as the client announces it.' })
export class RequestParticipationUploadInput extends UploadInput {}

@InputType({ description: 'An upload whose content was sent.' })
export class CompleteParticipationUploadInput extends SentUploadInput {}
