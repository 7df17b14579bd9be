/** How a period is counted: charter platform section 2; 민원 처리에 관한 법률 제19조. */
export type PeriodUnit = 'IMMEDIATE' | 'HOURS' | 'DAYS' | 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS';

/** A period within which something is done (처리기간). */
export interface ProcessingPeriod {
  readonly unit: PeriodUnit;
  /** How many; null for IMMEDIATE. */
  readonly length: number | null;
  /** False for periods under the Civil Code alone: they start on the calendar day after receipt (민법 제157조). Default true. */
  readonly firstDayCounts?: boolean;
}

/** A time that does not count. `to` is null while it is open. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

export interface DeadlineInput {
  readonly receivedAt: Date;
  readonly period: ProcessingPeriod;
  readonly pauses?: readonly Pause[];
  /** By how much the period was lengthened, in its own unit (IMMEDIATE: working hours). Default 0. */
  readonly extension?: number;
}

/** A period, pause or extension that cannot be counted. */
export class PeriodError extends RangeError {
  override readonly name = 'PeriodError';
  readonly code = 'INVALID_VALUE';

  /** @param path where the fault is, such as `period.length` */
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** The longest that each unit may be, extension included: some ten years. */
const LONGEST: Record<PeriodUnit, number> = {
  IMMEDIATE: 2_000,
  HOURS: 20_000,
  DAYS: 2_500,
  CALENDAR_DAYS: 3_660,
  WEEKS: 520,
  MONTHS: 120,
  YEARS: 10,
};

const IMMEDIATE_HOURS = 3;
const HOURS_PER_DAY = 8;
/** Up to this many days are counted in working hours (민원 처리에 관한 법률 제19조제1항). */
const DAYS_IN_HOURS = 5;

/** How a period is counted, settled by its unit and its own length: an extension never changes the way of counting. */
export type Count =
  | { readonly by: 'HOURS'; readonly own: number; readonly total: number }
  | { readonly by: 'WORKING_DAYS'; readonly own: number; readonly total: number }
  | {
      readonly by: 'CALENDAR';
      readonly unit: 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS';
      readonly own: number;
      readonly total: number;
      readonly firstDayCounts: boolean;
    };

/** @throws {PeriodError} naming what is wrong and what is allowed */
export function countOf({ period, extension = 0, receivedAt }: DeadlineInput): Count {
  const { unit, length, firstDayCounts = true } = period;
  if (Number.isNaN(receivedAt.getTime())) throw new PeriodError('receivedAt', 'The moment of receipt is not a date.');
  if (!Object.hasOwn(LONGEST, unit)) throw new PeriodError('period.unit', `${String(unit)} is not a unit.`);
  if (unit === 'IMMEDIATE') {
    if (length !== null && length !== undefined)
      throw new PeriodError('period.length', 'IMMEDIATE has no length: it is 3 working hours.');
  } else if (!Number.isInteger(length) || length! < 1) {
    throw new PeriodError('period.length', `A length of ${unit} is a whole number from 1.`);
  }
  if (!Number.isInteger(extension) || extension < 0)
    throw new PeriodError('extension', 'An extension is a whole number from 0, in the unit of the period.');
  const own = unit === 'IMMEDIATE' ? IMMEDIATE_HOURS : length!;
  const total = own + extension;
  if (total > LONGEST[unit])
    throw new PeriodError(
      own > LONGEST[unit] ? 'period.length' : 'extension',
      `A period of ${unit} is at most ${LONGEST[unit]} long, with its extension.`,
    );
  switch (unit) {
    case 'IMMEDIATE':
    case 'HOURS':
    case 'DAYS':
      if (!firstDayCounts)
        throw new PeriodError(
          'period.firstDayCounts',
          `firstDayCounts: false goes with calendar units alone, not with ${unit}.`,
        );
      if (unit !== 'DAYS') return { by: 'HOURS', own, total };
      if (own <= DAYS_IN_HOURS) return { by: 'HOURS', own: own * HOURS_PER_DAY, total: total * HOURS_PER_DAY };
      return { by: 'WORKING_DAYS', own, total };
    default:
      return { by: 'CALENDAR', unit, own, total, firstDayCounts };
  }
}
