import { createHash } from 'node:crypto';
import { writeLetter } from '../src/domain/letters/versions';
import { letterPdf } from '../src/render/letter-pdf';
import { FACTS, PEOPLE, flat, readPdf } from './fixtures/letters';

const MARK = { number: FACTS.number, sentAt: new Date('2026-11-25T05:00:00Z') };
const print = (language: 'ko' | 'en', facts = FACTS, people = PEOPLE) =>
  letterPdf(writeLetter(1, language, facts, people), MARK);

/**
 * What letters of this text come out as. Should a newer library write other bytes, every letter that was sent before would no longer
 * come out with its hash: keep the library, or keep the old way of writing for the old letters, before this is changed.
 */
const WRITTEN = {
  ko: 'c0d26bf15dea082c750f331bb6d895d8b29bf78e18b4b11a44f7333211d0d017',
  en: 'aae7db305ff28fca1ace6f7332a4c41689a350188859423cb108682405e12051',
} as const;

describe('a letter as PDF', () => {
  it.each(['ko', 'en'] as const)('in %s is the same to the byte, now and ever', async (language) => {
    const [one, two] = [await print(language), await print(language)];
    expect(one.equals(two)).toBe(true);
    expect(createHash('sha256').update(one).digest('hex')).toBe(WRITTEN[language]);
  });

  it('is one page of real text in its language, tagged, small, with nothing outside of its margins', async () => {
    const content = await print('ko');
    expect(content.length).toBeLessThan(100_000);
    const read = readPdf(content);
    expect(read).toMatchObject({ language: 'ko-KR', marked: true, pages: [expect.anything()] });
    const [page] = read.pages;
    for (const part of [
      ...['수신 남궁뷁 귀하', '진심으로 사과드립니다.', '2026. 11. 23. 24:00까지', '9시간(2근무일째)'],
      ...[
        '보상 금액: 15,000원',
        '지급 예정일: 2026. 11. 30.',
        '담당 도로관리과 김하늘',
        '전화 051-123-4567',
        '부산광역시장',
      ],
    ])
      expect(flat(page!.text)).toContain(part);
    expect(page!.tags.slice(0, 4)).toEqual(['Root', 'Document', 'P', 'H1']);
    expect(page!.tags.filter((tag) => tag === 'H2')).toHaveLength(4);
    expect(page!.right).toBeLessThanOrEqual(595.28 - 60);
    expect(page!.bottom).toBeGreaterThan(30);
    expect(page!.ink).toBeGreaterThan(0.01); // glyphs are drawn, not only named
  });

  it('goes on to further pages, keeps every word, and breaks a word that is wider than the paper', async () => {
    const long = 'https://charter.example.kr/'.padEnd(160, 'x');
    const correctionKo = `${'업무 절차를 처음부터 다시 살펴 바로잡았습니다. '.repeat(90)}${long}`;
    const read = readPdf(
      await print('ko', { ...FACTS, correctionKo, correctionEn: 'x' }, { addressee: '諸葛亮', handler: '황보 뷁뙗' }),
    );
    expect(read.pages.length).toBeGreaterThan(1);
    const text = read.pages.map((page) => page.text.replace(/\d+ \/ \d+$/, '')).join('\n');
    expect(text.match(/바로잡았습니다/g)).toHaveLength(90);
    expect(text.replace(/\s/g, '')).toContain(long);
    expect(flat(text)).toContain('수신 諸葛亮 귀하');
    expect(flat(text)).toContain('도로관리과 황보 뷁뙗');
    for (const page of read.pages) {
      expect(page.right).toBeLessThanOrEqual(595.28 - 60);
      expect(page.bottom).toBeGreaterThan(30);
    }
    expect(read.pages.map((page) => /(\d+ \/ \d+)$/.exec(page.text)?.[1])).toEqual(
      read.pages.map((_page, at) => `${at + 1} / ${read.pages.length}`),
    );
  });
});
