import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  containsResidentNumber,
  inOneForm,
  lookupHash,
  maskAccount,
  maskAddress,
  maskEmail,
  maskName,
  maskPhone,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  open,
  personFaults,
  readPrivacyKeys,
  seal,
  textFaults,
} from './index';

const bytes = () => randomBytes(32).toString('base64');
const keys = readPrivacyKeys(JSON.stringify({ current: 'k2', keys: { k1: bytes(), k2: bytes() }, lookup: bytes() }));
const place = { table: 'petitioner', column: 'name', row: '7' };

describe('sealed values', () => {
  it('open in their place, whatever the text, and never look alike twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(keys, place, text);
        expect(open(keys, place, sealed)).toBe(text);
        expect(seal(keys, place, text)).not.toBe(sealed);
      }),
    );
  });

  it.each([{ table: 'other' }, { column: 'phone' }, { row: '8' }])('do not open in another place: %j', (elsewhere) => {
    expect(() => open(keys, { ...place, ...elsewhere }, seal(keys, place, '홍길동'))).toThrow();
  });

  it('do not open when changed, or under a key that is not known', () => {
    const sealed = seal(keys, place, '홍길동');
    const parts = sealed.split('.');
    const text = Buffer.from(parts[3]!, 'base64url');
    text[0]! ^= 1;
    expect(() => open(keys, place, [...parts.slice(0, 3), text.toString('base64url')].join('.'))).toThrow();
    expect(() => open(keys, place, sealed.replace(/^k2/, 'k9'))).toThrow('no known key');
  });

  it('still open under an older key after the current one changed', () => {
    const sealed = seal({ ...keys, current: 'k1' }, place, '홍길동');
    expect(sealed.startsWith('k1.')).toBe(true);
    expect(open(keys, place, sealed)).toBe('홍길동');
  });
});

describe('keys', () => {
  it.each([
    ['a current key that is missing', { current: 'k3', keys: { k1: bytes() }, lookup: bytes() }],
    ['a short key', { current: 'k1', keys: { k1: randomBytes(16).toString('base64') }, lookup: bytes() }],
  ])('refuses %s', (_name, value) => {
    expect(() => readPrivacyKeys(JSON.stringify(value))).toThrow();
  });

  it('finds by a keyed hash that keeps kinds apart', () => {
    expect(lookupHash(keys, 'phone', '01012345678')).toBe(lookupHash(keys, 'phone', '01012345678'));
    expect(lookupHash(keys, 'phone', '01012345678')).not.toBe(lookupHash(keys, 'name', '01012345678'));
  });
});

it.each([
  ['010-1234-5678', '01012345678'],
  ['+82 10-1234-5678', '01012345678'],
  ['(051) 888-1234', '0518881234'],
  ['1588-1234', '15881234'],
  ['+1 650 253 0000', '+16502530000'],
  ['12', undefined],
  ['전화 없음', undefined],
])('reads the phone number %s as %s', (text, phone) => expect(normalisePhone(text)).toBe(phone));

it.each([
  [' Hong@Example.KR ', 'hong@example.kr'],
  ['hong@', undefined],
  ['a b@example.kr', undefined],
  ['hong@example.kr>, evil@example.kr', undefined],
])('reads the address %s as %s', (text, email) => expect(normaliseEmail(text)).toBe(email));

it('reads a name in one form', () => expect(normaliseName(' 홍길동 '.normalize('NFD'))).toBe('홍길동'));

it.each([
  [maskName('홍길동'), '홍*동'],
  [maskName('남궁길동'), '남**동'],
  [maskName('김철'), '김*'],
  [maskName('A'), '*'],
  [maskName('Hong'), 'H***'],
  [maskPhone('01012341234'), '010-****-1234'],
  [maskPhone('021234567'), '02-****-4567'],
  [maskPhone('0518881234'), '051-****-1234'],
  [maskPhone('15881234'), '****-1234'],
  [maskPhone('+16502530000'), '165-****-0000'],
  [maskEmail('hong@example.kr'), 'h***@example.kr'],
  [maskEmail('h@example.kr'), '***@example.kr'],
  [maskAddress('부산광역시 연제구 중앙대로 1001'), '부산광역시 연제구 …'],
  [maskAddress('우리집'), '…'],
  [maskAccount('110-123-456789'), '****6789'],
])('masks as %s', (masked, expected) => expect(masked).toBe(expected));

/** Made by the rule itself for the test: no living person's number. */
const withCheckDigit = (twelve: string): string => {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(twelve[index]), 0);
  return twelve + ((11 - (sum % 11)) % 10);
};

it('hides three digits of a phone number or more, whatever its length', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0\d{8,10}$|^1[568]\d{6}$/), (phone) => {
      const shown = maskPhone(phone).replace(/\D/g, '');
      expect(phone.length - shown.length).toBeGreaterThanOrEqual(3);
      expect(phone.endsWith(shown.slice(-4))).toBe(true);
    }),
  );
});

const number = withCheckDigit('000101312345');
const split = (by: string) => `${number.slice(0, 6)}${by}${number.slice(6)}`;

describe('resident registration numbers', () => {
  it.each([
    split('-'),
    split(' '),
    split(''),
    split(' - '),
    split('‐'),
    split('\u200b'),
    split('–'),
    `제 번호는 ${split('-')}입니다.`,
  ])('are found in %s', (text) => expect(containsResidentNumber(text)).toBe(true));

  it('are found in full-width digits', () => {
    const wide = [...split('-')].map((c) => (c === '-' ? '-' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');
    expect(containsResidentNumber(wide)).toBe(true);
  });

  it.each([
    '010-1234-5678',
    '2026-000123-4',
    split('-').replace(/\d$/, (d) => String((Number(d) + 1) % 10)),
    `9${split('')}`,
    '991332-1234567',
    '계좌 110-123-456789',
  ])('are not seen in %s', (text) => expect(containsResidentNumber(text)).toBe(false));
});

describe('the faults of what people write', () => {
  const person = { name: '홍길동', phone: '010-1234-5678', email: null };

  it.each([
    ['nothing but spaces', '  ', 'INVALID_VALUE'],
    ['more than allowed', 'x'.repeat(11), 'INVALID_VALUE'],
    ['a control character', 'a\u0000b', 'INVALID_VALUE'],
    ['a resident number', split('-').slice(0, 14), 'RESIDENT_NUMBER_PRESENT'],
  ])('are found: %s', (_name, text, code) => {
    expect(textFaults(text, code === 'INVALID_VALUE' ? 10 : 20, 'body')).toMatchObject([{ code, path: ['body'] }]);
  });

  it.each([
    ['no contact', { ...person, phone: null }, ['who']],
    ['a wrong phone', { ...person, phone: '12' }, ['who', 'phone']],
    ['a wrong e-mail', { ...person, email: 'hong' }, ['who', 'email']],
    ['no name', { ...person, name: '' }, ['who', 'name']],
  ])('are found in a person: %s', (_name, given, path) => {
    expect([...personFaults(given, 'who')]).toMatchObject([{ code: 'INVALID_VALUE', path }]);
  });

  it('are none in a person who can be reached, and then all is in one form', () => {
    expect([...personFaults(person, 'who')]).toEqual([]);
    expect(inOneForm({ ...person, name: ' 홍길동 ' })).toEqual({ name: '홍길동', phone: '01012345678', email: null });
  });
});
