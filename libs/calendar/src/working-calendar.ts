import { type Day, HOUR_MS, dayFrom, dayOf, formatDay, parseDay, startOf, weekdayOf, yearOf } from './days';
import { GAZETTE_YEARS, gazetteHolidays } from './gazette';
import type { DeclaredHoliday, Holiday, HolidayName } from './holiday';
import { holidaysByRule } from './holiday-rules';

/** The first whole year of the five-day week in public offices: until June 2005 they worked on Saturdays. */
export const FIRST_YEAR = 2006;
/** The lunar calendar's tables end here. */
export const LAST_YEAR = 2050;

const FIRST_DAY = dayFrom(FIRST_YEAR, 1, 1);
const LAST_DAY = dayFrom(LAST_YEAR, 12, 31);

/** Working hours of a working day, as offsets from its start: 09:00–12:00 and 13:00–18:00. */
export const BLOCKS = [
  { from: 9 * HOUR_MS, to: 12 * HOUR_MS },
  { from: 13 * HOUR_MS, to: 18 * HOUR_MS },
] as const;

export type DayKind = 'WORKING' | 'WEEKEND' | 'HOLIDAY';
const UNKNOWN = 0;
const KINDS: readonly (DayKind | undefined)[] = [undefined, 'WORKING', 'WEEKEND', 'HOLIDAY'];

const outside = (year: number): RangeError =>
  new RangeError(`The calendar knows ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}.`);

/** The decree's and the gazette's holidays never change while a process runs: each year is read once for all calendars. */
const officialYears = new Map<number, ReadonlyMap<Day, HolidayName>>();

function official(year: number): ReadonlyMap<Day, HolidayName> {
  let holidays = officialYears.get(year);
  if (!holidays) officialYears.set(year, (holidays = gazetteHolidays(year) ?? holidaysByRule(year)));
  return holidays;
}

/**
 * The working days and hours of a Korean office, with the holidays that were declared. Immutable; make a new one when a
 * holiday is declared. It knows the years 2006 to 2050.
 * @throws {RangeError} from every method, for a day that does not exist or lies outside those years
 */
export class WorkingCalendar {
  private readonly declared: ReadonlyMap<Day, HolidayName>;
  private readonly kinds = new Uint8Array(LAST_DAY - FIRST_DAY + 1);

  constructor(declared: readonly DeclaredHoliday[] = []) {
    this.declared = new Map(declared.map(({ date, nameKo, nameEn }) => [parseDay(date), { ko: nameKo, en: nameEn }]));
  }

  /** @param date YYYY-MM-DD */
  dayKind(date: string): DayKind {
    return KINDS[this.kindOf(parseDay(date))]!;
  }

  isWorkingDay(date: string): boolean {
    return this.works(parseDay(date));
  }

  /** The names of a holiday; undefined for a day that is none. @param date YYYY-MM-DD */
  holidayName(date: string): HolidayName | undefined {
    return this.nameOf(parseDay(date));
  }

  /** Whether the gazette has not announced this year: its holidays are computed by rule. */
  isProvisional(year: number): boolean {
    return !GAZETTE_YEARS.includes(year);
  }

  /** The holidays of a year, by date. */
  holidays(year: number): readonly Holiday[] {
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw outside(year);
    const provisional = this.isProvisional(year);
    const byRule = [...official(year)].map(([day, name]) => ({ day, name, declared: false }));
    const forOnce = [...this.declared]
      .filter(([day]) => yearOf(day) === year && !official(year).has(day))
      .map(([day, name]) => ({ day, name, declared: true }));
    return [...byRule, ...forOnce]
      .sort((a, b) => a.day - b.day)
      .map(({ day, name, declared }) => ({
        date: formatDay(day),
        nameKo: name.ko,
        nameEn: name.en,
        declared,
        provisional: provisional && !declared,
      }));
  }

  /** The instant itself when the office is open then, else when it opens next. 12:00 and 18:00 sharp are closed. */
  nextWorkingMoment(at: Date): Date {
    return new Date(this.nextOpen(at.getTime()));
  }

  /**
   * The working day so many working days later (or, with a negative number, earlier); 0 gives the day itself.
   * @param date YYYY-MM-DD
   * @param days a whole number
   */
  addWorkingDays(date: string, days: number): string {
    if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of working days.`);
    const step = days < 0 ? -1 : 1;
    let day = parseDay(date);
    for (let left = Math.abs(days); left > 0;) {
      day += step;
      if (this.works(day)) left -= 1;
    }
    return formatDay(day);
  }

  /** Working hours between two instants; negative when `to` is before `from`. */
  workingHoursBetween(from: Date, to: Date): number {
    if (to < from) return -this.workingHoursBetween(to, from);
    const [start, end] = [from.getTime(), to.getTime()];
    if (Number.isNaN(start) || Number.isNaN(end)) throw new RangeError('Working hours lie between two real moments.');
    let open = 0;
    for (let day = dayOf(start); startOf(day) < end; day += 1) {
      if (!this.works(day)) continue;
      for (const block of BLOCKS) {
        open += Math.max(0, Math.min(end, startOf(day) + block.to) - Math.max(start, startOf(day) + block.from));
      }
    }
    return open / HOUR_MS;
  }

  /** @internal the same questions on plain numbers, for the inner loops of this library */
  works(day: Day): boolean {
    return this.kindOf(day) === 1;
  }

  /** @internal */
  nameOf(day: Day): HolidayName | undefined {
    this.kindOf(day);
    return official(yearOf(day)).get(day) ?? this.declared.get(day);
  }

  /** @internal */
  nextOpen(at: number): number {
    for (let day = dayOf(at); ; day += 1) {
      if (!this.works(day)) continue;
      const start = startOf(day);
      for (const block of BLOCKS) if (at < start + block.to) return Math.max(at, start + block.from);
    }
  }

  /** @internal the working day on or after a day */
  workingDayFrom(day: Day): Day {
    let found = day;
    while (!this.works(found)) found += 1;
    return found;
  }

  private kindOf(day: Day): number {
    const index = day - FIRST_DAY;
    // Asked this way round, a day that is not a number is outside too.
    if (!(index >= 0 && index < this.kinds.length)) throw outside(yearOf(day));
    if (this.kinds[index] === UNKNOWN) this.load(yearOf(day));
    return this.kinds[index]!;
  }

  private load(year: number): void {
    const holidays = official(year);
    for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day += 1) {
      const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
      this.kinds[day - FIRST_DAY] = holidays.has(day) || this.declared.has(day) ? 3 : weekend ? 2 : 1;
    }
  }
}
