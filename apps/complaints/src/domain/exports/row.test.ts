import { readCsv } from '../csv/read';
import { type ExportRow, exportHeader, exportLine } from './row';

const row: ExportRow = {
  ...{
    receiptNumber: '2026-000001-K',
    receivedAt: new Date('2026-11-23T15:30:00Z'),
    status: 'ANSWERED',
    kind: 'GRIEVANCE',
  },
  ...{ serviceName: { ko: '도로 보수', en: 'Road repair' }, departmentName: { ko: '도로과', en: 'Roads' } },
  ...{ title: '=1+1', petitioner: { name: '홍*동', phone: '+82 10', email: null }, officerId: null },
  ...{ dueAt: null, charterDueAt: new Date('2026-11-30T01:00:00Z'), lateByLaw: false, lateByCharter: true },
  closedAt: null,
};

it('writes moments of Seoul, and titles and phones that no spreadsheet runs', () => {
  expect(exportLine(row, 'ko')).toBe(
    `2026-000001-K,2026-11-24 00:30,답변 완료,고충,도로 보수,도로과,'=1+1,홍*동,'+82 10,,,,2026-11-30 10:00,아니오,예,\r\n`,
  );
  expect(exportLine(row, 'en')).toContain(',GRIEVANCE,Road repair,Roads,');
});

it.each(['ko', 'en'] as const)('has as many headers as cells in %s', (language) => {
  const [head, line] = [...readCsv(exportHeader(language) + exportLine(row, language))];
  expect(head!.cells).toHaveLength(line!.cells.length);
});
