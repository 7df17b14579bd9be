import type { Visit } from '../visit';
import { Section, Table } from './parts';

/** How departments compare by one measure. */
export interface Ranking {
  readonly measure: string;
  readonly ranked: readonly {
    readonly rank: number;
    readonly department: { readonly code: string; readonly name: string };
  }[];
  readonly unranked: readonly {
    readonly state: string;
    readonly department: { readonly code: string; readonly name: string };
  }[];
}

export const RANKING = `measure ranked { rank department { code name } } unranked { state department { code name } }`;

/** Ranks, which departments share that are not clearly better than each other; who has none, and why. */
export const Rankings = ({ visit: { words, format }, rankings }: { visit: Visit; rankings: readonly Ranking[] }) => {
  const told = rankings.filter(({ ranked }) => ranked.length > 0);
  if (told.length === 0) return null;
  return (
    <Section id="rankings" heading={words.snapshot.rankings}>
      <p className="small">{words.snapshot.rankingNote}</p>
      {told.map(({ measure, ranked, unranked }) => (
        <div key={measure}>
          <Table
            id={`ranking-${measure}`}
            caption={words.snapshot.measures[measure]!}
            rows={ranked}
            keyOf={({ department }) => department.code}
            columns={[
              { name: words.department, cell: ({ department }) => department.name },
              { name: words.snapshot.rank, cell: ({ rank }) => format.number(rank), isNumber: true },
            ]}
          />
          {unranked.length > 0 && (
            <p className="small">
              {words.snapshot.unranked}:{' '}
              {unranked
                .map(({ department, state }) => `${department.name} (${words.snapshot.states[state] ?? words.none})`)
                .join(', ')}
            </p>
          )}
        </div>
      ))}
    </Section>
  );
};
