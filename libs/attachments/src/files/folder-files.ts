import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Arrived, type AttachmentFiles, type Download, type Upload, type UploadTarget } from './attachment-files';
import type { SignedAddresses } from './signed-address';

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Attachments in a folder, which all processes of this service share. This service takes and gives them itself. */
export class FolderFiles implements AttachmentFiles {
  constructor(
    private readonly folder: string,
    private readonly addresses: SignedAddresses,
  ) {}

  uploadTarget({ id, bytes, sha256, until }: Upload): UploadTarget {
    return { url: this.addresses.make('PUT', id, { bytes: String(bytes), sha256 }, until), headers: {} };
  }

  downloadUrl({ id, name, type, until }: Download): string {
    return this.addresses.make('GET', id, { name, type }, until);
  }

  /**
   * Takes a content in, once: whole and as announced, or not at all.
   * @returns false when it is longer, shorter or another one than was announced
   */
  async receive({ id, bytes, sha256 }: Omit<Upload, 'until'>, content: Readable): Promise<boolean> {
    const part = join(this.arrivals(id), `${randomUUID()}.part`);
    await mkdir(dirname(part), { recursive: true });
    try {
      const hash = createHash('sha256');
      let length = 0;
      const file = await open(part, 'wx', 0o600);
      try {
        for await (const chunk of content as AsyncIterable<Buffer>) {
          length += chunk.length;
          if (length > bytes) return false;
          hash.update(chunk);
          await file.write(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (length !== bytes || hash.digest('hex') !== sha256) return false;
      if (await exists(this.kept(id))) return true; // sent again after it was kept
      await link(part, this.whole(id)).catch((error: unknown) => {
        if (!hasCode(error, 'EEXIST')) throw error; // two at once brought the same
      });
      return true;
    } finally {
      await rm(part, { force: true });
    }
  }

  async arrived(id: string): Promise<Arrived | undefined> {
    const content = await readable(this.whole(id));
    return content && { content, mark: id };
  }

  async keep(id: string): Promise<void> {
    await mkdir(dirname(this.kept(id)), { recursive: true });
    try {
      await rename(this.whole(id), this.kept(id));
    } catch (error) {
      if (!hasCode(error, 'ENOENT') || !(await exists(this.kept(id)))) throw error;
    }
  }

  read(id: string): Promise<Readable | undefined> {
    return readable(this.kept(id));
  }

  discardArrived(id: string): Promise<void> {
    return rm(this.arrivals(id), { recursive: true, force: true });
  }

  async remove(id: string): Promise<void> {
    await this.discardArrived(id);
    await rm(this.kept(id), { force: true });
  }

  /** @returns its size, when it is kept */
  async sizeOf(id: string): Promise<number | undefined> {
    return (await exists(this.kept(id))) ? (await stat(this.kept(id))).size : undefined;
  }

  private readonly arrivals = (id: string): string => join(this.folder, 'arrived', id);
  private readonly whole = (id: string): string => join(this.arrivals(id), 'whole');
  private readonly kept = (id: string): string => join(this.folder, 'kept', id.slice(0, 2), id);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
      throw error;
    },
  );

/** A stream over a file that is open already: it can be read to its end whatever happens to its name meanwhile. */
async function readable(path: string): Promise<Readable | undefined> {
  try {
    const file = await open(path, 'r');
    return createReadStream('', { fd: file });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
