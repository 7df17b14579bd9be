import { type Logger, PollingLoop } from '@charter/service';
import type { ResultsService } from '../results.service';

const EVERY_MS = 600_000;

/** Counts the answers of months that are over, so that nobody who asks for results waits for it. */
export class Counting extends PollingLoop {
  constructor(
    private readonly results: ResultsService,
    log: Logger,
  ) {
    super({ everyMs: EVERY_MS, what: 'counting answers', log });
  }

  /** @returns of how many questionnaires something was counted */
  runOnce(): Promise<number> {
    return this.results.countOver();
  }
}
