import { COLOUR, SERIES_COLOURS, TEXT, draw, plain } from './drawing';

/** A bar: what it stands for, how long it is, and what is written at its end. */
export interface Bar {
  readonly label: string;
  /** Null where there is no figure, or none is shown: then `text` says so, and there is no bar. */
  readonly value: number | null;
  readonly text: string;
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** The end of the axis; left out, what fits the longest bar. */
  readonly most?: number;
}

const THICK = 16;
/** About as wide as a letter is: a Korean one, and any other. */
const LETTER = [13, 7.5] as const;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + LETTER[/\p{Script=Hangul}/u.test(letter) ? 0 : 1], 0);

/** Each name above its bar: so that long names fit a phone as well as a wide page. @param width in the picture’s own units */
export function drawBars({ bars, most }: Bars, width: number): string {
  const row = 50;
  const room = Math.min(width * 0.6, 16 + Math.max(...bars.map(({ text }) => widthOf(text))));
  return draw(width, bars.length * row + 4, {
    grid: { left: 1, right: room, top: 2, bottom: 2 },
    xAxis: { type: 'value', min: 0, max: most ?? Math.max(1, ...bars.map(({ value }) => value ?? 0)), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => plain(label)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOUR.line } },
      axisLabel: {
        ...TEXT,
        ...{ inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 11, 2], interval: 0 },
        ...{ width: width - 4, overflow: 'truncate' },
      },
      z: 10,
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: THICK,
        barCategoryGap: 0,
        itemStyle: { color: SERIES_COLOURS[0] },
        label: {
          ...TEXT,
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => plain(bars[dataIndex]!.text),
        },
        data: bars.map(({ value }) =>
          value === null ? { value: 0, label: { color: COLOUR.faint } } : { value, label: { color: COLOUR.ink } },
        ),
      },
    ],
  });
}
