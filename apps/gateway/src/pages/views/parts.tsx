import type { ReactNode } from 'react';
import type { ServiceName } from '@charter/contracts';
import type { Visit } from '../visit';

/** A part of the page under its heading. @param id of the heading, one in the page */
export const Section = ({ id, heading, children }: { id: string; heading: string; children: ReactNode }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
);

/** In place of what a service would have told: that it does not answer, and what to do. */
const AwayNote = ({ visit, service }: { visit: Visit; service: ServiceName }) => (
  <p className="note away">{visit.words.away[service]}</p>
);

/** The services that a page misses something of, each in a sentence. */
export const AwayNotes = ({ visit, services }: { visit: Visit; services: readonly ServiceName[] }) => (
  <>
    {services.map((service) => (
      <AwayNote key={service} visit={visit} service={service} />
    ))}
  </>
);

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** What the value rests on. */
  readonly note?: string;
}

/** Figures with their names. @param kind `cards` for those that matter most */
export const Facts = ({ facts, kind }: { facts: readonly Fact[]; kind: 'cards' | 'list' }) => (
  <dl className={kind}>
    {facts.map(({ name, value, note }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {value}
          {note !== undefined && <span className="small"> {note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** Stands at the right, its digits below each other. */
  readonly isNumber?: boolean;
}

interface TableProps<Row> {
  /** One in the page. */
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first one names its row. */
  readonly columns: readonly Column<Row>[];
}

/** A table; on a narrow page it is moved sideways by itself, also by keyboard. */
export function Table<Row>({ id, caption, rows, keyOf, columns }: TableProps<Row>) {
  const [head, ...others] = columns;
  const styleOf = ({ isNumber }: Column<Row>) => (isNumber ? 'number' : undefined);
  return (
    <div className="sideways" role="group" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={styleOf(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{head!.cell(row)}</th>
              {others.map((column) => (
                <td key={column.name} className={styleOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A text in the language of the visit; in Korean where nobody has translated it. */
export const InLanguage = ({ visit: { language }, ko, en }: { visit: Visit; ko: string; en: string }) =>
  language === 'en' && en ? <>{en}</> : language === 'ko' ? <>{ko}</> : <span lang="ko">{ko}</span>;
