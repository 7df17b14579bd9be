export { ReadingLog, type Reader } from './reading-log';
export { Readings, type ReadSubject, type Reading, type ReadingOf } from './readings';
