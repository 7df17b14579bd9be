import type { HistoryRecord, HistoryService } from '@charter/contracts';

/** A record on its way to its service. */
export interface Addressed {
  readonly to: HistoryService;
  readonly record: HistoryRecord;
}
