import type { Successions } from '@charter/deadlines';
import type { Logger } from './logger';
import { PollingLoop } from './polling-loop';

const MINUTE_MS = 60_000;

/** Passes on, every minute, what has reached a closed department since its successor was heard of. */
export class SuccessionLoop extends PollingLoop {
  constructor(
    private readonly successions: Successions,
    log: Logger,
  ) {
    super({ everyMs: MINUTE_MS, what: 'passing on what closed departments owe', log });
  }

  runOnce(): Promise<void> {
    return this.successions.runOnce();
  }
}
