import { type Refusal, refusal } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { isWhole } from '../whole';

/** Degrees, WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a mission is carried out: within so many metres of a position. */
export interface MissionPlace extends Position {
  readonly name: string;
  readonly address: string;
  readonly radiusMetres: number;
}

/** Degrees of latitude and longitude that hold every position within a distance. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** The mean radius of the earth (IUGG), in metres. A sphere is off by half a percent at most. */
const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;
const LEAST_RADIUS = 10;
const MOST_RADIUS = 5_000;

/** Metres between two positions, along the surface (haversine, which is exact enough also for a few metres). */
export function distanceMetres(a: Position, b: Position): number {
  const half = (degrees: number): number => Math.sin((degrees * RADIANS) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * half(b.longitude - a.longitude);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A box around a position: whatever is within so many metres lies in it, and a little more. Away from the poles. */
export function boxAround({ latitude, longitude }: Position, metres: number): Box {
  const degrees = (metres / EARTH_METRES / RADIANS) * 1.001;
  const wide = degrees / Math.cos((Math.abs(latitude) + degrees) * RADIANS);
  return {
    ...{ south: latitude - degrees, north: latitude + degrees },
    ...{ west: longitude - wide, east: longitude + wide },
  };
}

/** Korea’s land and waters, generously: what lies outside is a slip of the finger. */
const isNearKorea = ({ latitude, longitude }: Position): boolean =>
  latitude >= 32 && latitude <= 39.5 && longitude >= 124 && longitude <= 132.5;

/** The faults of a position, in the input under `path`. */
export const positionFaults = (position: Position, ...path: string[]): Refusal[] =>
  isNearKorea(position)
    ? []
    : [
        refusal(
          'INVALID_VALUE',
          '대한민국 안의 좌표가 아닙니다. 위도(33~38)와 경도(124~132)의 순서를 확인해 주십시오.',
          'These coordinates are not in Korea: please check which is the latitude (33 to 38) and which the longitude (124 to 132).',
          ...path,
        ),
      ];

/** The faults of the place of a mission. */
export function placeFaults(place: MissionPlace): Refusal[] {
  const { name, address, radiusMetres } = place;
  const faults = [
    ...textFaults(name, 200, 'place', 'name'),
    ...textFaults(address, 300, 'place', 'address'),
    ...positionFaults(place, 'place'),
  ];
  if (!isWhole(radiusMetres, LEAST_RADIUS, MOST_RADIUS))
    faults.push(
      refusal(
        'INVALID_VALUE',
        `반경은 ${LEAST_RADIUS}m 이상 5km 이하입니다.`,
        `The radius is ${LEAST_RADIUS} metres to 5 kilometres.`,
        'place',
        'radiusMetres',
      ),
    );
  return faults;
}

/** Where a report comes from, as far as the mission asks. @param metres to the place */
export function distanceFaults(metres: number, { radiusMetres }: Pick<MissionPlace, 'radiusMetres'>): Refusal[] {
  if (metres <= radiusMetres) return [];
  const written = metres < 1_000 ? `${Math.round(metres)}m` : `${(metres / 1_000).toFixed(1)}km`;
  return [
    refusal(
      'INVALID_VALUE',
      `점검 장소에서 ${written} 떨어진 곳입니다. 장소의 ${radiusMetres}m 안에서 보고해 주십시오.`,
      `This is ${written} away from the place: please report within ${radiusMetres} metres of it.`,
      'position',
    ),
  ];
}
