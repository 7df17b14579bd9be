import { decideProfile, kindOf } from './profile';

const contacts = { name: ' 홍 길동 ', email: 'Hong@Example.KR', phone: '+82 10-1234-5678', language: 'KO' } as const;

it('keeps contacts in one form', () =>
  expect(decideProfile(contacts)).toEqual({
    ok: true,
    value: { name: '홍 길동', email: 'hong@example.kr', phone: '01012345678', language: 'KO' },
  }));

it.each([
  ['no name', { name: '  ' }, 'INVALID_VALUE', 'name'],
  ['a name that is a text', { name: '가'.repeat(101) }, 'INVALID_VALUE', 'name'],
  ['no contact', { email: null, phone: null }, 'INVALID_VALUE', undefined],
  ['a name with a control character', { name: '홍길동\u0000' }, 'INVALID_VALUE', 'name'],
  ['an address that is none', { email: 'hong@' }, 'INVALID_VALUE', 'email'],
  ['two addresses', { email: 'a@b.kr, c@d.kr' }, 'INVALID_VALUE', 'email'],
  ['a phone that is none', { phone: '12' }, 'INVALID_VALUE', 'phone'],
  ['a resident number as the name', { name: '홍길동 000101-3123451' }, 'RESIDENT_NUMBER_PRESENT', 'name'],
  ['a resident number in the address', { email: '000101-3123451@b.kr' }, 'RESIDENT_NUMBER_PRESENT', 'email'],
  ['a resident number as the phone', { phone: '000101-3123451' }, 'RESIDENT_NUMBER_PRESENT', 'phone'],
])('refuses %s', (_what, change, code, field) => {
  const decided = decideProfile({ ...contacts, ...change });
  const path = field ? [field] : [];
  expect(!decided.ok && decided.refusals).toEqual(expect.arrayContaining([expect.objectContaining({ code, path })]));
});

it.each([
  [['CITIZEN'], 'CITIZEN'],
  [[], 'CITIZEN'],
  [['OFFICER'], 'STAFF'],
  [['CITIZEN', 'MANAGER'], 'STAFF'],
  [['AUDITOR'], 'STAFF'],
  [['ADMIN'], 'STAFF'],
] as const)('counts %j as %s', (roles, kind) => expect(kindOf(roles)).toBe(kind));
