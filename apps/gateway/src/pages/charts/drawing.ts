import { type EChartsCoreOption, init } from 'echarts';

/** The colours are the page’s own, which follow the reader’s choice of light or dark, and print. */
export const COLOUR = { ink: 'var(--ink)', faint: 'var(--faint)', line: 'var(--line)' } as const;
/** The lines or bars of a chart, told apart by more than colour. */
export const SERIES_COLOURS = ['var(--series-1)', 'var(--series-2)'] as const;

export const TEXT = { color: COLOUR.ink, fontSize: 13, fontFamily: 'inherit' } as const;

/** Without what no document may contain. */
export const plain = (text: string): string => text.replace(/\p{C}/gu, ' ');

/**
 * What the library writes for pages that it runs on. The page allows no style but its own sheet: sizes of letters stand there,
 * and the same data always give the same text.
 */
const withoutScripting = (svg: string): string =>
  svg
    .replace(/<(style|defs)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(
      / (?:class|style|clip-path|ecmeta_\w+|pointer-events|baseProfile|version|xml:space|xmlns(?::xlink)?)="[^"]*"/g,
      '',
    )
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true" focusable="false"')
    .replaceAll('\n', '');

/** Draws with Apache ECharts, which needs no browser for it. The picture loads and runs nothing. */
export function draw(width: number, height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: TEXT, ...option });
    return withoutScripting(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
