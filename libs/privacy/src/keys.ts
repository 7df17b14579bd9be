import { createHash } from 'node:crypto';
import { z } from 'zod';

const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
  return bytes;
});

/** The keys of personal data, as the variable PRIVACY_KEYS gives them: older keys stay readable, the current one writes. */
export const privacyKeys = z
  .object({ current: z.string(), keys: z.record(z.string().regex(/^[a-z0-9]{1,16}$/), key), lookup: key })
  .refine((keys) => keys.current in keys.keys, { path: ['current'], message: 'names no key in `keys`' });

export type PrivacyKeys = z.output<typeof privacyKeys>;

/** The keys of a JSON text. @throws {z.ZodError} that names each fault, never a key. */
export const readPrivacyKeys = (json: string): PrivacyKeys => privacyKeys.parse(JSON.parse(json));

/** A short name for a set of keys, fit for logs. */
export const keyFingerprint = (keys: PrivacyKeys): string =>
  createHash('sha256').update(keys.lookup).digest('hex').slice(0, 8);
