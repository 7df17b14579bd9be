import { BOM, restored } from './write';

/** A record of a CSV file, and the line of the file on which it begins: 1 is the first. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that cannot be read any further: a quotation mark is missing or stands in the wrong place. */
export class CsvFault extends Error {
  constructor(readonly line: number) {
    super(`A quotation mark is out of place in the record that begins on line ${line}.`);
  }
}

const CELL = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
const END = /\r\n|\n|\r|,|$/y;
const BREAK = /\r\n|\n|\r/g;

/**
 * Reads a CSV file (RFC 4180): with or without a byte-order mark, lines that end in CRLF, LF or CR, line breaks and quotation
 * marks inside quotation marks. Lines with nothing in them are left out; an apostrophe that hid a formula is taken away.
 * @throws {CsvFault} for what it cannot go on after
 */
export function* readCsv(text: string): Generator<CsvRecord> {
  let at = text.startsWith(BOM) ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (let end = ','; end === ',';) {
      CELL.lastIndex = at;
      const [whole, quoted, plain] = CELL.exec(text)!;
      END.lastIndex = at + whole.length;
      const ended = END.exec(text);
      if (!ended) throw new CsvFault(begun);
      cells.push(restored(quoted === undefined ? plain! : quoted.replaceAll('""', '"')));
      line += (whole.match(BREAK) ?? []).length;
      at = END.lastIndex;
      end = ended[0];
      if (end !== ',' && end !== '') line += 1;
    }
    if (cells.some((cell) => cell !== '')) yield { line: begun, cells };
  }
}
