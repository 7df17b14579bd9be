import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Deadlines } from '@charter/deadlines';
import type { Logger, Loop } from '@charter/service';
import type { Concerned } from '../store/knowledge/concerned';
import { learnAnswers } from '../store/knowledge/routing.store';
import { indexMissing } from '../store/knowledge/search.store';

const EVERY_MS = 10_000;
const BATCH = 500;

export interface LearningParts {
  readonly dataSource: DataSource;
  readonly deadlines: Deadlines;
  readonly concerned: Concerned;
  readonly log: Logger;
}

/** Adds what was answered to what suggestions rest on, a few seconds later and apart from the answers, which never wait for it. */
export class LearningJob implements Loop {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LearningParts) {}

  async start(): Promise<void> {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** @returns how many answers were taken */
  runOnce(): Promise<number> {
    return this.parts.dataSource.transaction((tx) => learnAnswers(tx, BATCH));
  }

  /** Complaints that were there before there was a search, or after its table was emptied. @returns how many were indexed */
  indexOnce(): Promise<number> {
    const { dataSource, deadlines, concerned } = this.parts;
    return dataSource.transaction(async (tx) =>
      indexMissing(tx, await deadlines.calendar(tx), BATCH, (within, ids) => concerned.namesOf(within, ids)),
    );
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    let indexed = false;
    while (!signal.aborted) {
      let taken = 0;
      try {
        if (!indexed) indexed = (await this.indexOnce()) < BATCH;
        taken = await this.runOnce();
        if (!indexed) continue;
      } catch (error) {
        this.parts.log.error({ err: error }, 'answers could not be learned from; it is tried again');
      }
      if (taken === BATCH) continue;
      await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined); // ends early when stopping
    }
  }
}
