import fc from 'fast-check';
import { boxAround, distanceFaults, distanceMetres, placeFaults } from './place';

const CITY_HALL = { latitude: 35.1798, longitude: 129.075 };
const STATION = { latitude: 35.1151, longitude: 129.0413 };
const SEOUL = { latitude: 37.5665, longitude: 126.978 };
const korean = fc.record({
  latitude: fc.double({ min: 33, max: 38.6, noNaN: true }),
  longitude: fc.double({ min: 124.5, max: 131.9, noNaN: true }),
});

describe('the distance between two positions', () => {
  it('is that of the sphere', () => {
    // Busan City Hall to Busan Station and to Seoul City Hall, worked out in Python by another formula: the angle between two
    // vectors, from their cross and dot products.
    expect(distanceMetres(CITY_HALL, STATION)).toBeCloseTo(7_819.6316, 3);
    expect(distanceMetres(CITY_HALL, SEOUL)).toBeCloseTo(325_062.4017, 3);
    // A degree of latitude, by the mean radius: 2πr / 360.
    expect(distanceMetres(CITY_HALL, { ...CITY_HALL, latitude: 36.1798 })).toBeCloseTo(111_195.0802, 3);
  });

  it('is the same both ways, none to itself, and never longer than over a third place', () =>
    fc.assert(
      fc.property(korean, korean, korean, (a, b, c) => {
        expect(distanceMetres(a, a)).toBe(0);
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1e-6);
      }),
    ));
});

it('a box around a position holds whatever is within the distance', () =>
  fc.assert(
    fc.property(korean, korean, fc.double({ min: 10, max: 400_000, noNaN: true }), (a, b, metres) => {
      const { south, north, west, east } = boxAround(a, metres);
      const inside = b.latitude >= south && b.latitude <= north && b.longitude >= west && b.longitude <= east;
      if (distanceMetres(a, b) <= metres) expect(inside).toBe(true);
    }),
  ));

describe('a report’s distance', () => {
  it.each([
    [300, 300, []],
    [300.4, 300, ['position']],
    [20_000, 300, ['position']],
  ])('%d m from a place with %d m around it', (metres, radiusMetres, paths) => {
    expect(distanceFaults(metres, { radiusMetres }).flatMap(({ path }) => path)).toEqual(paths);
  });

  it('is said in words that help', () => {
    const [fault] = distanceFaults(20_049, { radiusMetres: 300 });
    expect(fault!.message.ko).toContain('20.0km 떨어진 곳');
    expect(fault!.message.en).toContain('within 300 metres');
  });
});

describe('the place of a mission', () => {
  const place = { name: '시청 민원실', address: '부산광역시 연제구 중앙대로 1001', radiusMetres: 300, ...CITY_HALL };
  const faults = (changes: object) => placeFaults({ ...place, ...changes }).map(({ path }) => path?.join('.'));
  it.each<[string, object, string[]]>([
    ['as it should be', {}, []],
    ['without a name', { name: ' ' }, ['place.name']],
    ['with latitude and longitude the wrong way round', { latitude: 129.075, longitude: 35.1798 }, ['place']],
    ['nowhere', { latitude: Number.NaN }, ['place']],
    ['with a radius of 9 m', { radiusMetres: 9 }, ['place.radiusMetres']],
    ['with a radius of 6 km', { radiusMetres: 6_000 }, ['place.radiusMetres']],
  ])('%s', (_, changes, expected) => expect(faults(changes)).toEqual(expected));
});
