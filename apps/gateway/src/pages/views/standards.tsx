import type { Visit } from '../visit';
import { Table } from './parts';

export interface Standard {
  readonly code: string;
  readonly promise: string;
  readonly measure: string;
  readonly target: { readonly text: string };
}

interface Props {
  readonly visit: Visit;
  readonly id: string;
  readonly caption: string;
  readonly standards: readonly Standard[];
}

/** What is promised, how that is measured, and when it counts as kept. */
export const StandardsTable = ({ visit: { words }, id, caption, standards }: Props) => (
  <Table
    id={`${id}-standards`}
    caption={caption}
    rows={standards}
    keyOf={({ code }) => code}
    columns={[
      { name: words.promise, cell: ({ promise }) => promise },
      { name: words.measure, cell: ({ measure }) => measure },
      { name: words.target, cell: ({ target }) => target.text },
    ]}
  />
);
