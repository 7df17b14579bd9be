import { openCatalogue } from './fixtures/catalogue';
import type { UserError } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { admin, anonymous, auditor, citizen, inEnglish, manager, officer } = people;

const EXPORT = `query ($on: LocalDate) { sheet: exportServiceItems(inForceOn: $on) { csv fileName rows } }`;
const IMPORT = `mutation ($input: ImportServiceItemsInput!) { report: importServiceItems(input: $input) {
  written added changed unchanged refused refusedRows { line column serviceCode error { code message path } } errors { code message path } } }`;

interface Sheet {
  readonly csv: string;
  readonly fileName: string;
  readonly rows: number;
}
interface Report {
  readonly written: boolean;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly refusedRows: { line: number; column: string | null; serviceCode: string | null; error: UserError }[];
  readonly errors: UserError[];
}

const HEADER =
  'code,kind,departmentCode,nameKo,nameEn,statutoryPeriod,charterPeriod,guidanceKo,guidanceEn,validFrom,fee';
const row = (code: string, changes: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    ...{
      code,
      kind: '고충',
      departmentCode: 'ROADS',
      nameKo: '보도 정비',
      nameEn: 'Pavements',
      statutoryPeriod: '7일',
    },
    ...{
      charterPeriod: '5일',
      guidanceKo: '위치를 알려 주십시오.',
      guidanceEn: 'Tell us where.',
      validFrom: '2020-01-01',
    },
    ...{ fee: '0', ...changes },
  };
  return HEADER.split(',')
    .map((column) => cells[column])
    .join(',');
};

