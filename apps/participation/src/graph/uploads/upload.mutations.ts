import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type AttachmentService, completeUpload, requestUpload } from '@charter/attachments';
import type { Person } from '@charter/service';
import type { ParticipationContext } from '../context';
import { CompleteParticipationUploadInput, RequestParticipationUploadInput } from './upload.input';
import { CompleteParticipationUploadPayload, RequestParticipationUploadPayload } from './upload.payload';

/** Files for what citizens and officers send in here: asked for, sent, and named by what they are attached to. */
@Resolver()
export class UploadMutations {
  constructor(private readonly service: AttachmentService) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => RequestParticipationUploadPayload, {
    description:
      'Asks for an address to send a file to, such as a photograph for a monitoring report (첨부파일 올리기). A file that nothing names within a day is removed.',
  })
  requestParticipationUpload(
    @Arg('input', () => RequestParticipationUploadInput, { description: 'The file.' })
    input: RequestParticipationUploadInput,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<RequestParticipationUploadPayload> {
    return requestUpload(this.service, input, caller as Person);
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => CompleteParticipationUploadPayload, {
    description:
      'Checks what was uploaded: length, SHA-256, type by content, virus scan. Sending in what names the file does it for files that were not completed.',
  })
  completeParticipationUpload(
    @Arg('input', () => CompleteParticipationUploadInput, { description: 'Which one.' })
    input: CompleteParticipationUploadInput,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<CompleteParticipationUploadPayload> {
    return completeUpload(this.service, input, caller as Person);
  }
}
