import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Person, isUuid, notFound, userErrors } from '@charter/service';
import type { AttachmentService } from '../../attachment.service';
import { mayReadContacts, maySee } from '../../domain/access';
import { ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { CompleteAttachmentUploadInput, RequestAttachmentUploadInput } from './attachment.input';
import {
  AttachmentType,
  CompleteAttachmentUploadPayload,
  RequestAttachmentUploadPayload,
  toAttachmentType,
} from './attachment.type';

@Resolver(() => AttachmentType)
export class AttachmentResolver {
  constructor(private readonly service: AttachmentService) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => RequestAttachmentUploadPayload, {
    description: 'Asks for an address to send a file to (첨부파일 올리기). Then complete it, or name it when filing.',
  })
  async requestAttachmentUpload(
    @Arg('input', () => RequestAttachmentUploadInput, { description: 'The file.' }) input: RequestAttachmentUploadInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<RequestAttachmentUploadPayload> {
    const { name, description, bytes, sha256, idempotencyKey } = input;
    const announced = { name, description: description ?? null, bytes, sha256 };
    const outcome = await this.service.request(announced, idempotencyKey, caller as Person);
    const { fileBytes: maxBytes, perComplaint: maxCount } = this.service.limits;
    if (!outcome.ok) {
      const nothing = { attachmentId: null, uploadUrl: null, headers: null, expiresAt: null };
      return { ...nothing, maxBytes, maxCount, errors: userErrors(outcome.refusals, caller.language) };
    }
    const { attachmentId, url, headers, until } = outcome.value;
    return {
      ...{ attachmentId, uploadUrl: url, expiresAt: until, maxBytes, maxCount, errors: [] },
      headers: Object.entries(headers).map(([header, value]) => ({ name: header, value })),
    };
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => CompleteAttachmentUploadPayload, {
    description:
      'Checks what was uploaded: length, SHA-256, type by content, virus scan. Filing does it for files that were not completed.',
  })
  async completeAttachmentUpload(
    @Arg('input', () => CompleteAttachmentUploadInput, { description: 'Which one.' })
    { attachmentId }: CompleteAttachmentUploadInput,
    @Ctx() { caller, attachments }: ComplaintsContext,
  ): Promise<CompleteAttachmentUploadPayload> {
    const outcome = await this.service.complete(attachmentId, caller as Person);
    if (outcome === 'NOT_FOUND') throw notFound(caller.language);
    if (!outcome.ok) return { attachment: null, errors: userErrors(outcome.refusals, caller.language) };
    return { attachment: toAttachmentType((await attachments.one(outcome.value))!), errors: [] };
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => AttachmentType, {
    nullable: true,
    description: 'One attachment; null when there is none, or none that the caller may see.',
  })
  async attachment(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { caller, attachments, complaints }: ComplaintsContext,
  ): Promise<AttachmentType | null> {
    const row = isUuid(id) ? await attachments.one(id) : undefined;
    if (!row) return null;
    if (row.complaintId === null) return row.uploadedBy === caller.id ? toAttachmentType(row) : null;
    const complaint = await complaints.load(row.complaintId);
    return complaint && maySee(caller, complaint) ? toAttachmentType(row) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where its content can be fetched, for five minutes, by the citizen and by who handles the complaint; null for others, and for what waits for its scan.',
  })
  async downloadUrl(
    @Root() { row }: AttachmentType,
    @Ctx() { caller, complaints }: ComplaintsContext,
  ): Promise<string | null> {
    const complaint = row.complaintId === null ? undefined : await complaints.load(row.complaintId);
    const may = complaint ? mayReadContacts(caller, complaint) : row.uploadedBy === caller.id;
    return may ? this.service.downloadUrl(row) : null;
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
