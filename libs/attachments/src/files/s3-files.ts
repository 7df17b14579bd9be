import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import type { Clock } from '@charter/service';
import {
  type Arrived,
  type AttachmentFiles,
  type Download,
  type Upload,
  type UploadTarget,
  dispositionOf,
} from './attachment-files';
import { type S3Key, type UnsignedRequest, presign, signedHeaders } from './sigv4';

export interface S3Settings extends S3Key {
  readonly endpoint: string;
  /** Where browsers reach the store, if elsewhere. */
  readonly publicEndpoint: string;
  readonly bucket: string;
}

const TIME_LIMIT_MS = 30_000;
const secondsUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));

/** The store did not do what it was asked. */
class StoreRefused extends Error {}

/** Given up in the middle, an answer's body raises an error that nobody waits for; who reads it still hears of it. */
const quiet = (body: Readable): Readable => body.on('error', () => undefined);

/**
 * Attachments in an S3-compatible store, in a private bucket. Clients send to it and fetch from it themselves, by presigned
 * addresses: an upload is bound to the length and the SHA-256 that were announced, and stands under `arrived/` until it was
 * checked and copied to `kept/`.
 */
export class S3Files implements AttachmentFiles {
  constructor(
    private readonly settings: S3Settings,
    private readonly clock: Clock,
  ) {}

  uploadTarget({ id, bytes, sha256, until }: Upload, now: Date): UploadTarget {
    const headers = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
    const url = this.url(`arrived/${id}`, this.settings.publicEndpoint);
    const bound = { ...headers, 'content-length': String(bytes) };
    return {
      url: presign({ method: 'PUT', url, headers: bound }, secondsUntil(until, now), this.settings, now),
      headers,
    };
  }

  downloadUrl({ id, name, type, until }: Download, now: Date): string {
    const url = this.url(`kept/${id}`, this.settings.publicEndpoint);
    url.searchParams.set('response-content-disposition', dispositionOf(name));
    url.searchParams.set('response-content-type', type);
    url.searchParams.set('response-cache-control', 'private, no-store');
    return presign({ method: 'GET', url }, secondsUntil(until, now), this.settings, now);
  }

  async arrived(id: string): Promise<Arrived | undefined> {
    const answer = await this.send({ method: 'GET', url: this.url(`arrived/${id}`) }, [200, 404]);
    if (answer.statusCode === 200) return { content: quiet(answer.body), mark: String(answer.headers['etag']) };
    await answer.body.dump();
    return undefined;
  }

  async keep(id: string, mark: string): Promise<void> {
    const source = `/${this.settings.bucket}/arrived/${id}`;
    const headers = { 'x-amz-copy-source': source, 'x-amz-copy-source-if-match': mark };
    const answer = await this.send({ method: 'PUT', url: this.url(`kept/${id}`), headers }, [200, 404, 412]);
    const said = await answer.body.text();
    if (answer.statusCode === 200 && said.includes('<Error>'))
      throw new StoreRefused('The store could not copy a file.');
    if (answer.statusCode !== 200 && !(await this.isKept(id))) throw new StoreRefused('What was checked is gone.');
    await this.discardArrived(id);
  }

  async read(id: string): Promise<Readable | undefined> {
    const answer = await this.send({ method: 'GET', url: this.url(`kept/${id}`) }, [200, 404]);
    if (answer.statusCode === 200) return quiet(answer.body);
    await answer.body.dump();
    return undefined;
  }

  async discardArrived(id: string): Promise<void> {
    await this.erase(`arrived/${id}`);
  }

  async remove(id: string): Promise<void> {
    await this.discardArrived(id);
    await this.erase(`kept/${id}`);
  }

  private async isKept(id: string): Promise<boolean> {
    const content = await this.read(id);
    content?.destroy();
    return content !== undefined;
  }

  private async erase(key: string): Promise<void> {
    const answer = await this.send({ method: 'DELETE', url: this.url(key) }, [200, 204, 404]);
    await answer.body.dump();
  }

  private async send(unsigned: UnsignedRequest, expected: readonly number[]): Promise<Dispatcher.ResponseData> {
    const answer = await request(unsigned.url, {
      method: unsigned.method,
      headers: signedHeaders(unsigned, this.settings, this.clock.now()),
      headersTimeout: TIME_LIMIT_MS,
      bodyTimeout: TIME_LIMIT_MS,
    });
    if (expected.includes(answer.statusCode)) return answer;
    await answer.body.dump();
    throw new StoreRefused(`The file store answered ${unsigned.method} with ${answer.statusCode}.`);
  }

  private url(key: string, endpoint = this.settings.endpoint): URL {
    return new URL(`${endpoint.replace(/\/$/, '')}/${this.settings.bucket}/${key}`);
  }
}
