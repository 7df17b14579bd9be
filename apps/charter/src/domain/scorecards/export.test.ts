import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { answersOf, complaints } from '../../../test/fixtures/answers';
import type { Standard } from '../standard';
import { canonicalJson, sha256 } from './canonical';
import { type ScorecardContent, composeScorecard, originOf } from './content';
import { type ColumnType, DICTIONARY } from './dictionary';
import { COLUMN_NAMES, csvOf } from './export';

const hostile = ['=1+1', '@SUM(A1)', 'a "b", c\r\nd', '한글, 이름', '-'];
const standard: Standard = {
  ...{ code: 'IN_TIME', category: 'HANDLING', departmentCode: null, measuredBy: 'COMPLAINT_DEADLINES' },
  ...{ promiseKo: '기한 안에, "답"합니다', promiseEn: '=In time', measureKo: '비율', measureEn: 'Share' },
  ...{ target: { direction: 'AT_LEAST', value: 95.5, unit: 'PERCENT' }, validFrom: '2020-01-01', validTo: null },
};
const contentOf = (closed: readonly number[]): ScorecardContent => {
  const departments = closed.map((_, index) => ({
    ...{ code: `D${index}`, nameKo: hostile[index % hostile.length]!, nameEn: hostile[(index + 1) % hostile.length]! },
  }));
  return composeScorecard({
    ...{ year: 2026, part: 'YEAR', takenAt: new Date('2026-12-31T15:00:00Z'), today: '2027-01-01' },
    ...{
      edition: 2,
      replaces: '0198a000-0000-7000-8000-0000000000aa',
      reason: '정정',
      departments,
      standards: [standard],
    },
    answers: answersOf(Object.fromEntries(closed.map((n, index) => [`D${index}`, complaints(n, index)]))),
  });
};

/** A cell as its column’s type reads it. */
const READ: Readonly<Record<ColumnType, (text: string) => unknown>> = {
  INTEGER: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  NUMBER: (text) => Number(text),
  BOOLEAN: (text) => ({ true: true, false: false })[text],
  TEXT: (text) => text.replace(/^'(?=[=+\-@\t\r])/, ''),
  CODE: (text) => text,
  DATE: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined),
  DATETIME: (text) => (new Date(text).toISOString() === text ? text : undefined),
};
const readSheet = (csv: string): Record<string, unknown>[] =>
  (parse(csv, { bom: true, columns: true }) as Record<string, string>[]).map((line) =>
    Object.fromEntries(DICTIONARY.map(({ name, type }) => [name, line[name] === '' ? null : READ[type](line[name]!)])),
  );

describe('the open data of a scorecard', () => {
  it('has the columns that were promised: a name is never changed, a new one comes last', () =>
    expect(COLUMN_NAMES).toEqual([
      ...['year', 'part', 'period_from', 'period_to', 'complete', 'edition'],
      ...['department_code', 'department_ko', 'department_en', 'standard_code', 'standard_ko', 'standard_en'],
      ...['measure', 'state', 'value', 'unit', 'n', 'kept', 'low', 'high'],
      ...['target_direction', 'target_value', 'target_unit', 'reached'],
      ...['service', 'field', 'method', 'method_version', 'taken_at'],
    ]));

  it('explains each column in Korean and English, and each value of a code', () => {
    for (const { name, meaning, type, ...rest } of DICTIONARY) {
      expect([name, meaning.ko, meaning.en]).toEqual([
        name,
        expect.stringMatching(/[가-힣]/),
        expect.stringMatching(/[a-z]/),
      ]);
      expect([name, 'values' in rest]).toEqual([name, type === 'CODE']);
    }
  });

  it('begins with the mark by which spreadsheets know UTF-8, and ends each line as they do', () => {
    const csv = csvOf(contentOf([9]));
    expect(csv.startsWith('\uFEFFyear,part,')).toBe(true);
    expect(csv.split('\r\n').at(-1)).toBe('');
  });

  it('is never run as a formula', () => {
    const lines = parse(csvOf(contentOf([9, 9])), { bom: true }) as string[][];
    expect(lines.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  it('reads back as what was written, as its dictionary says, whatever the figures', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 6 }), (closed) => {
        const content = contentOf(closed);
        const lines = readSheet(csvOf(content));
        expect(lines).toHaveLength(content.figures.length);
        content.figures.forEach((figure, index) => {
          const origin = originOf(content, figure);
          const department = content.departments.find(({ code }) => code === figure.departmentCode);
          const isOf = figure.standardCode === null ? null : standard;
          expect(lines[index]).toEqual({
            ...{
              year: 2026,
              part: 'YEAR',
              period_from: '2026-01-01',
              period_to: '2026-12-31',
              complete: true,
              edition: 2,
            },
            ...{ department_code: figure.departmentCode, department_ko: department?.nameKo ?? null },
            ...{ department_en: department?.nameEn ?? null, standard_code: figure.standardCode },
            ...{ standard_ko: isOf?.promiseKo ?? null, standard_en: isOf?.promiseEn ?? null },
            ...{ measure: figure.measure, state: figure.state, value: figure.value, unit: figure.unit },
            ...{ n: figure.n, kept: figure.kept, low: figure.low, high: figure.high, reached: figure.reached },
            ...{ target_direction: isOf?.target.direction ?? null, target_value: isOf?.target.value ?? null },
            ...{ target_unit: isOf?.target.unit ?? null, service: origin.service, field: origin.field },
            ...{ method: origin.method, method_version: origin.methodVersion, taken_at: '2026-12-31T15:00:00.000Z' },
          });
          for (const column of DICTIONARY) {
            const cell = lines[index]![column.name];
            if (cell === null) expect([column.name, column.optional]).toEqual([column.name, true]);
            else if ('values' in column) expect(column.values!.map(({ value }) => value)).toContain(cell);
          }
        });
      }),
      { numRuns: 40 },
    ));

  it('has as JSON one form, whatever the order in which it was written', () => {
    const content = contentOf([9, 3]);
    const text = canonicalJson(content);
    expect(JSON.parse(text)).toEqual(content);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    const turned = Object.fromEntries(Object.entries(content).reverse());
    expect(sha256(canonicalJson(turned))).toBe(sha256(text));
    expect(sha256(canonicalJson({ ...content, edition: 3 }))).not.toBe(sha256(text));
  });

  // FIPS 180-2, appendix B.1.
  it('is hashed by SHA-256', () =>
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
});
