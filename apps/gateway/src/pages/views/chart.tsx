import type { ReactNode } from 'react';
import { type Bar, drawBars } from '../charts/bars';
import { kept } from '../charts/kept';
import { type Lines, drawLines } from '../charts/lines';
import type { Visit } from '../visit';
import { Table } from './parts';

/** The picture is drawn for a wide page and for a phone, so that its letters have one size on both. */
const [WIDE, NARROW] = [720, 320];

interface FrameProps {
  readonly visit: Visit;
  readonly id: string;
  readonly title: string;
  readonly draw: (width: number) => string;
  /** The same as a table. */
  readonly table: ReactNode;
  readonly legend?: ReactNode;
}

/** Whoever does not see the picture hears its title and has the table; so does whoever wants the figures. */
const Frame = ({ visit, id, title, draw, table, legend }: FrameProps) => (
  <figure aria-labelledby={id}>
    <figcaption id={id}>{title}</figcaption>
    {legend}
    <div className="picture wide" dangerouslySetInnerHTML={{ __html: draw(WIDE) }} />
    <div className="picture narrow" dangerouslySetInnerHTML={{ __html: draw(NARROW) }} />
    <details>
      <summary>
        {visit.words.charts.asTable}
        <span className="unseen">: {title}</span>
      </summary>
      {table}
    </details>
  </figure>
);

interface BarChartProps {
  readonly visit: Visit;
  /** One in the page. */
  readonly id: string;
  readonly title: string;
  /** What the bars stand for, and what is written at them: the heads of the table. */
  readonly heads: readonly [string, string];
  readonly bars: readonly Bar[];
  readonly most?: number;
}

export const BarChart = ({ visit, id, title, heads: [label, text], bars, most }: BarChartProps) =>
  bars.some(({ value }) => value !== null) ? (
    <Frame
      {...{ visit, id, title }}
      draw={(width) => kept(['bars', width, bars, most], () => drawBars({ bars, most }, width))}
      table={
        <Table
          id={`${id}-table`}
          caption={title}
          rows={bars}
          keyOf={(bar) => bar.label}
          columns={[
            { name: label, cell: (bar) => bar.label },
            { name: text, cell: (bar) => bar.text, isNumber: true },
          ]}
        />
      }
    />
  ) : (
    <EmptyChart {...{ visit, id, title }} />
  );

interface LineChartProps extends Lines {
  readonly visit: Visit;
  readonly id: string;
  readonly title: string;
  /** What the points are. */
  readonly head: string;
  /** What is written where a line has no figure. */
  readonly gap: string;
}

export const LineChart = ({ visit, id, title, head, gap, ...lines }: LineChartProps) =>
  lines.lines.some(({ values }) => values.some((value) => value !== null)) ? (
    <Frame
      {...{ visit, id, title }}
      draw={(width) =>
        kept(['lines', visit.language, width, lines.points, lines.lines, lines.most], () => drawLines(lines, width))
      }
      legend={
        lines.lines.length > 1 && (
          <ul className="legend">
            {lines.lines.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )
      }
      table={
        <Table
          id={`${id}-table`}
          caption={title}
          rows={lines.points.map((point, index) => ({ point, index }))}
          keyOf={({ point }) => point}
          columns={[
            { name: head, cell: ({ point }) => point },
            ...lines.lines.map(({ name, values }) => ({
              name,
              cell: ({ index }: { index: number }) => {
                const value = values[index] ?? null;
                return value === null ? gap : lines.write(value);
              },
              isNumber: true,
            })),
          ]}
        />
      }
    />
  ) : (
    <EmptyChart {...{ visit, id, title }} />
  );

const EmptyChart = ({ visit, id, title }: Pick<FrameProps, 'visit' | 'id' | 'title'>) => (
  <figure aria-labelledby={id}>
    <figcaption id={id}>{title}</figcaption>
    <p className="note">{visit.words.charts.noFigures}</p>
  </figure>
);
