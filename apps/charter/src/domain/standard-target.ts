import { type Message, type Refusal, refusal } from '@charter/contracts';

/** What a target counts. DAYS are working days, as in every period of the charter; POINTS are of a hundred. */
export const TARGET_UNITS = ['PERCENT', 'POINTS', 'MINUTES', 'HOURS', 'DAYS', 'TIMES', 'KRW'] as const;
export type TargetUnit = (typeof TARGET_UNITS)[number];

export const TARGET_DIRECTIONS = ['AT_LEAST', 'AT_MOST'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];

/** When a standard counts as kept: 95 % at least, 5 minutes at most, 80 points at least. */
export interface StandardTarget {
  readonly direction: TargetDirection;
  readonly value: number;
  readonly unit: TargetUnit;
}

const HIGHEST = 1_000_000_000;
const OF_A_HUNDRED: readonly TargetUnit[] = ['PERCENT', 'POINTS'];

/** Two decimals are kept: more would not survive the database. */
const hasTwoDecimals = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** Whether a measured value keeps the promise; the target itself does. */
export const isReached = ({ direction, value }: StandardTarget, measured: number): boolean =>
  direction === 'AT_LEAST' ? measured >= value : measured <= value;

export function* targetFaults({ value, unit }: StandardTarget): Generator<Refusal> {
  const most = OF_A_HUNDRED.includes(unit) ? 100 : HIGHEST;
  if (!Number.isFinite(value) || value < 0 || value > most || !hasTwoDecimals(value)) {
    yield refusal(
      'INVALID_VALUE',
      `목표값은 0 이상 ${most.toLocaleString('en')} 이하이며 소수 둘째 자리까지 입력할 수 있습니다.`,
      `A target is from 0 to ${most.toLocaleString('en')}, with two decimals at most.`,
      ...['target', 'value'],
    );
  }
}

const UNITS: Record<TargetUnit, Message> = {
  PERCENT: { ko: '%', en: ' %' },
  POINTS: { ko: '점', en: ' points' },
  MINUTES: { ko: '분', en: ' minutes' },
  HOURS: { ko: '시간', en: ' hours' },
  DAYS: { ko: '근무일', en: ' working days' },
  TIMES: { ko: '회', en: ' times' },
  KRW: { ko: '원', en: ' KRW' },
};

/** The target as people read it: “95% 이상”, “at least 95 %”. */
export function targetText({ direction, value, unit }: StandardTarget): Message {
  const figure = value.toLocaleString('en', { maximumFractionDigits: 2 });
  const least = direction === 'AT_LEAST';
  return {
    ko: `${figure}${UNITS[unit].ko} ${least ? '이상' : '이하'}`,
    en: `at ${least ? 'least' : 'most'} ${figure}${UNITS[unit].en}`,
  };
}
