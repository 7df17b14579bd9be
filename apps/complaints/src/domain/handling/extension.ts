import type { PeriodUnit, ProcessingPeriod } from '@charter/calendar';

/** 즉시 is three working hours (민원 처리에 관한 법률 시행령 제19조). */
const IMMEDIATE_HOURS = 3;

/** The longest by which a period may be extended at once: its own length, in its own unit (시행령 제21조). */
export const longestExtension = ({ length }: ProcessingPeriod): number => length ?? IMMEDIATE_HOURS;

/** Working hours of one unit: what a longer unit is worth where the charter promises in a shorter one. */
const WORKING_HOURS: Readonly<Record<PeriodUnit, number>> = {
  IMMEDIATE: 1,
  HOURS: 1,
  DAYS: 8,
  CALENDAR_DAYS: 40 / 7,
  WEEKS: 40,
  MONTHS: 160,
  YEARS: 1_920,
};

/**
 * By how much the charter's shorter period is extended when the law's is: by the same where both are counted alike, otherwise
 * by as many whole units as it is worth, so that the charter's date never passes the law's by an extension.
 * @returns in the charter's own unit; 0 when it is worth less than one
 */
export const charterExtension = (by: number, law: ProcessingPeriod, charter: ProcessingPeriod): number =>
  law.unit === charter.unit ? by : Math.floor((by * WORKING_HOURS[law.unit]) / WORKING_HOURS[charter.unit]);
