import fc from 'fast-check';
import { contents, zipOf } from '../../testing/contents';
import { ContentProbe, MEDIA_TYPES, type MediaType, safeName } from './media-type';

const typeOf = (content: Buffer, piece = content.length || 1): MediaType | undefined => {
  const probe = new ContentProbe();
  for (let at = 0; at < content.length; at += piece) probe.update(content.subarray(at, at + piece));
  return probe.mediaType();
};

describe('the type of a content', () => {
  it.each(Object.entries(contents))('is known by its marks: %s', (type, content) => {
    expect(typeOf(content)).toBe(type);
    expect(typeOf(content, 1)).toBe(type);
  });

  it('has an example here for every type that is taken', () =>
    expect(Object.keys(contents).sort()).toEqual(Object.keys(MEDIA_TYPES).sort()));

  it('is the same however the content is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(contents)), fc.integer({ min: 1, max: 700 }), (content, piece) => {
        return typeOf(content, piece) === typeOf(content);
      }),
    );
  });

  it('of an old Korean text is a text', () =>
    expect(typeOf(Buffer.from([0xb9, 0xce, 0xbf, 0xf8, 0x0d, 0x0a]))).toBe('text/plain')); // 민원 in EUC-KR

  it.each([
    ['a program of Windows', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00', 'latin1')],
    ['a program of Linux', Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1')],
    ['a zip of anything', zipOf({ 'malware.exe': 'MZ' })],
    ['a zip that only names itself a document', zipOf({ 'word/document.xml': '<w/>' })],
    [
      'a document with macros',
      zipOf({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
    ],
    ['a zip without an end', contents['application/hwp+zip'].subarray(0, 30)],
    ['an old Office document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['a picture of another kind', Buffer.from('\x00\x00\x00\x20ftypavif\x00\x00', 'latin1')],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['bytes', Buffer.from([0x00, 0xff, 0x10, 0x80])],
    ['nothing', Buffer.alloc(0)],
  ])('is none for %s', (_name, content) => expect(typeOf(content)).toBeUndefined());
});

it.each<[string, MediaType, string]>([
  ['현장.jpg', 'image/jpeg', '현장.jpg'],
  ['현장.JPEG', 'image/jpeg', '현장.JPEG'],
  ['현장', 'image/png', '현장.png'],
  ['setup.exe', 'text/plain', 'setup.exe.txt'],
  ['사진.png', 'image/jpeg', '사진.png.jpg'],
  ['현황.csv', 'text/plain', '현황.csv'],
])('gives %s of %s out as %s', (name, type, safe) => expect(safeName(name, type)).toBe(safe));
