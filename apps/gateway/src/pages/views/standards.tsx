import { type FigureValue, writeFigure } from '../snapshot-figures';
import type { Visit } from '../visit';
import { Table } from './parts';

/** A standard, and how it was kept in a period. */
export interface Standard {
  readonly code: string;
  readonly promise: string;
  readonly measure: string;
  readonly target: { readonly text: string };
  readonly compliance: (FigureValue & { readonly reached: boolean | null }) | null;
}

export const STANDARD = `code promise measure target { text } compliance(period: $period) { unit value state reached }`;

interface Props {
  readonly visit: Visit;
  readonly id: string;
  readonly caption: string;
  readonly standards: readonly Standard[];
}

/** Whether a target is reached, where that can be said. */
export const reachedIn = ({ words }: Visit, reached: boolean | null): string =>
  reached === null ? words.none : reached ? words.snapshot.reached : words.snapshot.missed;

/** What is promised, how that is measured, and how it was kept. */
export const StandardsTable = ({ visit, id, caption, standards }: Props) => {
  const { words } = visit;
  return (
    <Table
      id={`${id}-standards`}
      caption={caption}
      rows={standards}
      keyOf={({ code }) => code}
      columns={[
        { name: words.promise, cell: ({ promise }) => promise },
        { name: words.measure, cell: ({ measure }) => measure },
        { name: words.target, cell: ({ target }) => target.text },
        {
          name: words.snapshot.value,
          cell: ({ compliance }) => (compliance ? writeFigure(visit, compliance) : words.unavailable),
          isNumber: true,
        },
        { name: words.snapshot.isReached, cell: ({ compliance }) => reachedIn(visit, compliance?.reached ?? null) },
      ]}
    />
  );
};
