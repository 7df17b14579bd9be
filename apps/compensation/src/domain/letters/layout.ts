import type { LetterText } from './letter';

export type Face = 'regular' | 'bold';
/** What a screen reader is told a part is. */
type Tag = 'H1' | 'H2' | 'P';

/** A part of a letter on paper. Lengths in points. */
export interface Block {
  readonly tag: Tag;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly align: 'left' | 'centre';
  /** From the left margin. */
  readonly indent: number;
  /** Free space above it, unless it begins a page. */
  readonly above: number;
  /** It never stands alone at the end of a page. */
  readonly withNext: boolean;
  /** A line is ruled above it. */
  readonly ruled: boolean;
}

interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The lines of a block that stand on one page. */
export interface PlacedBlock {
  readonly block: Block;
  /** Which one it is: parts of one that runs on have the same. */
  readonly index: number;
  readonly lines: readonly PlacedLine[];
}

/** How wide a text is, in points. */
export type Measure = (text: string, face: Face, size: number) => number;

/** A4, in points. */
export const PAPER = { width: 595.28, height: 841.89, side: 64, top: 48, bottom: 58 } as const;
const LEADING = 1.55;

const block = (tag: Tag, text: string, changes: Partial<Block> = {}): Block => ({
  ...{ tag, text, face: 'regular', size: 10.5, align: 'left', indent: 0, above: 6, withNext: false, ruled: false },
  ...changes,
});

/** The parts of a letter in the order in which they are read. */
export function blocksOf(letter: LetterText): Block[] {
  const { issuer, title, to, subject, opening, sections, closing, sender, foot } = letter;
  const numbered = letter.language === 'ko';
  return [
    block('P', issuer, { face: 'bold', size: 20, align: 'centre', above: 0 }),
    block('H1', title, { face: 'bold', size: 14, align: 'centre', above: 4 }),
    block('P', `${to.label}  ${to.value}`, { above: 22 }),
    block('P', `${subject.label}  ${subject.value}`, { face: 'bold' }),
    ...opening.map((text, at) =>
      block('P', numbered ? `${at + 1}. ${text}` : text, { above: at ? 8 : 16, ruled: at === 0 }),
    ),
    ...sections.flatMap(({ mark, heading, rows, paragraphs }) => [
      block('H2', `${mark} ${heading}`, { face: 'bold', above: 12, withNext: true }),
      ...rows.map(({ label, value }) => block('P', `${label}: ${value}`, { indent: 18, above: 3 })),
      ...paragraphs.map((text) => block('P', text, { indent: 18, above: 3 })),
    ]),
    block('P', closing, { above: 16, withNext: true }),
    block('P', sender, { face: 'bold', size: 17, align: 'centre', above: 20, withNext: true }),
    ...foot.map((line, at) =>
      block('P', line.map(({ label, value }) => `${label}  ${value}`).join('      '), {
        ...{ size: 9, above: at ? 1 : 20, ruled: at === 0, withNext: at < foot.length - 1 },
      }),
    ),
  ];
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Cuts what is wider than a line by itself. */
function* pieces(word: string, fits: (text: string) => boolean): Generator<string> {
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      yield piece;
      piece = '';
    }
    piece += segment;
  }
  yield piece;
}

/** Breaks a text into lines between its words (어절), and inside of one only when it is wider than a line. New lines hold. */
export function wrap(text: string, fits: (text: string) => boolean): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const cut = [...pieces(word, fits)];
      lines.push(...cut.slice(0, -1));
      line = cut.at(-1)!;
    }
    return [...lines, line];
  });
}

/** Puts the parts of a letter on pages. Pure: what the font is like comes in by `measure`. */
export function layOut(letter: LetterText, measure: Measure): PlacedBlock[][] {
  const width = PAPER.width - 2 * PAPER.side;
  const bottom = PAPER.height - PAPER.bottom;
  const set = blocksOf(letter).map((each) => {
    const fits = (text: string): boolean => measure(text, each.face, each.size) <= width - each.indent;
    return { block: each, lines: wrap(each.text, fits), leading: each.size * LEADING };
  });
  /** What has to stand together with a part: itself to its second line, and the first of what follows. */
  const needs = (at: number): number => {
    const { block: own, lines, leading } = set[at]!;
    const whole = own.withNext || lines.length < 3 ? lines.length : 2;
    const next = own.withNext && set[at + 1] ? set[at + 1]!.block.above + needs(at + 1) : 0;
    return whole * leading + next;
  };
  const pages: PlacedBlock[][] = [[]];
  let y: number = PAPER.top;
  for (const [index, { block: each, lines, leading }] of set.entries()) {
    const turn = (): void => {
      pages.push([]);
      y = PAPER.top;
    };
    if (pages.at(-1)!.length > 0) {
      if (y + each.above + needs(index) > bottom) turn();
      else y += each.above;
    }
    let placed: PlacedLine[] = [];
    for (const text of lines) {
      if (y + leading > bottom) {
        if (placed.length > 0) pages.at(-1)!.push({ block: each, index, lines: placed });
        placed = [];
        turn();
      }
      const free = each.align === 'centre' ? (width - measure(text, each.face, each.size)) / 2 : each.indent;
      placed.push({ text, x: PAPER.side + free, y });
      y += leading;
    }
    pages.at(-1)!.push({ block: each, index, lines: placed });
  }
  return pages;
}
