import fc from 'fast-check';
import { CsvFault, readCsv } from './read';
import { BOM, csvLine, neutralised, restored } from './write';

const read = (text: string) => [...readCsv(text)];

it.each<[string, string, [number, string[]][]]>([
  ['nothing', '', []],
  ['a mark and nothing', BOM, []],
  ['one cell', 'a', [[1, ['a']]]],
  [
    'LF, CRLF and CR',
    'a,b\nc,d\r\ne,f\rg,h',
    [
      [1, ['a', 'b']],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
      [4, ['g', 'h']],
    ],
  ],
  ['a mark and an end', `${BOM}가,나\r\n`, [[1, ['가', '나']]]],
  ['empty cells', ',a,\n', [[1, ['', 'a', '']]]],
  ['a comma at the very end', 'a,', [[1, ['a', '']]]],
  [
    'empty lines',
    'a\n\n\r\n,,\nb',
    [
      [1, ['a']],
      [5, ['b']],
    ],
  ],
  ['quotation marks', '"a ""b""","",c', [[1, ['a "b"', '', 'c']]]],
  [
    'line breaks inside',
    '"a\r\nb\nc",d\ne',
    [
      [1, ['a\r\nb\nc', 'd']],
      [4, ['e']],
    ],
  ],
  ['hidden formulas', "'=1+1,''=x,'plain,'-5", [[1, ['=1+1', "'=x", "'plain", '-5']]]],
])('reads %s', (_name, text, records) => {
  expect(read(text)).toEqual(records.map(([line, cells]) => ({ line, cells })));
});

it.each([
  ['a quotation mark that is not closed', 'a,b\n"c,d\ne,f', 2],
  ['text after a quotation mark', '"a"b,c', 1],
  ['a quotation mark in the middle', 'a\nb"c,d', 2],
])('stops at %s', (_name, text, line) => {
  expect(() => read(text)).toThrow(CsvFault);
  try {
    read(text);
  } catch (fault) {
    expect((fault as CsvFault).line).toBe(line);
  }
});

it.each(['=cmd()', '+82', '-1', '@sum', '\tx', '\rx', "'=x", "''@x"])('keeps a spreadsheet from running %j', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
  expect(restored(neutralised(text))).toBe(text);
});

it.each(['', 'plain', '가=나', "'tis", '1-2'])('leaves %j as it is', (text) => {
  expect(neutralised(text)).toBe(text);
  expect(restored(text)).toBe(text);
});

it('reads back whatever it has written', () => {
  const signs = ['a', '가', '"', ',', '\n', '\r', '\r\n', "'", '=', '+', '-', '@', '\t', ' ', BOM, '😀', ';'];
  const row = fc.array(fc.string({ unit: fc.constantFrom(...signs), maxLength: 8 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (cells) => {
      const rows = cells.map((each) => ['x', ...each]);
      const records = read(BOM + rows.map(csvLine).join(''));
      expect(records.map((record) => record.cells)).toEqual(rows);
      const lines = records.map(({ line }) => line);
      expect(lines).toEqual([...lines].sort((a, b) => a - b));
    }),
    { numRuns: 3_000 },
  );
});