describe('the catalogue as a sheet', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T10:00:00+09:00'));
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const written = async (on?: string, who: people.Someone = admin): Promise<Sheet> =>
    (await office.ask<{ sheet: Sheet }>(who, EXPORT, { on })).data!.sheet;
  const take = async (csv: string, more: object = {}, who: people.Someone = inEnglish(admin)): Promise<Report> => {
    const { data, errors } = await office.ask<{ report: Report }>(who, IMPORT, { input: { csv, ...more } });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.report;
  };
  const known = async (code: string): Promise<Record<string, unknown>[]> =>
    office.dataSource.query(
      'SELECT guidance_ko, valid_from::text AS valid_from, valid_to::text AS valid_to FROM service_item i WHERE code = $1 ORDER BY i.valid_from',
      [code],
    );
  const history = async (): Promise<number> =>
    (await office.dataSource.query('SELECT count(*)::int AS count FROM service_item_history'))[0].count;

  it('is written for spreadsheets, and read back without a change', async () => {
    const formula = '=HYPERLINK("http://evil.example","여기")\n둘째 줄, 쉼표';
    await take([HEADER, row('FORMULA', { guidanceKo: `"${formula.replaceAll('"', '""')}"` })].join('\n'));
    await take([HEADER, row('FORMULA', { validFrom: '2027-01-01', charterPeriod: '3일' })].join('\n'));
    const before = await history();
    for (const who of [admin, inEnglish(admin)]) {
      const { csv, fileName, rows } = await written(undefined, who);
      expect([csv[0], csv.endsWith('\r\n'), fileName, rows]).toEqual(['\uFEFF', true, 'service-items.csv', 4]);
      expect(csv.slice(1)).toMatch(who === admin ? /^사무 코드,민원 종류/ : /^code,kind/);
      expect(csv).toContain(`"'=HYPERLINK(""http`);
      expect(await take(csv)).toMatchObject({ written: true, added: 0, changed: 0, unchanged: 4, refused: 0 });
    }
    expect(await history()).toBe(before);
    expect(await known('FORMULA')).toMatchObject([
      { guidance_ko: formula, valid_to: '2026-12-31' },
      { valid_from: '2027-01-01', valid_to: null },
    ]);
    expect(await written('2027-01-01')).toMatchObject({ rows: 3, fileName: 'service-items-2027-01-01.csv' });
  });

  it('writes the good rows, and says of each other row on which line and in which column', async () => {
    const csv = `\uFEFF${[
      HEADER,
      row('GOOD_ONE', { guidanceKo: '"두 줄로\r\n적었습니다."' }),
      row('bad code'),
      row('TOO_LONG', { charterPeriod: '8일' }),
      row('NOWHERE', { departmentCode: 'NONE', fee: '천원' }),
      row('SECRET', { guidanceKo: '예: 900101-1234568' }),
      row('NOWHERE', { departmentCode: 'NONE' }),
      row('GOOD_ONE'),
      `${row('WIDE')},one more`,
      'SHORT',
      row('ROAD_REPAIR', { charterPeriod: '4일' }),
    ].join('\r\n')}`;
    const report = await take(csv);
    expect(report).toMatchObject({ written: true, added: 1, changed: 1, unchanged: 0, refused: 8, errors: [] });
    expect(
      report.refusedRows.map(({ line, column, serviceCode, error }) => [line, column, serviceCode, error.code]),
    ).toEqual([
      [4, 'code', 'bad code', 'INVALID_VALUE'],
      [5, 'charterPeriod', 'TOO_LONG', 'INVALID_VALUE'],
      [6, 'fee', 'NOWHERE', 'INVALID_VALUE'],
      [7, 'guidanceKo', 'SECRET', 'RESIDENT_NUMBER_PRESENT'],
      [8, 'departmentCode', 'NOWHERE', 'INVALID_VALUE'],
      [9, 'code', 'GOOD_ONE', 'INVALID_VALUE'],
      [10, null, 'WIDE', 'INVALID_VALUE'],
      [11, 'kind', 'SHORT', 'INVALID_VALUE'],
      [11, 'statutoryPeriod', 'SHORT', 'INVALID_VALUE'],
      [11, 'charterPeriod', 'SHORT', 'INVALID_VALUE'],
      [11, 'validFrom', 'SHORT', 'INVALID_VALUE'],
    ]);
    expect(report.refusedRows[4]!.error.message).toMatch(/“NONE”/);
    expect((await take(csv, {}, admin)).refusedRows[1]).toMatchObject({
      column: '단축 처리기간',
      error: { message: expect.stringContaining('길 수 없습니다') },
    });
    expect(await known('GOOD_ONE')).toHaveLength(1);
    expect(await known('TOO_LONG')).toEqual([]);
  });

  it('rehearses without a trace, and writes all or nothing when asked', async () => {
    const before = await history();
    const good = [HEADER, row('NEW_ONE'), row('ROAD_REPAIR', { nameKo: '달라진 이름' })].join('\n');
    const rehearsed = await take(good, { dryRun: true, idempotencyKey: 'sheet-1' });
    expect(rehearsed).toMatchObject({ written: false, added: 1, changed: 1, refused: 0 });
    const mixed = await take(`${good}\n${row('bad code')}`, { allOrNothing: true, idempotencyKey: 'sheet-1' });
    expect(mixed).toMatchObject({ written: false, added: 1, changed: 1, refused: 1 });
    expect([await known('NEW_ONE'), await history()]).toEqual([[], before]);
    expect(await take(good, { allOrNothing: true, idempotencyKey: 'sheet-1' })).toMatchObject({
      written: true,
      added: 1,
    });
    expect(await known('NEW_ONE')).toHaveLength(1);
  });

  it('gives the same key the same report, also when both come at once, and refuses another file', async () => {
    const csv = [HEADER, row('ONCE_ONLY')].join('\n');
    const reports = await Promise.all([1, 2].map(() => take(csv, { idempotencyKey: 'sheet-2' })));
    expect(reports.map(({ added }) => added)).toEqual([1, 1]);
    const other = { csv: `${csv}\n${row('OTHER_ONE')}`, idempotencyKey: 'sheet-2' };
    expect((await office.ask(admin, IMPORT, { input: other })).errors).toMatchObject([
      { extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    ]);
  });

  it('takes two files at once that name the same services in another order', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `SAME_${index}`);
    const file = (codes: string[], fee: string) => [HEADER, ...codes.map((code) => row(code, { fee }))].join('\n');
    const reports = await Promise.all([take(file(rows, '1')), take(file([...rows].reverse(), '2'))]);
    expect(reports.map(({ added, changed }) => added + changed)).toEqual([20, 20]);
  });

  it('takes a thousand rows quickly', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(`MANY_${index}`));
    const started = Date.now();
    expect(await take([HEADER, ...rows].join('\n'))).toMatchObject({ added: 1_000, refused: 0 });
    expect(Date.now() - started).toBeLessThan(20_000);
    const errors = [{ code: 'LIMIT_REACHED', path: ['csv'] }];
    expect(await take([HEADER, ...rows, row('ONE_MORE')].join('\n'))).toMatchObject({ written: false, errors });
  });

  it.each([
    ['nothing', '', /empty/],
    ['a file without a column', 'code,kind', /departmentCode/],
    ['a quotation mark that is not closed', `${HEADER}\n${row('A_B')}\n"x`, /line 3/],
  ])('refuses %s as a whole', async (_name, csv, message) => {
    expect((await take(csv)).errors).toEqual([
      { code: 'INVALID_VALUE', path: ['csv'], message: expect.stringMatching(message) },
    ]);
  });

  it.each([
    [anonymous, 'UNAUTHENTICATED'],
    [citizen, 'FORBIDDEN'],
    [officer, 'FORBIDDEN'],
    [manager, 'FORBIDDEN'],
    [auditor, 'FORBIDDEN'],
  ])('is not for %j', async (who, code) => {
    const refused = [{ extensions: { code } }];
    expect((await office.ask(who, EXPORT)).errors).toMatchObject(refused);
    expect((await office.ask(who, IMPORT, { input: { csv: HEADER } })).errors).toMatchObject(refused);
  });
});
