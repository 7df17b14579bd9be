import type { AttachmentLimits } from './attachment';
import { type AnnouncedFile, type Found, decideContent, decideUpload } from './upload';

const LIMITS: AttachmentLimits = { fileBytes: 100, perSubject: 3, subjectBytes: 200, waitingPerPerson: 9 };
const HASH = 'a'.repeat(64);
const announced = (changes: Partial<AnnouncedFile> = {}): AnnouncedFile => ({
  ...{ name: '현장.jpg', description: null, bytes: 100, sha256: HASH },
  ...changes,
});
const found = (changes: Partial<Found> = {}): Found => ({
  ...{ bytes: 100, sha256: HASH, type: 'image/jpeg', scanState: 'CLEAN' },
  ...changes,
});
const codesOf = (outcome: ReturnType<typeof decideUpload> | ReturnType<typeof decideContent>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code, path = [] }) => `${code} ${path.join('.')}`.trim());

describe('an announced file', () => {
  it.each<[string, Partial<AnnouncedFile>, number, string[]]>([
    ['is granted up to the limits', {}, 8, []],
    ['is not empty', { bytes: 0 }, 0, ['INVALID_VALUE bytes']],
    ['has whole bytes', { bytes: 1.5 }, 0, ['INVALID_VALUE bytes']],
    ['is not too large', { bytes: 101 }, 0, ['LIMIT_REACHED bytes']],
    ['has a name', { name: ' ' }, 0, ['INVALID_VALUE name']],
    ['has no folder in its name', { name: 'a/b.jpg' }, 0, ['INVALID_VALUE name']],
    ['is not hidden', { name: '.bashrc' }, 0, ['INVALID_VALUE name']],
    ['has a whole checksum', { sha256: 'a'.repeat(63) }, 0, ['INVALID_VALUE sha256']],
    ['says no resident number', { description: '900101-1234568' }, 0, ['RESIDENT_NUMBER_PRESENT description']],
    ['waits when as many of its sender wait already', {}, 9, ['LIMIT_REACHED']],
    [
      'is told all at once',
      { bytes: 0, sha256: '' },
      9,
      ['INVALID_VALUE bytes', 'INVALID_VALUE sha256', 'LIMIT_REACHED'],
    ],
  ])('%s', (_name, changes, waiting, expected) =>
    expect(codesOf(decideUpload(announced(changes), waiting, LIMITS))).toEqual(expected),
  );

  it('is kept under its name in one form, with its checksum in lower case', () => {
    const given = announced({ name: ' 현장.jpg '.normalize('NFD'), sha256: 'A'.repeat(64), description: '  ' });
    expect(decideUpload(given, 0, LIMITS)).toEqual({ ok: true, value: announced() });
  });
});

describe('what has arrived', () => {
  it.each<[string, Partial<Found>, string[]]>([
    ['is kept when it is what was announced', {}, []],
    ['is kept before the scanner could look', { scanState: 'PENDING' }, []],
    ['is kept where there is no scanner', { scanState: 'NOT_SCANNED' }, []],
    ['is not of another length', { bytes: 99 }, ['INVALID_VALUE attachmentId']],
    ['is not another content', { sha256: 'b'.repeat(64) }, ['INVALID_VALUE attachmentId']],
    ['has no malware', { scanState: 'INFECTED' }, ['INVALID_VALUE attachmentId']],
    ['is of a kind that is taken', { type: undefined }, ['INVALID_VALUE attachmentId']],
  ])('%s', (_name, changes, expected) => expect(codesOf(decideContent(announced(), found(changes)))).toEqual(expected));
});
