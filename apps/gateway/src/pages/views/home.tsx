import { type Page, type Visit, hrefOf } from '../visit';
import { AwayNotes, type Fact, Facts, Section } from './parts';
import { type Standard, StandardsTable } from './standards';
import { TrendChart, OnTimeChart } from './year-charts';
import { type YearFigures, readYear, total } from './year-figures';

const COMMON_STANDARDS = `query CharterStandards {
  standards(filter: { common: true }) { code promise measure target { text } }
}`;

/** The first page: what is promised, and how the year is going. */
export async function homePage(visit: Visit): Promise<Page> {
  const { words, thisYear } = visit;
  const [figures, promises] = await Promise.all([
    readYear(visit, thisYear),
    visit.read<{ standards: readonly Standard[] | null }>(COMMON_STANDARDS),
  ]);
  const { standards } = promises.data;
  return {
    title: words.title,
    lead: words.lead,
    isWhole: figures.isWhole && promises.isWhole,
    body: (
      <>
        <Section id="glance" heading={words.scorecardOf(String(thisYear))}>
          <p className="small">{words.soFar}</p>
          <AwayNotes visit={visit} services={figures.lost} />
          <Facts kind="cards" facts={yearFacts(visit, figures)} />
          <TrendChart {...{ visit, figures }} />
          <OnTimeChart {...{ visit, figures }} />
          <p>
            <a className="more" href={hrefOf(visit, { page: 'scorecard', year: thisYear })}>
              {words.seeScorecard}
            </a>
          </p>
        </Section>
        {standards && standards.length > 0 && (
          <Section id="promises" heading={words.commonStandards}>
            <StandardsTable {...{ visit, standards, id: 'common', caption: words.commonStandards }} />
          </Section>
        )}
      </>
    ),
  };
}

/** What a year adds up to. */
export function yearFacts({ words, format }: Visit, figures: YearFigures): Fact[] {
  const write = (sum: number | null, written: (sum: number) => string): string =>
    sum === null ? words.none : written(sum);
  const count = (sum: number | null): string => write(sum, (one) => words.figures.count(format.number(one)));
  const complaints = (get: 'received' | 'answered' | 'openLate') =>
    count(
      total(
        figures,
        ({ complaintPerformance }) => complaintPerformance,
        (one) => one[get],
      ),
    );
  const paid = (get: 'amount' | 'count') =>
    total(
      figures,
      ({ compensationPaid }) => compensationPaid,
      (one) => one[get],
    );
  const knows = (service: YearFigures['lost'][number]): boolean =>
    !figures.lost.includes(service) && !figures.lost.includes('charter');
  return [
    ...(knows('complaints')
      ? (['received', 'answered', 'openLate'] as const).map((get) => ({
          name: words.figures[get],
          value: complaints(get),
        }))
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
