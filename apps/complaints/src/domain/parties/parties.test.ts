import fc from 'fast-check';
import { type CoPetitioner, MOST_SIGNERS, isCollective, jointFaults, jointInOneForm } from './joint-petition';
import { type Place, isInKorea, maskPlace, placeFaults } from './place';

const filer = { name: '홍길동', phone: '010-1234-5678', email: null };
const signer = (number: number, changes: Partial<CoPetitioner> = {}): CoPetitioner => ({
  ...{
    name: `김시민${number}`,
    phone: `010-0000-${String(number).padStart(4, '0')}`,
    email: null,
    representative: false,
  },
  ...changes,
});
const joint = (count: number, households: number, changes: Partial<CoPetitioner> = {}) => ({
  coPetitioners: Array.from({ length: count }, (_, index) => signer(index, changes)),
  households,
});

describe('a petition of several', () => {
  it.each([
    [null, false],
    [joint(4, 5), true],
    [joint(3, 5), false],
    [joint(4, 4), false],
    [joint(299, 1), false],
    [joint(0, 500), false],
  ])('concerns many (다수인관련민원) only with 5 households and 5 signers', (given, collective) =>
    expect(isCollective(given)).toBe(collective),
  );

  it.each([
    ['of many', joint(10, 7)],
    ['with two more representatives', { ...joint(2, 1, { representative: true }) }],
    ['with signers without contacts', joint(3, 2, { phone: null })],
    ['of people of one name and different phones', { households: 1, coPetitioners: [signer(1, { name: '홍길동' })] }],
    ['of as many as can be entered', joint(MOST_SIGNERS - 1, 100)],
  ])('is taken: %s', (_name, given) => expect([...jointFaults(filer, given)]).toEqual([]));

  const one = (changes: Partial<CoPetitioner>) => ({ households: 1, coPetitioners: [signer(1, changes)] });
  it.each([
    ['without a name', one({ name: ' ' }), 'INVALID_VALUE', 'coPetitioners.0.name'],
    ['without a name or contact', one({ name: '', phone: null }), 'INVALID_VALUE', 'coPetitioners.0.name'],
    ['with a wrong phone', one({ phone: '12' }), 'INVALID_VALUE', 'coPetitioners.0.phone'],
    [
      'with a resident number as name',
      one({ name: '900101 1234568', phone: null }),
      'RESIDENT_NUMBER_PRESENT',
      'coPetitioners.0.name',
    ],
    [
      'with a representative out of reach',
      one({ phone: null, representative: true }),
      'INVALID_VALUE',
      'coPetitioners.0',
    ],
    ['with a fourth representative', joint(3, 1, { representative: true }), 'LIMIT_REACHED', 'coPetitioners'],
    [
      'with the petitioner once more',
      one({ name: ' 홍길동', phone: '+82 10 1234 5678' }),
      'INVALID_VALUE',
      'coPetitioners.0',
    ],
    [
      'with somebody twice',
      { households: 1, coPetitioners: [signer(1), signer(1)] },
      'INVALID_VALUE',
      'coPetitioners.1',
    ],
    ['of no household', joint(1, 0), 'INVALID_VALUE', 'households'],
    ['of half a household', joint(1, 1.5), 'INVALID_VALUE', 'households'],
    ['of too many', joint(MOST_SIGNERS, 5), 'LIMIT_REACHED', 'coPetitioners'],
  ])('is refused %s', (_name, given, code, path) => {
    const faults = [...jointFaults(filer, given)];
    expect(faults.map((fault) => [fault.code, fault.path!.join('.')])).toEqual([[code, path]]);
  });

  it('is kept with names and contacts in one form', () =>
    expect(jointInOneForm(one({ name: ' 김 ', email: 'A@Example.kr' }))).toEqual({
      households: 1,
      coPetitioners: [{ name: '김', phone: '01000000001', email: 'a@example.kr', representative: false }],
    }));
});

describe('a place', () => {
  it.each([
    ['부산시청', 35.1798, 129.075],
    ['독도', 37.2412, 131.8644],
    ['울릉도', 37.4844, 130.9057],
    ['마라도', 33.1187, 126.2672],
    ['백령도', 37.9587, 124.6701],
    ['고성', 38.6, 128.35],
    ['가거도', 34.07, 125.11],
    ['거제 홍도', 34.5333, 128.7333],
  ])('is in Korea: %s', (_name, latitude, longitude) => expect(isInKorea(latitude, longitude)).toBe(true));

  it.each([
    ['대마도', 34.2, 129.29],
    ['도쿄', 35.68, 139.69],
    ['후쿠오카', 33.59, 130.4],
    ['평양', 39.02, 125.75],
    ['상하이', 31.23, 121.47],
    ['나란한 0', 0, 0],
    ['위도와 경도가 바뀐 부산', 129.075, 35.1798],
  ])('is not in Korea: %s', (_name, latitude, longitude) => expect(isInKorea(latitude, longitude)).toBe(false));

  it('is never in Korea far from it, whatever the numbers', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (south, east) => {
          const near = south >= 33 && south <= 38.65 && east >= 124.5 && east <= 132;
          return near || !isInKorea(south, east);
        },
      ),
    ));

  const place = (changes: Partial<Place>): Place => ({
    address: '부산광역시 연제구 중앙대로 1001',
    latitude: null,
    longitude: null,
    ...changes,
  });
  it.each([
    ['no address', place({ address: ' ' }), 'INVALID_VALUE', 'location.address'],
    [
      'a resident number in it',
      place({ address: '중앙대로 900101-1234568' }),
      'RESIDENT_NUMBER_PRESENT',
      'location.address',
    ],
    ['half a pair of coordinates', place({ latitude: 35.1 }), 'INVALID_VALUE', 'location'],
    ['coordinates elsewhere', place({ latitude: 35.68, longitude: 139.69 }), 'INVALID_VALUE', 'location'],
    ['coordinates that are no numbers', place({ latitude: NaN, longitude: NaN }), 'INVALID_VALUE', 'location'],
  ])('is refused with %s', (_name, given, code, path) =>
    expect([...placeFaults(given)].map((fault) => [fault.code, fault.path!.join('.')])).toEqual([[code, path]]),
  );

  it.each([
    ['부산광역시 연제구 중앙대로 1001', '부산광역시 연제구 …'],
    ['우리집', '…'],
  ])('is shown to those without need as city and district alone: %s', (address, masked) =>
    expect(maskPlace(place({ address, latitude: 35.1, longitude: 129 }))).toEqual({
      address: masked,
      latitude: null,
      longitude: null,
    }),
  );
});
