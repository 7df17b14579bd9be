import { z } from 'zod';

const MB = 1024 * 1024;
const size = (standard: number, most: number) => z.coerce.number().int().min(1).max(most).default(standard);
const S3 = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** The variables of a service that keeps attachments: it adds them to its own, and checks them with `checkFilePlace`. */
export const attachmentVariables = {
  /** Where browsers reach the platform: addresses of attachments begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** The folder of attachments, shared by all processes of this service; not needed with S3_ENDPOINT. */
  ATTACHMENTS_DIR: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Where browsers reach the store, if elsewhere. */
  S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** clamd; without it nobody looks for malware, and attachments say so. */
  CLAMAV_URL: z.url({ protocol: /^tcp$/ }).optional(),
  ATTACHMENT_MAX_BYTES: size(20 * MB, 1024 * MB),
  ATTACHMENT_MAX_COUNT: size(10, 100),
  ATTACHMENT_MAX_TOTAL_BYTES: size(50 * MB, 2_000 * MB),
};

export type AttachmentsEnv = z.output<z.ZodObject<typeof attachmentVariables>>;

/** Files need a place: a folder, or a whole store. For zod's `superRefine`. */
export function checkFilePlace(env: AttachmentsEnv, context: z.RefinementCtx): void {
  const missing = env.S3_ENDPOINT ? S3.filter((name) => !env[name]) : env.ATTACHMENTS_DIR ? [] : ['ATTACHMENTS_DIR'];
  for (const name of missing)
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `is needed ${env.S3_ENDPOINT ? 'with' : 'without'} S3_ENDPOINT`,
    });
}
