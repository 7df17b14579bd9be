import type { Language, Message } from '@charter/contracts';
import { KIND_NAMES } from '../catalogue/sheet';
import { csvLine } from '../csv/write';
import type { Petitioner } from '../filing';
import { STATUS_NAMES, type Status } from '../handling';
import type { ComplaintKind } from '../service-item';

/** A complaint as a line of an exported list. Names and contacts are already as the reader may see them. */
export interface ExportRow {
  readonly receiptNumber: string;
  readonly receivedAt: Date;
  readonly status: Status;
  readonly kind: ComplaintKind;
  readonly serviceName: Message;
  readonly departmentName: Message;
  readonly title: string;
  readonly petitioner: Petitioner;
  readonly officerId: string | null;
  /** Null while the period stands still. */
  readonly dueAt: Date | null;
  readonly charterDueAt: Date | null;
  readonly lateByLaw: boolean;
  readonly lateByCharter: boolean;
  readonly closedAt: Date | null;
}

const SEOUL_MS = 9 * 3_600_000;

/** Minutes in Asia/Seoul, in a form that spreadsheets know as a date. */
const minute = (at: Date | null): string | null =>
  at && new Date(at.getTime() + SEOUL_MS).toISOString().slice(0, 16).replace('T', ' ');

const YES: Message = { ko: '예', en: 'yes' };
const NO: Message = { ko: '아니오', en: 'no' };

const COLUMNS: readonly (readonly [Message, (row: ExportRow, language: Language) => string | null])[] = [
  [{ ko: '접수번호', en: 'Receipt number' }, (row) => row.receiptNumber],
  [{ ko: '접수일시', en: 'Received' }, (row) => minute(row.receivedAt)],
  [{ ko: '처리 상태', en: 'Status' }, (row, language) => STATUS_NAMES[row.status][language]],
  [{ ko: '민원 종류', en: 'Kind' }, (row, language) => (language === 'ko' ? KIND_NAMES[row.kind] : row.kind)],
  [{ ko: '민원사무', en: 'Service' }, (row, language) => row.serviceName[language]],
  [{ ko: '처리 부서', en: 'Department' }, (row, language) => row.departmentName[language]],
  [{ ko: '제목', en: 'Title' }, (row) => row.title],
  [{ ko: '민원인', en: 'Petitioner' }, (row) => row.petitioner.name],
  [{ ko: '전화번호', en: 'Phone' }, (row) => row.petitioner.phone],
  [{ ko: '전자우편', en: 'E-mail' }, (row) => row.petitioner.email],
  [{ ko: '담당자', en: 'Officer' }, (row) => row.officerId],
  [{ ko: '법정 처리기한', en: 'Due by law' }, (row) => minute(row.dueAt)],
  [{ ko: '단축 처리기한', en: 'Due by the charter' }, (row) => minute(row.charterDueAt)],
  [{ ko: '법정기한 지연', en: 'Late by law' }, (row, language) => (row.lateByLaw ? YES : NO)[language]],
  [{ ko: '단축기한 지연', en: 'Late by the charter' }, (row, language) => (row.lateByCharter ? YES : NO)[language]],
  [{ ko: '종결일시', en: 'Closed' }, (row) => minute(row.closedAt)],
];

export const exportHeader = (language: Language): string => csvLine(COLUMNS.map(([header]) => header[language]));

export const exportLine = (row: ExportRow, language: Language): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(row, language)));
