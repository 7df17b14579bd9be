import type { DataSource } from 'typeorm';
import type { Eraser } from '@charter/personal-data';
import type { Clock } from './clock';
import type { Logger } from './logger';
import { PollingLoop } from './polling-loop';

const HOUR_MS = 3_600_000;

export interface RetentionLoopParts {
  readonly dataSource: DataSource;
  readonly eraser: Eraser;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Erases people from records that are past their time, batch by batch, each in a transaction of its own: what was not reached
 * before a stop is reached by the next look, an hour later at the latest.
 */
export class RetentionLoop extends PollingLoop {
  constructor(private readonly retaining: RetentionLoopParts) {
    super({ everyMs: HOUR_MS, what: 'erasing what is past its time', log: retaining.log });
  }

  /** @returns how many records were erased */
  async runOnce(): Promise<number> {
    const { dataSource, eraser, clock, log } = this.retaining;
    let erased = 0;
    for (let batch = 1; batch > 0; erased += batch)
      batch = await dataSource.transaction((tx) => eraser.expireBatch(tx, clock.now()));
    if (erased > 0) log.info({ erased }, 'people were erased from records that are past their time');
    return erased;
  }
}
