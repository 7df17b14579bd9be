import { type ComplaintFigures, type ProposalFigures, figuresOf, taken } from '../figures';
import { type Page, type Visit, hrefOf, periodOf } from '../visit';
import { AwayNotes, Facts, Section, Table } from './parts';
import { CompensationChart, OnTimeChart, SatisfactionChart, TrendChart } from './year-charts';
import { STANDARD, type Standard, StandardsTable } from './standards';
import { yearFacts } from './year-facts';
import { type YearFigures, readYear } from './year-figures';
import { PUBLISHED, type Published, PublishedList } from './published-list';
import { YearLinks } from './year-links';

const SCORECARDS = `query CharterScorecards($year: Int!, $period: PeriodInput!) {
  scorecards(year: $year) { ${PUBLISHED} }
  standards(filter: { common: true }) { ${STANDARD} }
}`;

/** How all departments kept their promises in a year. */
export async function scorecardPage(visit: Visit, year: number): Promise<Page> {
  const { words, thisYear } = visit;
  const [figures, { data, isWhole }] = await Promise.all([
    readYear(visit, year),
    visit.read<{ scorecards: readonly Published[] | null; standards: readonly Standard[] | null }>(SCORECARDS, {
      ...{ year, period: periodOf(year) },
    }),
  ]);
  return {
    title: words.scorecardOf(String(year)),
    lead: words.scorecardLead,
    isWhole: figures.isWhole && isWhole,
    body: (
      <>
        <YearLinks visit={visit} year={year} to={(other) => ({ page: 'scorecard', year: other })} />
        <Section id="glance" heading={words.atAGlance}>
          {year === thisYear && <p className="small">{words.soFar}</p>}
          <AwayNotes visit={visit} services={figures.lost} />
          <Facts kind="cards" facts={yearFacts(visit, figures)} />
        </Section>
        <Section id="months" heading={words.byMonth}>
          <TrendChart {...{ visit, figures }} />
          <p className="small">{words.onTimeNote}</p>
        </Section>
        <Section id="departments" heading={words.byDepartment}>
          <OnTimeChart {...{ visit, figures }} />
          <SatisfactionChart {...{ visit, figures }} />
          <p className="small">{words.satisfactionNote}</p>
          <CompensationChart {...{ visit, figures }} />
          {figures.departments.length > 0 && <DepartmentsTable {...{ visit, figures }} />}
        </Section>
        {data.standards && data.standards.length > 0 && (
          <Section id="standards" heading={words.commonStandards}>
            <StandardsTable
              {...{ visit, standards: data.standards, id: 'common', caption: words.snapshot.standards }}
            />
          </Section>
        )}
        {data.scorecards && <PublishedList {...{ visit, year, scorecards: data.scorecards }} />}
      </>
    ),
  };
}

function DepartmentsTable({ visit, figures: { departments, year } }: { visit: Visit; figures: YearFigures }) {
  const { words } = visit;
  const write = figuresOf(visit);
  const received = write.count<ComplaintFigures>((one) => one.received);
  const onTime = write.rate<ComplaintFigures>((one) => one.onTimeRate);
  const charterOnTime = write.rate<ComplaintFigures>((one) => one.charterOnTimeRate);
  const adopted = write.count<ProposalFigures>(taken);
  return (
    <Table
      id="all"
      caption={words.scorecardOf(String(year))}
      rows={departments}
      keyOf={({ code }) => code}
      columns={[
        {
          name: words.department,
          cell: ({ code, name }) => <a href={hrefOf(visit, { page: 'department', code, year })}>{name}</a>,
        },
        { name: words.figures.received, cell: (row) => received(row.complaintPerformance), isNumber: true },
        { name: words.figures.onTimeRate, cell: (row) => onTime(row.complaintPerformance), isNumber: true },
        {
          name: words.figures.charterOnTimeRate,
          cell: (row) => charterOnTime(row.complaintPerformance),
          isNumber: true,
        },
        { name: words.figures.satisfaction, cell: (row) => write.score(row.satisfaction), isNumber: true },
        { name: words.figures.compensation, cell: (row) => write.money(row.compensationPaid), isNumber: true },
        { name: words.figures.adopted, cell: (row) => adopted(row.proposalPerformance), isNumber: true },
      ]}
    />
  );
}
