import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** What administrators may change while the platform runs. A whole number within bounds. */
export interface SettingRule {
  readonly standard: number;
  readonly least: number;
  readonly most: number;
  readonly unit: SettingUnit;
}

export const SETTING_UNITS = ['SECONDS', 'EVENTS'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

/** The settings, with what holds until somebody sets them. */
export const SETTINGS = {
  /** From which age of its oldest unconfirmed event a queue is shown as late. */
  QUEUE_LATE_AFTER: { standard: 60, least: 5, most: 86_400, unit: 'SECONDS' },
  /** From how many unconfirmed events a queue is shown as crowded. */
  QUEUE_CROWDED_FROM: { standard: 1_000, least: 1, most: 1_000_000, unit: 'EVENTS' },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** The value of every setting. */
export type Settings = Readonly<Record<SettingKey, number>>;

const LONGEST_REASON = 500;

function* valueFaults(key: SettingKey, value: number): Generator<Refusal> {
  const { least, most } = SETTINGS[key];
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield refusal(
    'INVALID_VALUE',
    `값은 ${least.toLocaleString('en')}에서 ${most.toLocaleString('en')} 사이의 정수여야 합니다.`,
    `The value is a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
    'value',
  );
}

/** Decides whether a setting can be changed so, and for that reason. @returns the value */
export function decideSetting(key: SettingKey, value: number, reason: string): Outcome<number> {
  const faults = [...valueFaults(key, value), ...textFaults(reason, LONGEST_REASON, 'reason')];
  return faults.length > 0 ? refused(...faults) : accepted(value);
}
