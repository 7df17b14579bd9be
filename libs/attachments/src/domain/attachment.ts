import type { MediaType } from './media-type';

/** What the virus scan found. */
export const SCAN_STATES = ['NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** How much may be attached. Sizes in bytes; a subject is what files are attached to: a complaint, a report. */
export interface AttachmentLimits {
  readonly fileBytes: number;
  readonly perSubject: number;
  readonly subjectBytes: number;
  /** Uploads of one person that are asked for and attached to nothing yet. */
  readonly waitingPerPerson: number;
}

/** What of an attachment decides whether it can be attached. */
export interface AttachmentFacts {
  readonly id: string;
  readonly bytes: number;
  /** By its content; null until it was checked. */
  readonly type: MediaType | null;
  readonly subjectId: string | null;
  readonly checkedAt: Date | null;
  readonly scanState: ScanState;
}

/** Seconds in which an upload has to be finished, and in which a download can be begun. */
export const UPLOAD_SECONDS = 15 * 60;
export const DOWNLOAD_SECONDS = 5 * 60;
/** How long a finished upload waits to be attached before it is removed, in hours. */
export const WAITING_HOURS = 24;

/** A size in words, for people. */
export const sized = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} kB`;
