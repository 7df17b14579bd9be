import fc from 'fast-check';
import { decideAttaching, typeFault } from './attaching';
import type { AttachmentFacts, AttachmentLimits } from './attachment';
import { MEDIA_TYPES, type MediaType, PHOTOGRAPHS } from './media-type';

const LIMITS: AttachmentLimits = { fileBytes: 100, perSubject: 3, subjectBytes: 200, waitingPerPerson: 9 };
const NONE = { count: 0, bytes: 0 };
const AT = new Date('2026-11-23T10:00:00+09:00');
const file = (changes: Partial<AttachmentFacts> = {}): AttachmentFacts => ({
  ...{ id: 'a', bytes: 50, type: 'image/jpeg', subjectId: null, checkedAt: AT, scanState: 'CLEAN' },
  ...changes,
});
const codes = (...given: Parameters<typeof decideAttaching>): string[] => {
  const decided = decideAttaching(...given);
  return decided.ok ? [] : decided.refusals.map(({ code, path = [] }) => `${code} ${path.join('.')}`);
};

describe('files', () => {
  it.each<[string, AttachmentFacts[], { count: number; bytes: number }, string[]]>([
    ['that are checked and free are attached', [file(), file({ id: 'b' })], NONE, []],
    ['that wait for the scanner too', [file({ scanState: 'PENDING' })], NONE, []],
    ['up to the limits', [file(), file({ id: 'b' })], { count: 1, bytes: 100 }, []],
    ['not one more', [file(), file({ id: 'b' })], { count: 2, bytes: 0 }, ['LIMIT_REACHED attachmentIds']],
    ['not one byte more', [file(), file({ id: 'b' })], { count: 1, bytes: 101 }, ['LIMIT_REACHED attachmentIds']],
    ['not twice', [file({ subjectId: 's' })], NONE, ['ALREADY_DONE attachmentIds.0']],
    ['not one under two names', [file(), file()], NONE, ['INVALID_VALUE attachmentIds']],
    ['not before they have come', [file({ checkedAt: null, type: null })], NONE, ['INVALID_STATE attachmentIds.0']],
    [
      'not with malware, and each is told',
      [file({ scanState: 'INFECTED' }), file({ id: 'b', subjectId: 's' })],
      NONE,
      ['INVALID_STATE attachmentIds.0', 'ALREADY_DONE attachmentIds.1'],
    ],
  ])('%s', (_name, files, present, expected) => expect(codes(files, present, LIMITS)).toEqual(expected));
});

describe('a place that takes photographs alone', () => {
  const rule = { only: PHOTOGRAPHS, field: 'photoIds' };

  it.each(Object.keys(MEDIA_TYPES) as MediaType[])('decides about %s by its type', (type) => {
    const taken = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'].includes(type);
    expect(codes([file(), file({ id: 'b', type })], NONE, LIMITS, rule)).toEqual(
      taken ? [] : ['INVALID_VALUE photoIds.1'],
    );
  });

  it('says what it takes, in both languages', () => {
    const { message } = typeFault('application/pdf', rule, 0)!;
    for (const words of Object.values(message)) expect(words).toContain('jpg, png, webp, heic');
  });

  it('names its own field in every refusal', () => {
    const many = [file(), file({ id: 'b' }), file({ id: 'c' }), file({ id: 'd' })];
    expect(codes(many, NONE, LIMITS, rule)).toEqual(['LIMIT_REACHED photoIds']);
    expect(codes([file(), file()], { count: 0, bytes: 150 }, LIMITS, rule)).toEqual([
      'INVALID_VALUE photoIds',
      'LIMIT_REACHED photoIds',
    ]);
  });
});

it('are taken exactly within the limits, whatever rule they keep', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 100 }), type: fc.constantFrom(...PHOTOGRAPHS) })),
      fc.record({ count: fc.nat(4), bytes: fc.nat(300) }),
      (drawn, present) => {
        const files = drawn.map((each, index) => file({ ...each, id: String(index) }));
        const within =
          present.count + files.length <= LIMITS.perSubject &&
          present.bytes + files.reduce((sum, { bytes }) => sum + bytes, 0) <= LIMITS.subjectBytes;
        expect(decideAttaching(files, present, LIMITS).ok).toBe(within);
        expect(decideAttaching(files, present, LIMITS, { only: PHOTOGRAPHS }).ok).toBe(within);
      },
    ),
  ));
