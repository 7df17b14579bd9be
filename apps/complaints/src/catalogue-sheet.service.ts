import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Language, type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type Person, once } from '@charter/service';
import type { CatalogueServiceParts } from './catalogue.service';
import { COLUMNS, type Column, headerText, readHeader, readRow, toCells } from './domain/catalogue/sheet';
import { CsvFault, type CsvRecord, readCsv } from './domain/csv/read';
import { BOM, csvLine } from './domain/csv/write';
import { type ServiceItem, decideServiceItem } from './domain/service-item';
import type { DepartmentWithSuccessor, Written } from './store/catalogue.store';

const MOST_ROWS = 1_000;

/** A row that was refused, and why: on which line of the file, in which column. */
export interface RefusedRow {
  readonly line: number;
  readonly serviceCode: string | null;
  readonly refusal: Refusal;
}

export interface ImportReport {
  readonly counts: Readonly<Record<Written, number>>;
  readonly refused: readonly RefusedRow[];
  /** Nothing is written by a rehearsal, and by an all-or-nothing import with a refused row. */
  readonly written: boolean;
}

export interface SheetImport {
  readonly csv: string;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
}

interface Read {
  readonly line: number;
  readonly item: ServiceItem;
}

/** Carries the report out of a transaction that must not stay. */
class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super('Nothing of this import is kept.');
  }
}

/** The catalogue as a sheet for spreadsheets: written whole, and read with a report of each row that was refused. */
export class CatalogueSheetService {
  constructor(private readonly parts: CatalogueServiceParts) {}

  /** @param inForceOn only the versions of this day; null: every version */
  async export(inForceOn: string | null, language: Language): Promise<{ csv: string; rows: number }> {
    const items = await this.parts.catalogue.all(inForceOn);
    const head = csvLine(COLUMNS.map(([column]) => headerText(column, language)));
    return { csv: BOM + head + items.map((item) => csvLine(toCells(item, language))).join(''), rows: items.length };
  }

  /** Writes the rows that may stand so, in one transaction; each as saveServiceItem would. */
  async import(input: SheetImport, key: string | null | undefined, by: Person): Promise<Outcome<ImportReport>> {
    const { dataSource, secret } = this.parts;
    const sheet = readSheet(input.csv);
    if (!sheet.ok) return sheet;
    const command = { callerId: by.id, operation: 'importServiceItems', input, secret };
    const work = dataSource.transaction((tx) =>
      once(tx, { ...command, key: input.dryRun ? null : key }, async () => {
        const report = await this.write(tx, sheet.value, input.allOrNothing, by);
        if (input.dryRun || !report.written) throw new Undone({ ...report, written: false });
        return accepted(report);
      }),
    );
    return work.catch((error: unknown) => {
      if (error instanceof Undone) return accepted(error.report);
      throw error;
    });
  }

  private async write(
    tx: EntityManager,
    { rows, refused: unread }: Sheet,
    allOrNothing: boolean,
    by: Person,
  ): Promise<ImportReport> {
    const { catalogue, clock } = this.parts;
    const now = clock.now();
    const departments = new Map<string, DepartmentWithSuccessor>();
    const refusedRows = [...unread];
    const good: Read[] = [];
    for (const row of rows) {
      const { departmentCode, code } = row.item;
      const department = departments.get(departmentCode) ?? (await catalogue.department(tx, departmentCode));
      departments.set(departmentCode, department);
      const decided = decideServiceItem(row.item, { ...department, today: localDate(now) });
      if (decided.ok) good.push(row);
      else refusedRows.push(...decided.refusals.map((each) => ({ line: row.line, serviceCode: code, refusal: each })));
    }
    const counts = { ADDED: 0, CHANGED: 0, UNCHANGED: 0 };
    // In the order of the codes: two imports at once lock the same services in the same order.
    good.sort((a, b) => compare(a.item.code, b.item.code) || compare(a.item.validFrom, b.item.validFrom));
    for (const { item } of good) counts[await catalogue.write(tx, item, by.id, now)] += 1;
    refusedRows.sort((a, b) => a.line - b.line);
    return { counts, refused: refusedRows, written: !(allOrNothing && refusedRows.length > 0) };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Sheet {
  readonly rows: readonly Read[];
  readonly refused: readonly RefusedRow[];
}

const fault = (ko: string, en: string): Outcome<never> => refused(refusal('INVALID_VALUE', ko, en, 'csv'));

/** Reads a file; a file that is none is refused as a whole, a row that is none on its line. */
function readSheet(csv: string): Outcome<Sheet> {
  let records: CsvRecord[];
  try {
    records = [...readCsv(csv)];
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return fault(
      `${error.line}번째 줄에서 시작하는 행의 큰따옴표가 맞지 않습니다. 고쳐서 다시 올려 주십시오.`,
      `A quotation mark is out of place in the row that begins on line ${error.line}: please mend it.`,
    );
  }
  const [first, ...body] = records;
  if (!first) return fault('파일이 비어 있습니다.', 'The file is empty.');
  const header = readHeader(first.cells);
  if ('missing' in header) {
    const names = (language: Language) => header.missing.map((column) => headerText(column, language)).join(', ');
    return fault(`첫 줄에 다음 열이 없습니다: ${names('ko')}.`, `The first line lacks these columns: ${names('en')}.`);
  }
  if (body.length > MOST_ROWS) {
    const ko = `한 번에 ${MOST_ROWS}행까지 올릴 수 있습니다. 나누어 올려 주십시오.`;
    return refused(refusal('LIMIT_REACHED', ko, `At most ${MOST_ROWS} rows at once: send them in parts.`, 'csv'));
  }
  return accepted(readRows(body, first.cells.length, header.at));
}

function readRows(body: readonly CsvRecord[], width: number, at: ReadonlyMap<Column, number>): Sheet {
  const rows: Read[] = [];
  const refusedRows: RefusedRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of body) {
    const serviceCode = cells[at.get('code')!]?.trim().slice(0, 32) || null;
    const refuse = (...refusals: readonly Refusal[]) =>
      refusedRows.push(...refusals.map((each) => ({ line, serviceCode, refusal: each })));
    if (cells.length > width) {
      refuse(refusal('INVALID_VALUE', '첫 줄보다 칸이 많습니다.', 'This row has more cells than the first line.'));
      continue;
    }
    const item = readRow(cells, at);
    if (!('code' in item)) {
      refuse(...item);
      continue;
    }
    const key = `${item.code} ${item.validFrom}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) {
      const ko = `${earlier}번째 줄에 같은 사무 코드와 유효 시작일이 있습니다.`;
      refuse(refusal('INVALID_VALUE', ko, `Line ${earlier} has the same code and first day.`, 'code'));
      continue;
    }
    lines.set(key, line);
    rows.push({ line, item });
  }
  return { rows, refused: refusedRows };
}
