import { Away, type Page, type Visit, hrefOf } from '../visit';
import { Table } from './parts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly dutiesKo: string | null;
  readonly dutiesEn: string | null;
  readonly phone: string | null;
  readonly closedOn: string | null;
}

const DEPARTMENTS = `query CharterDepartments { departments { code name dutiesKo dutiesEn phone closedOn } }`;

/** What a department does, in the language of the visit; in Korean where nobody has translated it. */
export function Duties({ visit: { language }, of }: { visit: Visit; of: Pick<Row, 'dutiesKo' | 'dutiesEn'> }) {
  const text = language === 'en' ? of.dutiesEn : of.dutiesKo;
  if (text) return <>{text}</>;
  return of.dutiesKo ? <span lang="ko">{of.dutiesKo}</span> : null;
}

/** All departments, with what they do. */
export async function departmentsPage(visit: Visit): Promise<Page> {
  const { words, thisYear, format } = visit;
  const { data, isWhole } = await visit.read<{ departments: readonly Row[] | null }>(DEPARTMENTS);
  if (!data.departments) throw new Away();
  return {
    title: words.departments,
    lead: words.departmentsLead,
    isWhole,
    body: (
      <Table
        id="departments"
        caption={words.departments}
        rows={data.departments}
        keyOf={({ code }) => code}
        columns={[
          {
            name: words.department,
            cell: ({ code, name }) => <a href={hrefOf(visit, { page: 'department', code, year: thisYear })}>{name}</a>,
          },
          {
            name: words.duties,
            cell: (row) => (row.closedOn ? words.closed(format.day(row.closedOn)) : <Duties visit={visit} of={row} />),
          },
          { name: words.phone, cell: ({ phone }) => <Phone number={phone} /> },
        ]}
      />
    ),
  };
}

/** A number that a phone can call. */
export const Phone = ({ number }: { number: string | null }) =>
  number === null ? null : <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
