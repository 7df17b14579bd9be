import type { ServiceItem } from '../service-item';

const DAY_MS = 86_400_000;

const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** A version as it fits between the others, and the earlier one that it shortens. */
export interface Fitted {
  readonly version: ServiceItem;
  /** The version before, which now ends on the day before; undefined when it ended earlier or there is none. */
  readonly shortened: ServiceItem | undefined;
}

/**
 * Fits a version of a service between the others, so that on each day one holds at most: the one before ends on the day
 * before it begins, and it ends on the day before the next begins. The same first day replaces a version.
 */
export function fitVersion(item: ServiceItem, versions: readonly ServiceItem[]): Fitted {
  const sorted = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const earlier = sorted.filter(({ validFrom }) => validFrom < item.validFrom).at(-1);
  const next = sorted.find(({ validFrom }) => validFrom > item.validFrom);
  const version =
    next && (item.validTo === null || item.validTo >= next.validFrom)
      ? { ...item, validTo: dayBefore(next.validFrom) }
      : item;
  const reaches = earlier && (earlier.validTo === null || earlier.validTo >= item.validFrom);
  return { version, shortened: reaches ? { ...earlier, validTo: dayBefore(item.validFrom) } : undefined };
}

/**
 * The version that holds on a day: the latest that had begun, ended or not; before all of them, the first.
 * @returns undefined only where there is no version at all
 */
export function versionOn<T extends Pick<ServiceItem, 'validFrom'>>(
  versions: readonly T[],
  day: string,
): T | undefined {
  const sorted = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.filter(({ validFrom }) => validFrom <= day).at(-1) ?? sorted[0];
}
