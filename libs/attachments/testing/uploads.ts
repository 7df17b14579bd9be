import { createHash } from 'node:crypto';

/** Where addresses of files begin in tests: `PUBLIC_URL` of the service that is tested. */
export const PUBLIC_URL = 'http://charter.test';

/** What the mutation of a service that asks for an upload answers. */
export interface Granted {
  readonly attachmentId: string;
  readonly uploadUrl: string;
  readonly headers: { name: string; value: string }[];
  readonly expiresAt: string;
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly errors: { code: string; message: string; path: string[] | null }[];
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The input that announces a content. */
export const announce = (content: Buffer, changes: object = {}) => ({
  ...{ name: '현장.jpg', description: '구멍 사진', bytes: content.length, sha256: sha256(content) },
  ...changes,
});

/** The address as the service itself serves it: the gateway stands before it otherwise. */
export const here = (service: { readonly url: string }, url: string): string => url.replace(PUBLIC_URL, service.url);

/** Sends a content as it was granted. @returns the status */
export const put = async (
  service: { readonly url: string },
  { uploadUrl, headers }: Granted,
  content: Buffer,
): Promise<number> =>
  (
    await fetch(here(service, uploadUrl), {
      method: 'PUT',
      headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
      body: new Uint8Array(content),
    })
  ).status;
