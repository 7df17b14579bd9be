import { type Bars, drawBars } from './bars';
import { drawLines } from './lines';

const HOSTILE = '<b></text><script>alert(1)</script> & "\' \u0000\u202E<image href="http://evil.example/x"/>';
const bars: Bars = {
  bars: [
    { label: '도로안전과', value: 0.9, text: '90%' },
    { label: HOSTILE, value: 0.45, text: HOSTILE },
    { label: '공원과', value: null, text: '비공개' },
  ],
  most: 1,
};
const lines = {
  points: ['1월', '2월', '3월', '<b>'],
  lines: [
    { name: '법정', values: [0.9, null, 0.95, 1] },
    { name: '헌장', values: [0.8, 0.7, null, 0.9] },
  ],
  most: 1,
  write: (value: number) => `${Math.round(value * 100)}%`,
};
const pictures = { bars: drawBars(bars, 340), lines: drawLines(lines, 340) };

describe.each(Object.entries(pictures))('a picture of %s', (_name, svg) => {
  it('loads and runs nothing, styles nothing, and has no id that another one could have', () => {
    expect(svg).toMatch(/^<svg aria-hidden="true" focusable="false" viewBox="0 0 340 \d+">.*<\/svg>$/);
    const tags = svg.match(/<[^>]*>/g)!.join('');
    expect(tags).not.toMatch(/<(script|image|style|foreignObject|a|use)\b|\b(style|class|id|href|on\w+)=|url\(/);
    expect(svg).not.toMatch(/[\u0000\u202E]/);
    expect(svg).toContain('&lt;b');
  });
  it('has the colours of the page alone', () => {
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g))
      expect(colour).toMatch(/^(none|var\(--[\w-]+\))$/);
  });
});

it('bars are as long as their figures, and there is none where there is no figure', () => {
  const lengths = [...pictures.bars.matchAll(/<path d="M\S+ \S+l(\S+) 0l0 16/g)].map(([, length]) => Number(length));
  expect(lengths).toHaveLength(3);
  expect(lengths[0]! / lengths[1]!).toBeCloseTo(2, 2);
  expect(lengths[2]).toBe(0);
  expect(pictures.bars).toContain('>비공개</text>');
});

it('a line has a mark for every figure, and a gap where there is none', () => {
  const marks = pictures.lines.match(/transform="matrix\([^"]+"/g)!;
  expect(marks).toHaveLength(6);
  const single = drawLines({ ...lines, lines: [lines.lines[0]!] }, 340);
  expect(single.match(/transform="matrix\([^"]+"/g)).toHaveLength(3);
  expect(/d="M([^"L]*)M[^"]*L/.test(single)).toBe(true);
});

it('the same data give the same picture', () => {
  expect([drawBars(bars, 340), drawLines(lines, 340)]).toEqual([pictures.bars, pictures.lines]);
});
