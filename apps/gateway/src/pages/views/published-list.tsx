import { type Visit, hrefOf } from '../visit';
import { Section, Table } from './parts';

/** A scorecard that was published, without its figures. */
export interface Published {
  readonly id: string;
  readonly part: string;
  readonly edition: number;
  readonly complete: boolean;
  readonly publishedAt: string | null;
  readonly replacedBy: { readonly id: string } | null;
}

export const PUBLISHED = `id part edition complete publishedAt replacedBy { id }`;

interface Props {
  readonly visit: Visit;
  readonly year: number;
  readonly scorecards: readonly Published[];
}

/** The scorecards of a year that were published, without those that another one replaced: these lead on from there. */
export function PublishedList({ visit, year, scorecards }: Props) {
  const { words, format } = visit;
  const valid = scorecards.filter(({ replacedBy }) => replacedBy === null);
  return (
    <Section id="published" heading={words.published}>
      {valid.length === 0 ? (
        <p className="note">{words.noPublished}</p>
      ) : (
        <Table
          id="published-table"
          caption={words.published}
          rows={valid}
          keyOf={({ id }) => id}
          columns={[
            {
              name: words.scorecard,
              cell: ({ id, part, edition }) => (
                <a href={hrefOf(visit, { page: 'snapshot', year, id })}>
                  {words.snapshot.name(words.snapshot.parts[part]!, String(edition))}
                </a>
              ),
            },
            {
              name: words.fields.status,
              cell: ({ complete }) => (complete ? words.snapshot.final : words.snapshot.provisional),
            },
            {
              name: words.publishedOn,
              cell: ({ publishedAt }) => (publishedAt ? format.day(publishedAt) : words.none),
            },
          ]}
        />
      )}
    </Section>
  );
}
