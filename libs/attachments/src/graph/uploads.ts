import { type Person, notFound, userErrors } from '@charter/service';
import type { AttachmentService } from '../attachment.service';
import { toAttachmentType } from './attachment.type';
import type { SentUploadInput, SentUploadPayload, UploadInput, UploadPayload } from './upload.type';

/** Announces a file: what the mutation of a service that asks for an upload answers. */
export async function requestUpload(
  service: AttachmentService,
  { name, description, bytes, sha256, idempotencyKey }: UploadInput,
  by: Person,
): Promise<UploadPayload> {
  const announced = { name, description: description ?? null, bytes, sha256 };
  const outcome = await service.request(announced, idempotencyKey, by);
  const { fileBytes: maxBytes, perSubject: maxCount } = service.limits;
  if (!outcome.ok) {
    const nothing = { attachmentId: null, uploadUrl: null, headers: null, expiresAt: null };
    return { ...nothing, maxBytes, maxCount, errors: userErrors(outcome.refusals, by.language) };
  }
  const { attachmentId, url, headers, until } = outcome.value;
  return {
    ...{ attachmentId, uploadUrl: url, expiresAt: until, maxBytes, maxCount, errors: [] },
    headers: Object.entries(headers).map(([header, value]) => ({ name: header, value })),
  };
}

/**
 * Checks what was sent: what the mutation of a service that completes an upload answers.
 * @throws NOT_FOUND for a file that this person has not announced
 */
export async function completeUpload(
  service: AttachmentService,
  { attachmentId }: SentUploadInput,
  by: Person,
): Promise<SentUploadPayload> {
  const outcome = await service.complete(attachmentId, by);
  if (outcome === 'NOT_FOUND') throw notFound(by.language);
  if (!outcome.ok) return { attachment: null, errors: userErrors(outcome.refusals, by.language) };
  return { attachment: toAttachmentType(outcome.value), errors: [] };
}
