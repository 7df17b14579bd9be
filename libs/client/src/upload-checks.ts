import type { Language, Message } from './language';
import type { UserError } from './result';

/** As the platform is set by default; `RequestAttachmentUploadPayload.maxBytes` is what holds. */
export const MAX_BYTES = 20 * 1024 * 1024;
const LONGEST_NAME = 200;
const HEAD_BYTES = 4_096;

/** How contents begin that are taken, in bytes read as Latin letters; HEIC and WebP have their mark further on. */
const MARKS: readonly (readonly [mark: string, at: number])[] = [
  ...(['%PDF-', '\xff\xd8\xff', '\x89PNG\r\n', 'GIF8', 'HWP Document File'] as const).map((mark) => [mark, 0] as const),
  ['WEBP', 8],
  ['ftyp', 4],
  ['\xd0\xcf\x11\xe0', 0], // hwp
  ['PK\x03\x04', 0], // hwpx, docx, xlsx, pptx: which of them, and whether, is seen when it has arrived
];

const EMPTY: Message = { ko: '빈 파일은 첨부할 수 없습니다.', en: 'An empty file cannot be attached.' };
const NAME: Message = {
  ko: `파일 이름은 폴더 없이 ${LONGEST_NAME}자까지 입력할 수 있습니다.`,
  en: `A file’s name has up to ${LONGEST_NAME} characters, without folders.`,
};
const KIND: Message = {
  ko: '받지 않는 형식의 파일입니다. PDF, 그림(jpg, png, gif, webp, heic), 한글(hwp, hwpx), 문서(docx, xlsx, pptx), 글(txt) 파일을 첨부해 주십시오.',
  en: 'Files of this kind are not taken. Attach a PDF, an image (jpg, png, gif, webp, heic), hwp, hwpx, docx, xlsx, pptx or plain text.',
};
const tooLong = (maxBytes: number): Message => {
  const most = `${Math.floor((maxBytes / 1024 / 1024) * 10) / 10} MB`;
  return { ko: `파일 하나는 ${most} 이하여야 합니다.`, en: `A file may have ${most} at most.` };
};

/** Whether the beginning of a content may be of a kind that is taken. The platform looks at all of it. */
function mayBeTaken(head: Uint8Array): boolean {
  const letters = String.fromCharCode(...head);
  return MARKS.some(([mark, at]) => letters.startsWith(mark, at)) || !head.includes(0); // without a zero byte: a text
}

/** What can be told of a file before a byte of it is sent. Nothing here decides: the platform checks it all again. */
export async function faultsOf(
  file: { readonly name: string; readonly content: Blob },
  maxBytes: number,
  language: Language,
): Promise<readonly Omit<UserError, 'mutation'>[]> {
  const { name, content } = file;
  const faults: Omit<UserError, 'mutation'>[] = [];
  const fault = (code: string, path: string, message: Message): void =>
    void faults.push({ code, path: [path], message: message[language] });
  if (name.trim() === '' || name.length > LONGEST_NAME || /[\\/]/.test(name)) fault('INVALID_VALUE', 'name', NAME);
  if (content.size === 0) fault('INVALID_VALUE', 'bytes', EMPTY);
  else if (content.size > maxBytes) fault('LIMIT_REACHED', 'bytes', tooLong(maxBytes));
  else if (!mayBeTaken(new Uint8Array(await content.slice(0, HEAD_BYTES).arrayBuffer())))
    fault('INVALID_VALUE', 'attachmentId', KIND);
  return faults;
}
