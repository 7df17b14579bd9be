import { type EChartsCoreOption, init } from 'echarts';

/** A bar: what it stands for, how long it is, and what is written beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** What a chart shows, and what is told of it where it is not seen. */
export interface ChartData {
  readonly title: string;
  /** In one sentence, what is measured of whom. */
  readonly description: string;
  readonly bars: readonly Bar[];
  /** The end of the axis; left out, what fits the longest bar. */
  readonly most?: number;
}

/** A chart with its text alternative. */
export interface Chart {
  /** A picture that stands alone: it loads nothing, runs nothing and names itself to screen readers. */
  readonly svg: string;
  /** The same in words: what is measured, then every bar. */
  readonly description: string;
  /** The same as a table: what each bar stands for, and what is written beside it. */
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

const WIDTH = 800;
const [ROW, AROUND] = [36, 24];
/** Names of fonts alone: whoever has none of them sees their own. */
const FONTS = "'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";
/** Dark on light beyond 4.5 : 1 (KWCAG 2.2, 5.4.3). */
const [INK, BAR, LINE] = ['#1f2933', '#1d5fa8', '#c3cbd4'];

/** Without what no document may contain. */
const plain = (text: string): string => text.replace(/[^\P{C}\n]/gu, '');

const escaped = (text: string): string => plain(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const optionOf = ({ bars, most }: ChartData): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: FONTS, color: INK, fontSize: 13 },
  grid: { left: 240, right: 210, top: AROUND / 2, bottom: AROUND / 2 },
  xAxis: { type: 'value', min: 0, max: most, show: false },
  yAxis: {
    type: 'category',
    inverse: true,
    data: bars.map(({ label }) => plain(label).replaceAll('\n', ' ')),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: { color: INK, fontSize: 13, width: 220, overflow: 'truncate', interval: 0 },
  },
  series: [
    {
      type: 'bar',
      silent: true,
      barMaxWidth: ROW * 0.6,
      itemStyle: { color: BAR },
      label: {
        show: true,
        position: 'right',
        color: INK,
        formatter: ({ dataIndex }: { dataIndex: number }) => plain(bars[dataIndex]!.text),
      },
      data: bars.map(({ value }) => value),
    },
  ],
});

/** What the library writes for pages that it runs on: rules for the mouse and marks for its own script. */
const withoutScripting = (svg: string): string =>
  svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', '');

/** Draws bars. The same data always give the same picture. */
export function barChart(data: ChartData): Chart {
  const height = data.bars.length * ROW + AROUND;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(optionOf(data));
    const drawn = withoutScripting(chart.renderToSVGString());
    const description = [data.description, ...data.bars.map(({ label, text }) => `${label}: ${text}`)].join('\n');
    const names = `<title>${escaped(data.title)}</title><desc>${escaped(description)}</desc>`;
    const svg = drawn.replace(
      /^<svg[^>]*>/,
      (opening) => `${opening.slice(0, -1)} role="img" aria-label="${escaped(data.title)}">${names}`,
    );
    return { svg, description, rows: data.bars.map(({ label, text }) => ({ label, text })) };
  } finally {
    chart.dispose();
  }
}
