import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type AttachmentService,
  AttachmentType,
  type DownloadRule,
  completeUpload,
  requestUpload,
  toAttachmentType,
} from '@charter/attachments';
import { type Person, isUuid } from '@charter/service';
import { mayReadContacts, maySee } from '../../domain/access';
import { ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { CompleteAttachmentUploadInput, RequestAttachmentUploadInput } from './attachment.input';
import { CompleteAttachmentUploadPayload, RequestAttachmentUploadPayload } from './attachment.payload';

/** A file is fetched by the citizen and by who handles the complaint; before it is attached, by who sent it. */
export const mayDownload: DownloadRule<ComplaintsContext> = async ({ subjectId, uploadedBy }, context) => {
  const complaint = subjectId === null ? undefined : await context.complaints.load(subjectId);
  return complaint ? mayReadContacts(context.caller, complaint) : uploadedBy === context.caller.id;
};

@Resolver()
export class AttachmentOperations {
  constructor(private readonly service: AttachmentService) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => RequestAttachmentUploadPayload, {
    description: 'Asks for an address to send a file to (첨부파일 올리기). Then complete it, or name it when filing.',
  })
  requestAttachmentUpload(
    @Arg('input', () => RequestAttachmentUploadInput, { description: 'The file.' }) input: RequestAttachmentUploadInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<RequestAttachmentUploadPayload> {
    return requestUpload(this.service, input, caller as Person);
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => CompleteAttachmentUploadPayload, {
    description:
      'Checks what was uploaded: length, SHA-256, type by content, virus scan. Filing does it for files that were not completed.',
  })
  completeAttachmentUpload(
    @Arg('input', () => CompleteAttachmentUploadInput, { description: 'Which one.' })
    input: CompleteAttachmentUploadInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<CompleteAttachmentUploadPayload> {
    return completeUpload(this.service, input, caller as Person);
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => AttachmentType, {
    nullable: true,
    description: 'One attachment of a complaint; null when there is none, or none that the caller may see.',
  })
  async attachment(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { caller, attachments, complaints }: ComplaintsContext,
  ): Promise<AttachmentType | null> {
    const row = isUuid(id) ? await attachments.one(id) : undefined;
    if (!row) return null;
    if (row.subjectId === null) return row.uploadedBy === caller.id ? toAttachmentType(row) : null;
    const complaint = await complaints.load(row.subjectId);
    return complaint && maySee(caller, complaint) ? toAttachmentType(row) : null;
  }
}

/** What attachments add to a complaint. */
@Resolver(() => ComplaintType)
export class ComplaintAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], {
    description: 'Its files (첨부파일), in the order in which they were attached.',
  })
  async attachments(
    @Root() { id }: ComplaintType,
    @Ctx() { attachments }: ComplaintsContext,
  ): Promise<AttachmentType[]> {
    return (await attachments.of.load(id)).map(toAttachmentType);
  }
}
