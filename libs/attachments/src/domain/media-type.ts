import { TextDecoder } from 'node:util';

/** What is taken: by the content's own marks, with the ending that a file of that kind has. Nothing else is, least of all programs. */
export const MEDIA_TYPES = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/x-hwp': ['hwp'],
  'application/hwp+zip': ['hwpx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'text/plain': ['txt', 'csv', 'log'],
} as const;
export type MediaType = keyof typeof MEDIA_TYPES;

/** What a camera or a telephone takes. */
export const PHOTOGRAPHS = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
] as const satisfies readonly MediaType[];

const HEAD = 4_096;
/** Enough for the list of a document's parts, which stands at its end. */
const TAIL = 256 * 1024;
const HWP_MARK = Buffer.from('HWP Document File');
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1'];
/** Control characters that no text has, tab and line ends apart. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const OFFICE_PARTS: readonly (readonly [string, MediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** Looks at a content as it streams by and says at its end what it is; the name and the sender's word for it count for nothing. */
export class ContentProbe {
  private head: Buffer = Buffer.alloc(0);
  private tail: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private hasHwpMark = false;
  private readonly texts = [new TextReader('utf-8'), new TextReader('euc-kr')];

  update(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD - this.head.length)]);
    const seam = Buffer.concat([this.tail.subarray(-HWP_MARK.length), chunk]);
    this.hasHwpMark ||= seam.includes(HWP_MARK);
    this.tail = chunk.length >= TAIL ? chunk.subarray(-TAIL) : Buffer.concat([this.tail, chunk]).subarray(-TAIL);
    for (const text of this.texts) text.update(chunk);
  }

  /** @returns undefined for what is not taken */
  mediaType(): MediaType | undefined {
    const { head } = this;
    const begins = (mark: string, at = 0) => head.subarray(at, at + mark.length).equals(Buffer.from(mark, 'latin1'));
    if (begins('%PDF-')) return 'application/pdf';
    if (begins('\xff\xd8\xff')) return 'image/jpeg';
    if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
    if (begins('GIF87a') || begins('GIF89a')) return 'image/gif';
    if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
    if (begins('ftyp', 4) && HEIC_BRANDS.some((brand) => begins(brand, 8))) return 'image/heic';
    if (begins('HWP Document File')) return 'application/x-hwp';
    if (begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return this.hasHwpMark ? 'application/x-hwp' : undefined;
    if (begins('PK\x03\x04')) return begins('mimetypeapplication/hwp+zip', 30) ? 'application/hwp+zip' : this.office();
    return this.bytes > 0 && this.texts.some((text) => text.isText()) ? 'text/plain' : undefined;
  }

  /** An office document is a zip with certain parts; with a program among them, or any other zip, it is not taken. */
  private office(): MediaType | undefined {
    const parts = partNames(this.tail, this.bytes);
    if (!parts.includes('[Content_Types].xml') || parts.some((name) => /vbaProject\.bin$/i.test(name)))
      return undefined;
    return OFFICE_PARTS.find(([part]) => parts.includes(part))?.[1];
  }
}

/** The names in a zip's central directory, if that stands whole in its last bytes. @param size of the whole zip */
function partNames(tail: Buffer, size: number): string[] {
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) return [];
  const count = tail.readUInt16LE(end + 10);
  let at = tail.readUInt32LE(end + 16) - (size - tail.length);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at < 0 || at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return [];
    const [name, extra, comment] = [28, 30, 32].map((offset) => tail.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(tail.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** Whether bytes are a text in one encoding, however they are cut into chunks. */
class TextReader {
  private readonly decoder: TextDecoder;
  private holds = true;

  constructor(encoding: 'utf-8' | 'euc-kr') {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  update(chunk: Buffer): void {
    if (this.holds) this.read(() => this.decoder.decode(chunk, { stream: true }));
  }

  isText(): boolean {
    if (this.holds) this.read(() => this.decoder.decode());
    return this.holds;
  }

  private read(decode: () => string): void {
    try {
      this.holds = !NO_TEXT.test(decode());
    } catch {
      this.holds = false;
    }
  }
}

/** The name under which a file is given out: it ends as its content does, so that no program hides behind a harmless icon. */
export function safeName(name: string, type: MediaType): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const endings: readonly string[] = MEDIA_TYPES[type];
  return endings.includes(ending) ? name : `${name}.${endings[0]}`;
}
