import type { ServiceName } from '@charter/contracts';
import { COMPLAINT_FIGURES, type DepartmentFigures, FIGURES } from '../figures';
import { Absent, Away, type Page, type Visit, hrefOf, periodOf } from '../visit';
import { type DepartmentExtras, departmentFacts } from './department-facts';
import { Duties, Phone } from './departments';
import { ACTION, type Action, ActionList } from './improvement';
import { AwayNotes, type Fact, Facts, Section } from './parts';
import { STANDARD, type Standard, StandardsTable } from './standards';
import { TrendChart } from './year-charts';
import type { MonthRow } from './year-figures';
import { YearLinks } from './year-links';

interface Named {
  readonly code: string;
  readonly name: string;
}
interface Department extends DepartmentFigures, DepartmentExtras, Named {
  readonly phone: string | null;
  readonly dutiesKo: string | null;
  readonly dutiesEn: string | null;
  readonly closedOn: string | null;
  readonly parent: Named | null;
  readonly children: readonly Named[];
  readonly successor: Named | null;
  readonly improvementActions: { readonly edges: readonly { readonly node: Action }[] } | null;
}
interface Answer {
  readonly department: Department | null;
  readonly standards: readonly Standard[] | null;
  readonly complaintStatistics: readonly MonthRow[] | null;
}

const DEPARTMENT = `query CharterDepartment($code: String!, $period: PeriodInput!) {
  department(code: $code) {
    code name phone dutiesKo dutiesEn closedOn parent { code name } children { code name } successor { code name }
    ${FIGURES}
    objectionPerformance(period: $period) { filed upheld }
    dunningLetters(period: $period)
    monitoringPerformance(period: $period) { complianceRate }
    improvementActions(first: 10, filter: { published: true }) { edges { node { ${ACTION} } } }
  }
  standards(filter: { departmentCode: $code }) { ${STANDARD} }
  complaintStatistics(groupBy: MONTH, period: $period, filter: { departmentCode: $code }) {
    key performance { ${COMPLAINT_FIGURES} }
  }
}`;

const OWNERS: readonly ServiceName[] = ['complaints', 'surveys', 'compensation', 'participation'];

/** One department: what it does and promises, and how it kept that in a year. */
export async function departmentPage(visit: Visit, code: string, year: number): Promise<Page> {
  const { words, format } = visit;
  const { data, lost, isWhole } = await visit.read<Answer>(DEPARTMENT, { code, period: periodOf(year) });
  const { department, standards, complaintStatistics } = data;
  if (!department) throw lost('charter') ? new Away() : new Absent();
  const away = OWNERS.filter(lost);
  const actions = department.improvementActions?.edges.map(({ node }) => node) ?? [];
  const trend = { year, months: complaintStatistics ?? [], departments: [], lost: away, isWhole };
  return {
    title: department.name,
    lead: words.departmentYear(department.name, String(year)),
    isWhole,
    body: (
      <>
        {department.closedOn && <p className="note">{words.closed(format.day(department.closedOn))}</p>}
        <Facts kind="list" facts={placeFacts(visit, department, year)} />
        <YearLinks visit={visit} year={year} to={(other) => ({ page: 'department', code, year: other })} />
        <Section id="figures" heading={words.scorecardOf(String(year))}>
          {year === visit.thisYear && <p className="small">{words.soFar}</p>}
          <AwayNotes visit={visit} services={away} />
          <Facts kind="cards" facts={departmentFacts(visit, department, lost)} />
          <TrendChart visit={visit} figures={trend} />
          <p className="small">
            {words.onTimeNote} {words.satisfactionNote}
          </p>
        </Section>
        <Section id="standards" heading={words.ownStandards}>
          {standards && standards.length > 0 ? (
            <StandardsTable {...{ visit, standards, id: 'own', caption: words.ownStandards }} />
          ) : (
            <p>{words.noOwnStandards}</p>
          )}
        </Section>
        {actions.length > 0 && (
          <Section id="improvements" heading={words.improvements}>
            <ActionList {...{ visit, actions, level: 3 }} />
          </Section>
        )}
      </>
    ),
  };
}

/** Where it belongs and how it is reached. */
function placeFacts(visit: Visit, department: Department, year: number): Fact[] {
  const { words } = visit;
  const link = ({ code, name }: Named) => <a href={hrefOf(visit, { page: 'department', code, year })}>{name}</a>;
  const { phone, dutiesKo, parent, children, successor } = department;
  return [
    ...(dutiesKo ? [{ name: words.duties, value: <Duties visit={visit} of={department} /> }] : []),
    ...(phone ? [{ name: words.phone, value: <Phone number={phone} /> }] : []),
    ...(parent ? [{ name: words.above, value: link(parent) }] : []),
    ...(children.length > 0
      ? [
          {
            name: words.below,
            value: children.map((one) => (
              <span className="item" key={one.code}>
                {link(one)}
              </span>
            )),
          },
        ]
      : []),
    ...(successor ? [{ name: words.successor, value: link(successor) }] : []),
  ];
}
