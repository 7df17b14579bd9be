export type { RecordedTable } from './recorded-table';
export { type Head, type Sealed, seal, waitingEntries } from './seal';
export { createRecord, dropRecord, recordTables, releaseTables } from './store/record-tables';
export type { Fault } from './verify/judge';
export type { Broken, Verdict } from './verify/verdict';
export { verifyRecord } from './verify/verify';
export { verdictInWords } from './verify/words';
