import type { Visit } from './visit';

/** A figure of a published scorecard. */
export interface Figure {
  readonly measure: string;
  readonly unit: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly state: string;
  readonly reached: boolean | null;
  readonly standard: {
    readonly code: string;
    readonly promiseKo: string;
    readonly promiseEn: string;
    readonly target: { readonly text: string };
  } | null;
}

export const FIGURE = `measure unit value n state reached standard { code promiseKo promiseEn target { text } }`;

/** How a figure is written in its unit; where it is not shown, why. */
export function writeFigure({ words, format }: Visit, { unit, value, state }: Figure): string {
  if (state === 'SUPPRESSED') return words.withheld;
  if (state === 'MISSING') return words.unavailable;
  if (value === null) return words.none;
  const { units } = words.snapshot;
  switch (unit) {
    case 'PERCENT':
      return format.percent(value / 100);
    case 'KRW':
      return format.money(value);
    case 'COUNT':
      return words.figures.count(format.number(value));
    default:
      return units[unit]!(format.decimal(value));
  }
}
