import { type Refusal, refusal } from '@charter/contracts';
import { maskAddress, textFaults } from '@charter/privacy';

/** Where the matter is (민원 위치). Coordinates in degrees, WGS 84. */
export interface Place {
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

type Box = readonly [south: number, north: number, west: number, east: number];
const lies = (latitude: number, longitude: number, [south, north, west, east]: Box): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Roughly the land: mainland and its islands, Jeju, Ulleungdo and Dokdo. */
const LAND: readonly Box[] = [
  [33.9, 38.65, 124.5, 129.7],
  [33, 33.9, 125, 127.2],
  [37.1, 37.7, 130.7, 132],
];
/** Tsushima stands in the corner of the first box. */
const NOT_LAND: Box = [33.9, 34.9, 128.95, 129.7];

export const isInKorea = (latitude: number, longitude: number): boolean =>
  LAND.some((box) => lies(latitude, longitude, box)) && !lies(latitude, longitude, NOT_LAND);

/** The faults of a place: an address in words; coordinates both or none, and in Korea. */
export function* placeFaults(place: Place | null): Generator<Refusal> {
  if (!place) return;
  const { address, latitude, longitude } = place;
  yield* textFaults(address, 300, 'location', 'address');
  if ((latitude === null) !== (longitude === null)) {
    yield refusal(
      'INVALID_VALUE',
      '위도와 경도를 함께 입력해 주십시오.',
      'Please give latitude and longitude together.',
      'location',
    );
  } else if (latitude !== null && longitude !== null && !isInKorea(latitude, longitude)) {
    yield refusal(
      'INVALID_VALUE',
      '대한민국 안의 좌표가 아닙니다. 위도(33~38)와 경도(124~132)의 순서를 확인해 주십시오.',
      'These coordinates are not in Korea: please check which is the latitude (33 to 38) and which the longitude (124 to 132).',
      'location',
    );
  }
}

/** A place for those without need to know the house: city and district, no coordinates. */
export function maskPlace({ address }: Place): Place {
  return { address: maskAddress(address), latitude: null, longitude: null };
}
