import type { ComplaintFigures } from '../figures';
import type { Visit } from '../visit';
import type { Fact } from './parts';
import { type YearFigures, total } from './year-figures';

/** What a year adds up to for the whole city; without the figures of services that do not answer. */
export function yearFacts({ words, format }: Visit, figures: YearFigures): Fact[] {
  const { lost } = figures;
  const knows = (service: YearFigures['lost'][number]): boolean => !lost.includes(service) && !lost.includes('charter');
  const write = (sum: number | null, written: (sum: number) => string): string =>
    sum === null ? words.none : written(sum);
  const count = (sum: number | null): string => write(sum, (one) => words.figures.count(format.number(one)));
  const complaints = (of: (figures: ComplaintFigures) => number): number | null =>
    total(figures, ({ complaintPerformance }) => complaintPerformance, of);
  const paid = (get: 'amount' | 'count'): number | null =>
    total(
      figures,
      ({ compensationPaid }) => compensationPaid,
      (one) => one[get],
    );
  /** In time ÷ (closed + open and late): of all departments, as the graph has it of one. */
  const share = (inTime: number | null, rated: number | null): string =>
    inTime === null || !rated ? words.none : format.percent(inTime / rated);
  return [
    ...(knows('complaints')
      ? [
          { name: words.figures.received, value: count(complaints(({ received }) => received)) },
          {
            name: words.figures.onTimeRate,
            value: share(
              complaints(({ inTime }) => inTime),
              complaints(({ closed, openLate }) => closed + openLate),
            ),
          },
          {
            name: words.figures.charterOnTimeRate,
            value: share(
              complaints(({ charterInTime }) => charterInTime),
              complaints(({ closed, charterOpenLate }) => closed + charterOpenLate),
            ),
          },
          { name: words.figures.openLate, value: count(complaints(({ openLate }) => openLate)) },
        ]
      : []),
    ...(knows('compensation')
      ? [
          {
            name: words.figures.compensation,
            value: write(paid('amount'), format.money),
            note: write(paid('count'), (one) => words.figures.claims(format.number(one))),
          },
        ]
      : []),
  ];
}
