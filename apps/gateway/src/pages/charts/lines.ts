import { COLOUR, SERIES_COLOURS, TEXT, draw, plain } from './drawing';

interface Line {
  readonly name: string;
  /** One for each point; null where there is no figure: the line has a gap there. */
  readonly values: readonly (number | null)[];
}

export interface Lines {
  readonly points: readonly string[];
  readonly lines: readonly Line[];
  /** The end of the axis; left out, what fits. */
  readonly most?: number;
  readonly write: (value: number) => string;
}

const HEIGHT = 250;
const SYMBOLS = ['circle', 'rect'] as const;
const DASHES = ['solid', 'dashed'] as const;

/** The first tick of the axis: what is near the top is told apart there, what is not has the whole axis. */
function least(lines: readonly Line[], most: number): number {
  const lowest = Math.min(most, ...lines.flatMap(({ values }) => values.filter((value) => value !== null)));
  return lowest >= most * 0.6 ? most * 0.5 : 0;
}

/** Draws lines over the same points, with a mark at each: the first solid with discs, the second dashed with squares. @param width in the picture’s own units */
export function drawLines({ points, lines, most, write }: Lines, width: number): string {
  return draw(width, HEIGHT, {
    grid: { left: 52, right: 14, top: 12, bottom: 26 },
    xAxis: {
      type: 'category',
      data: points.map(plain),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOUR.line } },
      axisLabel: { ...TEXT, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: most === undefined ? 0 : least(lines, most),
      max: most,
      splitNumber: 4,
      splitLine: { lineStyle: { color: COLOUR.line } },
      axisLabel: { ...TEXT, formatter: write },
    },
    series: lines.map(({ values }, index) => ({
      ...{ type: 'line', silent: true, clip: false, data: [...values] },
      ...{ symbol: SYMBOLS[index % 2], symbolSize: 8, showAllSymbol: true },
      lineStyle: { color: SERIES_COLOURS[index % 2], width: 2.5, type: DASHES[index % 2] },
      itemStyle: { color: SERIES_COLOURS[index % 2] },
    })),
  });
}
