import type { Visit } from './visit';

/** A figure with its unit, or why it is not shown. */
export interface FigureValue {
  readonly unit: string;
  readonly value: number | null;
  readonly state: string;
}

/** A figure of a published scorecard. */
export interface Figure extends FigureValue {
  readonly measure: string;
  readonly reached: boolean | null;
  readonly standard: {
    readonly code: string;
    readonly promiseKo: string;
    readonly promiseEn: string;
    readonly target: { readonly text: string };
  } | null;
}

export const FIGURE = `measure unit value state reached standard { code promiseKo promiseEn target { text } }`;

/** How a figure is written in its unit; where it is not shown, why. */
export function writeFigure({ words, format }: Visit, { unit, value, state }: FigureValue): string {
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
