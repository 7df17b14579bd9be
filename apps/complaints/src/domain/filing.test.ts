import { type Filing, type FilingFacts, decideFiling } from './filing';
import type { ServiceItem } from './service-item';

const NOW = new Date('2026-11-23T10:00:00+09:00');

const service: ServiceItem = {
  ...{ code: 'ROAD_REPAIR', kind: 'GRIEVANCE', departmentCode: 'ROADS', nameKo: '도로 보수', nameEn: 'Road repair' },
  ...{ guidanceKo: '위치를 알려 주십시오.', guidanceEn: 'Tell us where.', documents: [], fee: 0 },
  ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
  ...{ validFrom: '2020-01-01', validTo: null },
};
const roads = { code: 'ROADS', nameKo: '도로과', nameEn: 'Roads', closedOn: null, successorCode: null };
const streets = { ...roads, code: 'STREETS', nameKo: '가로과', nameEn: 'Streets' };

const filing = (changes: Partial<Filing> = {}): Filing => ({
  ...{ serviceCode: 'ROAD_REPAIR', title: ' 도로에 구멍이 있습니다 ', body: '빠른 보수를 부탁드립니다.' },
  petitioner: { name: ' 홍길동 ', phone: '010-1234-5678', email: 'Hong@Example.kr' },
  ...{ channel: 'VISIT', visibility: 'PRIVATE', receivedAt: new Date('2026-11-20T14:00:00+09:00') },
  ...{ joint: null, place: null, attachmentIds: [] },
  ...changes,
});
const facts = (changes: Partial<FilingFacts> = {}): FilingFacts => ({
  ...{ service, department: roads, successor: undefined, receivedOn: '2026-11-20', today: '2026-11-23', now: NOW },
  ...changes,
});

it('takes a complaint, with its texts trimmed and its contacts in one form', () => {
  expect(decideFiling(filing(), facts())).toMatchObject({
    ok: true,
    value: {
      title: '도로에 구멍이 있습니다',
      petitioner: { name: '홍길동', phone: '01012345678', email: 'hong@example.kr' },
    },
  });
});

it('takes one that was received this very moment, and one of a department that closes later', () => {
  expect(decideFiling(filing({ receivedAt: NOW }), facts()).ok).toBe(true);
  expect(decideFiling(filing(), facts({ department: { ...roads, closedOn: '2026-11-24' } })).ok).toBe(true);
});

const petitioner = (changes: Partial<Filing['petitioner']>) => ({
  petitioner: { name: '홍길동', phone: '010-1234-5678', email: null, ...changes },
});

it.each<[string, Partial<Filing>, string, string[]]>([
  ['no title', { title: ' ' }, 'INVALID_VALUE', ['title']],
  ['a title without end', { title: 'x'.repeat(201) }, 'INVALID_VALUE', ['title']],
  ['no text', { body: '' }, 'INVALID_VALUE', ['body']],
  ['a NUL in the text', { body: 'a\u0000b' }, 'INVALID_VALUE', ['body']],
  ['no name', petitioner({ name: '' }), 'INVALID_VALUE', ['petitioner', 'name']],
  ['no contact', petitioner({ phone: null }), 'INVALID_VALUE', ['petitioner']],
  ['a wrong phone', petitioner({ phone: '12' }), 'INVALID_VALUE', ['petitioner', 'phone']],
  ['a wrong e-mail', petitioner({ email: 'hong' }), 'INVALID_VALUE', ['petitioner', 'email']],
  ['a resident number as title', { title: '900101-1234568' }, 'RESIDENT_NUMBER_PRESENT', ['title']],
  ['a resident number in the text', { body: '저는 900101-1234568' }, 'RESIDENT_NUMBER_PRESENT', ['body']],
  [
    'a resident number as name',
    petitioner({ name: '900101-1234568' }),
    'RESIDENT_NUMBER_PRESENT',
    ['petitioner', 'name'],
  ],
  [
    'a resident number as e-mail',
    petitioner({ email: '900101-1234568@example.kr' }),
    'RESIDENT_NUMBER_PRESENT',
    ['petitioner', 'email'],
  ],
  ['a receipt in the future', { receivedAt: new Date(NOW.getTime() + 1_000) }, 'INVALID_VALUE', ['receivedAt']],
  ['a receipt of long ago', { receivedAt: new Date('2025-11-22T10:00:00+09:00') }, 'INVALID_VALUE', ['receivedAt']],
])('refuses %s', (_name, changes, code, path) => {
  const decided = decideFiling(filing(changes), facts());
  expect(decided).toEqual({ ok: false, refusals: [expect.objectContaining({ code, path })] });
});

it.each<[string, Partial<FilingFacts>, string]>([
  ['an unknown service', { service: undefined }, 'serviceItems'],
  ['a service that had not begun', { service: { ...service, validFrom: '2026-11-21' } }, 'not offered'],
  ['a service that had ended', { service: { ...service, validTo: '2026-11-19' } }, 'not offered'],
  ['a department that was closed', { department: { ...roads, closedOn: '2026-11-23' } }, 'was closed.'],
  [
    'a department that was closed, naming who carries on',
    { department: { ...roads, closedOn: '2026-11-23', successorCode: 'STREETS' }, successor: streets },
    'Streets (STREETS)',
  ],
])('refuses %s', (_name, changes, words) => {
  expect(decideFiling(filing(), facts(changes))).toMatchObject({
    ok: false,
    refusals: [{ code: 'INVALID_VALUE', path: ['serviceCode'], message: { en: expect.stringContaining(words) } }],
  });
});

it('tells every fault at once', () => {
  const decided = decideFiling(filing({ title: '', body: '', ...petitioner({ name: '', phone: null }) }), facts());
  expect(decided.ok ? [] : decided.refusals.map(({ path }) => path?.join('.'))).toEqual([
    ...['title', 'body', 'petitioner.name', 'petitioner'],
  ]);
});
