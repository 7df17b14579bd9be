import { AttachmentEntity } from './store/attachment.entity';
import { CreateAttachment1700000000004 } from './store/create-attachment.migration';

export { AttachmentJob, type TidyRound } from './attachment.job';
export { AttachmentService, NotAttached } from './attachment.service';
export * from './attachments';
export type { AttachingRule } from './domain/attaching';
export { PHOTOGRAPHS } from './domain/media-type';
export { attachmentVariables, checkFilePlace } from './env';
export { dispositionOf } from './files/attachment-files';
export { SignedAddresses } from './files/signed-address';
export { AttachmentResolver, type DownloadRule } from './graph/attachment.resolver';
export { AttachmentType, toAttachmentType } from './graph/attachment.type';
export { SentUploadInput, SentUploadPayload, UploadInput, UploadPayload } from './graph/upload.type';
export * from './graph/uploads';
export { AttachmentEntity } from './store/attachment.entity';
export { AttachmentStore } from './store/attachment.store';

/** The table of this mechanism: a service lists it beside its own. */
export const attachmentEntities = [AttachmentEntity];
export const attachmentMigrations = [CreateAttachment1700000000004];
