import { type Logger, PollingLoop } from '@charter/service';
import type { Teller } from '../teller';

const EVERY_MS = 60_000;

/** Tells what was left untold when the process that took an answer ended right after it. */
export class Telling extends PollingLoop {
  constructor(
    private readonly teller: Pick<Teller, 'tellAll'>,
    log: Logger,
  ) {
    super({ everyMs: EVERY_MS, what: 'telling answers', log });
  }

  /** @returns of how many departments something was told */
  runOnce(): Promise<number> {
    return this.teller.tellAll();
  }
}
