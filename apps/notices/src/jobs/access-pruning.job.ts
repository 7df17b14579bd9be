import { type Logger, PollingLoop } from '@charter/service';
import type { AccessLogStore } from '../store/access-log/access-log.store';

const HOUR_MS = 3_600_000;

/** Clears out of the access log what has been kept for two years. */
export class AccessPruningJob extends PollingLoop {
  constructor(
    private readonly log: AccessLogStore,
    logger: Logger,
  ) {
    super({ everyMs: HOUR_MS, what: 'clearing out the access log', log: logger });
  }

  async runOnce(): Promise<void> {
    while (await this.log.prune());
  }
}
