import { localDate, type WorkingCalendar } from '@charter/calendar';

import type { Random } from './random';

const DAY_MS = 86_400_000;

/** What people ask for more in some months: rain breaks roads in summer, frost breaks pipes in winter. */
const SEASONS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  ROAD_REPAIR: { 2: 1.3, 6: 1.4, 7: 2.2, 8: 1.9 },
  STREET_LIGHT: { 11: 1.4, 12: 1.5, 1: 1.4 },
  WATER_LEAK: { 12: 1.7, 1: 2.3, 2: 1.6 },
  PARK_FACILITY: { 4: 1.5, 5: 1.6, 10: 1.4 },
  NOISE: { 4: 1.3, 5: 1.4, 9: 1.3 },
  WASTE_PICKUP: { 7: 1.3, 8: 1.4, 9: 1.3 },
  SMALL_BUSINESS: { 3: 2, 9: 1.6 },
};

/** How much of the whole each service is, in an ordinary month. */
const USUAL: Readonly<Record<string, number>> = {
  ROAD_REPAIR: 16,
  STREET_LIGHT: 8,
  ROAD_OCCUPANCY: 4,
  BUS_ROUTE: 6,
  PARKING: 15,
  WATER_LEAK: 6,
  WATER_QUALITY: 3,
  WATER_ACCOUNT: 4,
  PARK_FACILITY: 6,
  WASTE_PICKUP: 9,
  NOISE: 7,
  BUILDING_PERMIT: 3,
  WELFARE_BENEFIT: 4,
  FOOD_BUSINESS: 2,
  LAW_INQUIRY: 2,
  GENERAL_INQUIRY: 10,
  LIBRARY: 2,
  SMALL_BUSINESS: 3,
};

/** Out of a day's filings, how many come at each hour in Seoul. */
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 4, 9, 11, 10, 6, 8, 10, 9, 8, 6, 4, 3, 3, 3, 2, 1.5].map(
  (weight, hour) => [hour, weight] as const,
);

/** A service of the catalogue in a month, as likely as people ask for it then. @param month 1 to 12 */
export function pickService<T extends { readonly code: string }>(
  random: Random,
  services: readonly T[],
  month: number,
): T {
  return random.weighted(
    services.map((service) => [service, (USUAL[service.code] ?? 3) * (SEASONS[service.code]?.[month] ?? 1)] as const),
  );
}

/** A moment on a day in Seoul. @param day YYYY-MM-DD */
export function pickMoment(random: Random, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00+09:00`);
  return new Date(
    midnight + (random.weighted(HOURS) * 60 + random.between(0, 59)) * 60_000 + random.between(0, 59) * 1_000,
  );
}

/** The days of the year that ends at a moment, each with how many of the filings fall on it; together exactly `total`. */
export function spread(total: number, until: Date, calendar: WorkingCalendar): { day: string; count: number }[] {
  const days = Array.from({ length: 365 }, (_, index) => localDate(new Date(until.getTime() - (365 - index) * DAY_MS)));
  const weights = days.map((day) => (calendar.isWorkingDay(day) ? 1 : 0.3));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let given = 0;
  let share = 0;
  return days.map((day, index) => {
    share += (weights[index] ?? 0) / sum;
    const upTo = index === days.length - 1 ? total : Math.round(share * total);
    const count = upTo - given;
    given = upTo;
    return { day, count };
  });
}
