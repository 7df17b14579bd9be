import { type Logger, PollingLoop } from '@charter/service';
import type { DepartmentService } from '../department.service';

const HALF_A_MINUTE_MS = 30_000;

/** Looks whether the day of a closed department has come: its successor takes over within half a minute of midnight. */
export class SuccessionJob extends PollingLoop {
  constructor(
    private readonly departments: DepartmentService,
    log: Logger,
  ) {
    super({ everyMs: HALF_A_MINUTE_MS, what: 'letting successors take over', log });
  }

  runOnce(): Promise<void> {
    return this.departments.succeedDue();
  }
}
