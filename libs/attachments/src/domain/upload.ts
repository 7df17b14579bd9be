import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type AttachmentLimits, type ScanState, WAITING_HOURS, sized } from './attachment';
import type { MediaType } from './media-type';

/** A file that somebody is about to upload, as they announce it. */
export interface AnnouncedFile {
  readonly name: string;
  readonly description: string | null;
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

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
