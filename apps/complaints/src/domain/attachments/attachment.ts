import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { MediaType } from './media-type';

/** What the virus scan found. */
export const SCAN_STATES = ['NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** How much may be attached. Sizes in bytes. */
export interface AttachmentLimits {
  readonly fileBytes: number;
  readonly perComplaint: number;
  readonly complaintBytes: number;
  /** Uploads of one person that are asked for and attached to nothing yet. */
  readonly waitingPerPerson: number;
}

/** A file that somebody is about to upload, as they announce it. */
export interface AnnouncedFile {
  readonly name: string;
  readonly description: string | null;
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** What of an attachment decides whether it can be attached. */
export interface AttachmentFacts {
  readonly id: string;
  readonly bytes: number;
  readonly complaintId: string | null;
  readonly checkedAt: Date | null;
  readonly scanState: ScanState;
}

/** Seconds in which an upload has to be finished, and in which a download can be begun. */
export const UPLOAD_SECONDS = 15 * 60;
export const DOWNLOAD_SECONDS = 5 * 60;
/** How long a finished upload waits to be attached before it is removed, in hours. */
export const WAITING_HOURS = 24;

const sized = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} kB`;

function* announcedFaults(
  { name, description, bytes, sha256 }: AnnouncedFile,
  limits: AttachmentLimits,
): Generator<Refusal> {
  yield* textFaults(name, 200, 'name');
  if (/[\\/\n\r\t]/.test(name) || name.trim().startsWith('.'))
    yield refusal(
      'INVALID_VALUE',
      '파일 이름만 입력해 주십시오(폴더 제외).',
      'Please give the file’s name alone, without folders.',
      'name',
    );
  if (description !== null) yield* textFaults(description, 500, 'description');
  if (!Number.isInteger(bytes) || bytes < 1) {
    yield refusal('INVALID_VALUE', '빈 파일은 첨부할 수 없습니다.', 'An empty file cannot be attached.', 'bytes');
  } else if (bytes > limits.fileBytes) {
    const most = sized(limits.fileBytes);
    yield refusal('LIMIT_REACHED', `파일 하나는 ${most} 이하여야 합니다.`, `A file may have ${most} at most.`, 'bytes');
  }
  if (!/^[0-9a-f]{64}$/.test(sha256))
    yield refusal(
      'INVALID_VALUE',
      '파일 내용의 SHA-256 값(16진수 64자리)을 입력해 주십시오.',
      'Please give the SHA-256 of the content, 64 hexadecimal digits.',
      'sha256',
    );
}

/** Decides whether an upload may begin. @param waiting how many of this person's uploads wait already */
export function decideUpload(file: AnnouncedFile, waiting: number, limits: AttachmentLimits): Outcome<AnnouncedFile> {
  const given = { ...file, sha256: file.sha256.toLowerCase(), description: file.description?.trim() || null };
  const faults = [...announcedFaults(given, limits)];
  if (waiting >= limits.waitingPerPerson) {
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `올리고 아직 첨부하지 않은 파일이 ${limits.waitingPerPerson}개 있습니다. 먼저 첨부하시거나 ${WAITING_HOURS}시간 뒤 다시 시도해 주십시오.`,
        `${limits.waitingPerPerson} of your uploads are not attached yet: attach them first, or try again in ${WAITING_HOURS} hours.`,
      ),
    );
  }
  return faults.length > 0 ? refused(...faults) : accepted({ ...given, name: given.name.normalize('NFC').trim() });
}

/** What was found in a content that has arrived. */
export interface Found {
  readonly bytes: number;
  readonly sha256: string;
  readonly type: MediaType | undefined;
  readonly scanState: ScanState;
}

/** Decides whether what has arrived is what was announced, and may be kept. */
export function decideContent(announced: Pick<AnnouncedFile, 'bytes' | 'sha256'>, found: Found): Outcome<MediaType> {
  if (found.bytes !== announced.bytes || found.sha256 !== announced.sha256)
    return refused(
      refusal(
        'INVALID_VALUE',
        '올라온 내용이 알려 주신 크기나 SHA-256 값과 다릅니다. 다시 올려 주십시오.',
        'What arrived is not of the size and SHA-256 that were announced: please upload it again.',
        'attachmentId',
      ),
    );
  if (found.scanState === 'INFECTED')
    return refused(
      refusal(
        'INVALID_VALUE',
        '악성 코드가 발견되어 파일을 지웠습니다. 다른 파일을 첨부해 주십시오.',
        'Malware was found, and the file was removed. Please attach another one.',
        'attachmentId',
      ),
    );
  if (!found.type)
    return refused(
      refusal(
        'INVALID_VALUE',
        '받지 않는 형식의 파일입니다. PDF, 그림(jpg, png, gif, webp, heic), 한글(hwp, hwpx), 문서(docx, xlsx, pptx), 글(txt) 파일을 올려 주십시오.',
        'Files of this kind are not taken. Please upload a PDF, an image (jpg, png, gif, webp, heic), hwp, hwpx, docx, xlsx, pptx or plain text.',
        'attachmentId',
      ),
    );
  return accepted(found.type);
}

export const tooMany = ({ perComplaint }: AttachmentLimits): Refusal =>
  refusal(
    'LIMIT_REACHED',
    `첨부는 ${perComplaint}개까지입니다.`,
    `At most ${perComplaint} files can be attached.`,
    'attachmentIds',
  );

/** Decides whether files can be attached. @param present what the complaint has already */
export function decideAttaching<T extends AttachmentFacts>(
  files: readonly T[],
  present: { readonly count: number; readonly bytes: number },
  limits: AttachmentLimits,
): Outcome<readonly T[]> {
  if (present.count + files.length > limits.perComplaint) return refused(tooMany(limits));
  const path = (index: number) => ['attachmentIds', String(index)];
  const faults = files.flatMap(({ complaintId, checkedAt, scanState }, index): Refusal[] => {
    if (complaintId !== null)
      return [
        refusal(
          'ALREADY_DONE',
          '이미 다른 민원에 첨부된 파일입니다.',
          'This file is attached already.',
          ...path(index),
        ),
      ];
    if (checkedAt === null)
      return [
        refusal(
          'INVALID_STATE',
          '아직 올라오지 않은 파일입니다. 업로드를 마친 뒤 제출해 주십시오.',
          'This file has not arrived yet: finish its upload first.',
          ...path(index),
        ),
      ];
    if (scanState === 'INFECTED')
      return [
        refusal('INVALID_STATE', '악성 코드가 발견된 파일입니다.', 'Malware was found in this file.', ...path(index)),
      ];
    return [];
  });
  if (new Set(files.map(({ id }) => id)).size < files.length)
    faults.push(
      refusal('INVALID_VALUE', '같은 파일이 두 번 들어 있습니다.', 'One file is named twice.', 'attachmentIds'),
    );
  const bytes = files.reduce((sum, file) => sum + file.bytes, present.bytes);
  if (bytes > limits.complaintBytes) {
    const most = sized(limits.complaintBytes);
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `첨부는 모두 합하여 ${most} 이하여야 합니다.`,
        `All attachments together may have ${most} at most.`,
        'attachmentIds',
      ),
    );
  }
  return faults.length > 0 ? refused(...faults) : accepted(files);
}
