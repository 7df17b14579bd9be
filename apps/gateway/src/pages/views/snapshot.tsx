import { type Figure, FIGURE, writeFigure } from '../snapshot-figures';
import { Absent, Away, type Page, type Visit, hrefOf } from '../visit';
import { BarChart } from './chart';
import { Facts, InLanguage, Section, Table } from './parts';
import { reachedIn } from './standards';
import { type Ranking, Rankings, RANKING } from './rankings';

interface Department {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}
interface Snapshot {
  readonly year: number;
  readonly part: string;
  readonly edition: number;
  readonly complete: boolean;
  readonly publishedAt: string | null;
  readonly takenAt: string | null;
  readonly reason: string | null;
  readonly contentHash: string | null;
  readonly replacedBy: { readonly id: string } | null;
  readonly city: readonly Figure[];
  readonly departments: readonly Department[];
  readonly rankings: readonly Ranking[];
}

const SNAPSHOT = `query CharterSnapshot($id: ID!) {
  scorecard(id: $id) {
    year part edition complete publishedAt takenAt reason contentHash replacedBy { id }
    city { ${FIGURE} }
    departments { code name figures { ${FIGURE} } }
    rankings { ${RANKING} }
  }
}`;

/** The measures that are drawn, with the end of their axis. */
const DRAWN = [
  { measure: 'COMPLAINTS_ON_TIME', most: 100 },
  { measure: 'SATISFACTION', most: 100 },
  { measure: 'COMPENSATION_AMOUNT', most: undefined },
] as const;

/** A scorecard as it was published: it never changes. */
export async function snapshotPage(visit: Visit, year: number, id: string): Promise<Page> {
  const { words, format } = visit;
  const { data, lost, isWhole } = await visit.read<{ scorecard: Snapshot | null }>(SNAPSHOT, { id });
  const { scorecard } = data;
  if (!scorecard) throw lost('charter') ? new Away() : new Absent();
  if (scorecard.year !== year) throw new Absent();
  const { part, edition, complete, publishedAt, takenAt, reason, contentHash, replacedBy, city, departments } =
    scorecard;
  const measures = city.filter(({ measure }) => measure !== 'STANDARD');
  return {
    title: words.snapshot.title(String(year), words.snapshot.parts[part]!, String(edition)),
    lead: words.snapshot.lead,
    isWhole,
    body: (
      <>
        {replacedBy && (
          <p className="note">
            {words.snapshot.replaced}{' '}
            <a href={hrefOf(visit, { page: 'snapshot', year, id: replacedBy.id })}>{words.snapshot.seeNewer}</a>
          </p>
        )}
        {!complete && <p className="note">{words.snapshot.soFar}</p>}
        <Facts
          kind="list"
          facts={[
            ...(publishedAt ? [{ name: words.publishedOn, value: format.day(publishedAt) }] : []),
            ...(takenAt ? [{ name: words.snapshot.takenAt, value: format.moment(new Date(takenAt)) }] : []),
            ...(reason ? [{ name: words.reason, value: <span lang="ko">{reason}</span> }] : []),
            { name: words.snapshot.openData, value: <OpenData visit={visit} id={id} /> },
            ...(contentHash ? [{ name: 'SHA-256', value: <code>{contentHash}</code> }] : []),
          ]}
        />
        <Section id="city" heading={words.snapshot.city}>
          <Facts
            kind="cards"
            facts={measures.map((figure) => ({
              name: words.snapshot.measures[figure.measure]!,
              value: writeFigure(visit, figure),
            }))}
          />
        </Section>
        <Section id="departments" heading={words.byDepartment}>
          {DRAWN.map((one) => (
            <MeasureChart key={one.measure} {...{ visit, departments, ...one }} />
          ))}
        </Section>
        <Rankings {...{ visit, rankings: scorecard.rankings }} />
        <Standards {...{ visit, city, departments }} />
      </>
    ),
  };
}

/** The same as files, for whoever counts with it. */
const OpenData = ({ visit, id }: { visit: Visit; id: string }) => (
  <>
    <a href={`/open-data/scorecards/${id}?format=csv`}>CSV</a>,{' '}
    <a href={`/open-data/scorecards/${id}?format=json`}>JSON</a>,{' '}
    <a href={hrefOf(visit, { page: 'dictionary' })}>{visit.words.dictionary.title}</a>
  </>
);

interface MeasureProps {
  readonly visit: Visit;
  readonly departments: readonly Department[];
  readonly measure: string;
  readonly most?: number;
}

const MeasureChart = ({ visit, departments, measure, most }: MeasureProps) => {
  const { words } = visit;
  const name = words.snapshot.measures[measure]!;
  const bars = departments.flatMap((department) => {
    const figure = department.figures.find((one) => one.measure === measure);
    // Nothing to rate, or nothing paid: no bar says that better than none.
    if (!figure || figure.state === 'NONE' || (figure.unit === 'KRW' && figure.value === 0)) return [];
    return [{ label: department.name, value: figure.value, text: writeFigure(visit, figure) }];
  });
  return <BarChart {...{ visit, id: `chart-${measure}`, title: name, heads: [words.department, name], bars, most }} />;
};

/** How each standard was kept: the whole city's, then the departments' own. */
function Standards({
  visit,
  city,
  departments,
}: Pick<MeasureProps, 'visit' | 'departments'> & { city: readonly Figure[] }) {
  const { words } = visit;
  const all = [{ name: words.snapshot.city, figures: city }, ...departments].flatMap(({ name, figures }) =>
    figures.flatMap((figure) => (figure.standard ? [{ name, figure, standard: figure.standard }] : [])),
  );
  const rows = all.filter(({ figure }) => figure.state !== 'NONE');
  if (all.length === 0) return null;
  return (
    <Section id="standards" heading={words.snapshot.standards}>
      {rows.length < all.length && (
        <p className="small">{words.snapshot.leftOut(visit.format.number(all.length - rows.length))}</p>
      )}
      <Table
        id="standards-table"
        caption={words.snapshot.standards}
        rows={rows}
        keyOf={({ name, standard }) => `${name} ${standard.code}`}
        columns={[
          {
            name: words.promise,
            cell: ({ standard }) => <InLanguage visit={visit} ko={standard.promiseKo} en={standard.promiseEn} />,
          },
          { name: words.department, cell: ({ name }) => name },
          { name: words.target, cell: ({ standard }) => standard.target.text },
          { name: words.snapshot.value, cell: ({ figure }) => writeFigure(visit, figure), isNumber: true },
          { name: words.snapshot.isReached, cell: ({ figure }) => reachedIn(visit, figure.reached) },
        ]}
      />
    </Section>
  );
}
