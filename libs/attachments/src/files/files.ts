import type { Clock, StreamedRoutes } from '@charter/service';
import type { AttachmentsEnv } from '../env';
import type { AttachmentFiles } from './attachment-files';
import { FolderFiles } from './folder-files';
import { folderRoutes } from './folder-routes';
import { S3Files } from './s3-files';
import { SignedAddresses } from './signed-address';

/** The variables that choose where attachments are kept. */
type FilesEnv = AttachmentsEnv & { readonly CURSOR_SECRET: string };

/**
 * A store when one is configured, otherwise a folder, which this service serves itself.
 * @param kind under which the gateway passes its files on
 */
export function openFiles(
  env: FilesEnv,
  kind: string,
  clock: Clock,
): { files: AttachmentFiles; streamed?: StreamedRoutes } {
  if (env.S3_ENDPOINT) {
    const settings = {
      endpoint: env.S3_ENDPOINT,
      publicEndpoint: env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT,
      bucket: env.S3_BUCKET!,
      region: env.S3_REGION,
      accessKeyId: env.S3_ACCESS_KEY_ID!,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY!,
    };
    return { files: new S3Files(settings, clock) };
  }
  const addresses = new SignedAddresses(env.PUBLIC_URL, env.CURSOR_SECRET, kind);
  const files = new FolderFiles(env.ATTACHMENTS_DIR!, addresses);
  return { files, streamed: folderRoutes(files, addresses, clock) };
}
