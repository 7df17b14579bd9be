import fc from 'fast-check';
import { type ChartData, barChart } from './chart';

const data = (changes: Partial<ChartData> = {}): ChartData => ({
  title: '전반적으로 만족하십니까?',
  description: '응답 100명 가운데의 비율',
  bars: [
    { label: '매우 만족', value: 0.25, text: '25.0% (25명)' },
    { label: '만족', value: 0.75, text: '75.0% (75명)' },
  ],
  most: 1,
  ...changes,
});
const HOSTILE = `"><script>alert(1)</script><image href='http://x.example/a.png'/>&amp;<![CDATA[`;

const KNOWN = new Set(['svg', 'title', 'desc', 'rect', 'path', 'text', 'g']);

/** Every start tag, and every attribute's name and value. */
const tags = (svg: string): string[] => [...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag!);
const attributes = (svg: string): string[] => [...svg.matchAll(/ ([\w:-]+)="/g)].map(([, name]) => name!);

it('names and describes itself, and says in words what the picture shows', () => {
  const { svg, description } = barChart(data());
  expect(svg).toMatch(
    /^<svg [^>]*role="img" aria-label="전반적으로 만족하십니까\?"><title>전반적으로 만족하십니까\?<\/title><desc>/,
  );
  expect(description).toBe('응답 100명 가운데의 비율\n매우 만족: 25.0% (25명)\n만족: 75.0% (75명)');
  expect(svg).toContain(`<desc>${description}</desc>`);
});

it('draws each bar as long as its value', () => {
  const { svg } = barChart(data());
  const lengths = [...svg.matchAll(/<path d="M240 [\d.]+l([\d.]+) 0l0 [\d.]+l-/g)].map(([, length]) => Number(length));
  expect(lengths).toHaveLength(2);
  expect(lengths[1]! / lengths[0]!).toBeCloseTo(3, 2);
});

it('is the same for the same data, and unlike for others', () => {
  expect(barChart(data()).svg).toBe(barChart(data()).svg);
  expect(barChart(data({ most: 2 })).svg).not.toBe(barChart(data()).svg);
});

it('loads nothing, runs nothing, and takes text as text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      (text) => {
        const { svg } = barChart(data({ title: text, description: text, bars: [{ label: text, value: 1, text }] }));
        expect(tags(svg).filter((tag) => !KNOWN.has(tag))).toEqual([]);
        expect(attributes(svg).filter((name) => /^on|href|src|class|ecmeta/.test(name))).toEqual([]);
        expect(svg).not.toMatch(/url\(|@import|<!|<\?|\p{Cc}(?<!\n)/u);
      },
    ),
    { numRuns: 100 },
  );
});

it('shows Korean text as it is, also what is too long for its line', () => {
  const label = '민원 처리 결과를 이해하기 쉽게 설명해 주었다고 생각하시는지 자세히 골라 주십시오'.repeat(2);
  const { svg, description } = barChart(data({ bars: [{ label, value: 1, text: '100.0% (9명)' }] }));
  expect(svg).toContain('민원 처리 결과를');
  expect(description).toContain(label);
});
