import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Logger } from '@charter/service';
import type { ScanState } from '../domain/attachment';
import { ContentProbe } from '../domain/media-type';
import type { Found } from '../domain/upload';
import type { AttachmentScanner, Scan } from './scanner';

/** Reads a content once, to its end: its length, its SHA-256, what it is, and what the scanner says of it. */
export async function inspect(content: Readable, scanner: AttachmentScanner | undefined, log: Logger): Promise<Found> {
  const probe = new ContentProbe();
  const hash = createHash('sha256');
  const scan = new WatchedScan(scanner, log);
  let bytes = 0;
  try {
    await scan.begin();
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
      probe.update(chunk);
      await scan.write(chunk);
    }
    const scanState = await scan.end();
    return { bytes, sha256: hash.digest('hex'), type: probe.mediaType(), scanState };
  } finally {
    scan.abandon();
    content.destroy();
  }
}

/** A scan that may fail without failing what it watches: then the file waits for the next one. */
class WatchedScan {
  private scan: Scan | undefined;
  private state: ScanState;

  constructor(
    private readonly scanner: AttachmentScanner | undefined,
    private readonly log: Logger,
  ) {
    this.state = scanner ? 'PENDING' : 'NOT_SCANNED';
  }

  async begin(): Promise<void> {
    await this.attempt(async () => {
      this.scan = await this.scanner?.begin();
    });
  }

  write(chunk: Buffer): Promise<void> {
    return this.attempt(async () => this.scan?.write(chunk));
  }

  async end(): Promise<ScanState> {
    await this.attempt(async () => {
      if (this.scan) this.state = (await this.scan.end()) ? 'INFECTED' : 'CLEAN';
    });
    return this.state;
  }

  abandon(): void {
    this.scan?.abandon();
    this.scan = undefined;
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.log.warn({ err: error }, 'an attachment could not be scanned: it waits for the scanner');
      this.abandon();
    }
  }
}
