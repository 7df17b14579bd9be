import type { Readable } from 'node:stream';

/** A file that may be uploaded once, as it was announced. */
export interface Upload {
  readonly id: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly until: Date;
}

/** Where a client sends the content: `PUT`, with these headers. */
export interface UploadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Download {
  readonly id: string;
  /** The name under which it is saved. */
  readonly name: string;
  readonly type: string;
  readonly until: Date;
}

/** A content that has arrived and is not kept yet; `mark` names this very content. */
export interface Arrived {
  readonly content: Readable;
  readonly mark: string;
}

/**
 * Where attachments are kept. Nobody reads or writes without an address that this service has signed for one file and a short
 * time; what arrives stands apart until it was checked.
 */
export interface AttachmentFiles {
  uploadTarget(upload: Upload, now: Date): UploadTarget;
  downloadUrl(download: Download, now: Date): string;
  /** @returns undefined while nothing has arrived */
  arrived(id: string): Promise<Arrived | undefined>;
  /** Keeps what was checked, and nothing that came after it. Twice is as good as once. @throws when it is gone */
  keep(id: string, mark: string): Promise<void>;
  /** @returns undefined when nothing is kept */
  read(id: string): Promise<Readable | undefined>;
  /** Removes what arrived and is not kept. */
  discardArrived(id: string): Promise<void>;
  /** Removes everything of a file. */
  remove(id: string): Promise<void>;
}

/** How a browser saves a file under a name in any script (RFC 6266, RFC 8187), and never opens it in the page. */
export const dispositionOf = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
