import { readFileSync } from 'node:fs';
import { type Font, create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { type Face, type Measure, PAPER, type PlacedBlock, layOut } from '../domain/letters/layout';
import type { LetterText } from '../domain/letters/letter';

/** Noto Sans KR, under the SIL Open Font License 1.1, which allows to embed it; only the glyphs that a letter uses are. */
const FONT_FILES: Readonly<Record<Face, string>> = {
  regular: require.resolve('@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf'),
};
const fonts = new Map<Face, Font>();

/** Read when the first letter is written, and kept: reading a font takes longer than writing a letter. */
function fontOf(face: Face): Font {
  const known = fonts.get(face);
  if (known) return known;
  const read = create(readFileSync(FONT_FILES[face])) as Font;
  fonts.set(face, read);
  return read;
}

/** A line is as wide as its letters. Pairs that stand closer are not looked for: a line may end a little early. */
const measure: Measure = (text, face, size) => {
  const font = fontOf(face);
  const letters = [...text].map((letter) => font.glyphForCodePoint(letter.codePointAt(0)!).advanceWidth);
  return (size * letters.reduce((sum, width) => sum + width, 0)) / font.unitsPerEm;
};

/** What the document says of itself; its moments are the letter's, so that the same letter gives the same bytes. */
export interface LetterMark {
  readonly number: string;
  readonly sentAt: Date;
}

/** Writes a letter as a tagged PDF in its language, with its own fonts. The same letter gives the same bytes. */
export function letterPdf(letter: LetterText, { number, sentAt }: LetterMark): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: [PAPER.width, PAPER.height], margin: 0, autoFirstPage: false, pdfVersion: '1.7', compress: false },
    ...{ lang: letter.language === 'ko' ? 'ko-KR' : 'en-GB', tagged: true, displayTitle: true },
    info: {
      ...{ Title: `${letter.title} ${number}`, Author: letter.issuer, Subject: letter.subject.value },
      ...{ Creator: 'charter', Producer: 'charter', CreationDate: sentAt, ModDate: sentAt },
    },
  });
  const written = collect(doc);
  for (const face of ['regular', 'bold'] as const) doc.registerFont(face, fontOf(face) as never); // a font that was read is taken, though the types do not say so
  const pages = layOut(letter, measure);
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  const elements = new Map<number, PDFKit.PDFStructureElement>();
  for (const [at, page] of pages.entries()) {
    doc.addPage();
    for (const placed of page) {
      let element = elements.get(placed.index);
      if (!element) {
        element = doc.struct(placed.block.tag);
        elements.set(placed.index, element);
        whole.add(element);
      }
      draw(doc, placed, element);
    }
    doc.markContent('Artifact', { type: 'Pagination' });
    const foot = `${at + 1} / ${pages.length}`;
    const x = (PAPER.width - measure(foot, 'regular', 8)) / 2;
    doc.text(foot, x, PAPER.height - 44, { lineBreak: false });
    doc.endMarkedContent();
  }
  for (const element of elements.values()) element.end();
  whole.end();
  doc.end();
  return written;
}

function draw(doc: PDFKit.PDFDocument, { block, lines }: PlacedBlock, element: PDFKit.PDFStructureElement): void {
  if (block.ruled && lines[0]) {
    const y = lines[0].y - block.above / 2;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .lineWidth(0.7)
      .moveTo(PAPER.side, y)
      .lineTo(PAPER.width - PAPER.side, y)
      .stroke();
    doc.endMarkedContent();
  }
  const content = doc.markStructureContent(block.tag);
  doc.font(block.face).fontSize(block.size);
  // The space between the words stays at the end of a line, for those who have it read to them.
  for (const { text, x, y } of lines) doc.text(`${text} `, x, y, { lineBreak: false });
  doc.endMarkedContent();
  element.add(content);
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
