import fc from 'fast-check';
import { type ClaimRules, personFrom } from './claims';
import { PERSON_ROLES, TokenRefused } from './person';
import { nameBasedUuid, subjectId } from './subject-id';

const ISSUER = 'https://login.example.kr';
const SUB = '0197a000-0000-7000-8000-000000000001';
const plain: ClaimRules = { issuer: ISSUER, subject: 'sub', roles: 'roles', department: 'department' };
const read = (claims: object, rules: Partial<ClaimRules> = {}) =>
  personFrom({ sub: SUB, ...claims }, { ...plain, ...rules });

describe('roles', () => {
  const roleOf = { 'city officer': 'OFFICER', boss: 'MANAGER' } as const;
  it.each<[string, object, Partial<ClaimRules>, string[]]>([
    ['the platform’s own words', { roles: ['OFFICER', 'MANAGER'] }, {}, ['OFFICER', 'MANAGER']],
    ['unknown words', { roles: ['officer', 'offline_access'] }, {}, []],
    ['no claim', {}, {}, []],
    ['a claim that is null', { roles: null }, {}, []],
    ['words in one text', { scope: 'openid AUDITOR' }, { roles: 'scope' }, ['AUDITOR']],
    ['a place inside a claim', { realm_access: { roles: ['ADMIN'] } }, { roles: '/realm_access/roles' }, ['ADMIN']],
    ['a name with slashes', { 'https://x/roles': ['ADMIN'] }, { roles: 'https://x/roles' }, ['ADMIN']],
    ['a pointer with a slash in it', { 'a/b': { 'c~d': ['ADMIN'] } }, { roles: '/a~1b/c~0d' }, ['ADMIN']],
    ['a place that is not there', { realm_access: 'none' }, { roles: '/realm_access/roles' }, []],
    ['the issuer’s words', { roles: ['boss', 'city officer'] }, { roleOf }, ['OFFICER', 'MANAGER']],
    ['the platform’s words, where the issuer has its own', { roles: ['ADMIN'] }, { roleOf }, []],
    ['what every object has', { roles: ['constructor', '__proto__'] }, { roleOf }, []],
    ['nobody’s role', { roles: ['x'] }, { roleOfOthers: 'CITIZEN' }, ['CITIZEN']],
    ['somebody’s role, where others are citizens', { roles: ['ADMIN'] }, { roleOfOthers: 'CITIZEN' }, ['ADMIN']],
  ])('from %s', (_what, claims, rules, roles) => expect(read(claims, rules).roles).toEqual(roles));

  it.each([{ roles: ['SERVICE'] }, { roles: 'ADMIN SERVICE' }, { roles: 7 }, { roles: [7] }, { roles: {} }])(
    'refuse %j',
    (claims) => expect(() => read(claims)).toThrow(TokenRefused),
  );
});

describe('the department', () => {
  const departmentOf = { '/city/roads': 'ROADS', '/city/parks': 'PARKS', '/old/roads': 'ROADS' };
  const groups = { department: 'groups', departmentOf };
  it.each<[object, Partial<ClaimRules>, string | undefined]>([
    [{ department: 'ROADS' }, {}, 'ROADS'],
    [{ department: ['ROADS'] }, {}, 'ROADS'],
    [{}, {}, undefined],
    [{ groups: ['/staff', '/city/roads', '/old/roads'] }, groups, 'ROADS'],
    [{ groups: ['/staff'] }, groups, undefined],
  ])('from %j', (claims, rules, code) => expect(read(claims, rules).departmentCode).toBe(code));

  it.each<[object, Partial<ClaimRules>]>([
    [{ department: 'ROADS PARKS' }, {}],
    [{ department: ['도로과'] }, {}],
    [{ department: 'x'.repeat(65) }, {}],
    [{ groups: ['/city/roads', '/city/parks'] }, groups],
  ])('refuses %j: nobody acts for two', (claims, rules) => expect(() => read(claims, rules)).toThrow(TokenRefused));
});

describe('the id', () => {
  it('is the subject where it is a UUID, in one spelling', () => {
    expect(read({}).id).toBe(SUB);
    expect(read({ sub: SUB.toUpperCase() }).id).toBe(SUB);
  });

  it('is a name-based UUID, as RFC 9562 has it', () => {
    expect(nameBasedUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('is read from another claim where one is named', () => {
    expect(read({ employee: { number: 'A-17' } }, { subject: '/employee/number' }).id).toBe(subjectId(ISSUER, 'A-17'));
  });

  it('differs between subjects and between issuers, and stays', () => {
    const ids = ['admin', 'Admin', 'admin '].map((sub) => read({ sub }).id);
    ids.push(read({ sub: 'admin' }, { issuer: 'https://citizens.example.kr' }).id);
    expect(new Set(ids).size).toBe(4);
    expect(read({ sub: 'admin' }).id).toBe(ids[0]);
  });

  it.each([undefined, '', 7, 'x'.repeat(256)])('is refused from %j', (sub) =>
    expect(() => read({ sub })).toThrow(TokenRefused),
  );
});

it('holds for whatever an issuer writes: a person of known roles, or a refusal', () => {
  fc.assert(
    fc.property(fc.record({ sub: fc.anything(), roles: fc.anything(), department: fc.anything() }), (claims) => {
      try {
        const { id, roles } = personFrom(claims as never, plain);
        expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
        for (const role of roles) expect(PERSON_ROLES).toContain(role);
      } catch (error) {
        expect(error).toBeInstanceOf(TokenRefused);
      }
    }),
  );
});
