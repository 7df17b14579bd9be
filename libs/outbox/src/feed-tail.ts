import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { FEED_CHANNEL } from './append-events';
import type { Log } from './log';
import { within } from './time';
import { WakeListener } from './wake-listener';

export interface FeedTailParts {
  readonly dataSource: DataSource;
  readonly logger: Log;
  /** The subjects that somebody watches in this process. */
  readonly watched: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;
  /** Looks what is new of some subjects and tells those who watch them. What throws is looked at again. */
  readonly look: (subjectIds: readonly string[]) => Promise<void>;
  /** How often to look at all that is watched without being woken, in milliseconds. Default 15,000. */
  readonly pollMs?: number;
}

const AGAIN_MS = 1_000;

/**
 * Follows the feeds that are watched in this process: one look at a time for all of them, woken by the commits that they grow by
 * (NOTIFY), and by time, since a lost connection loses such words.
 */
export class FeedTail {
  private readonly due = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly listener: WakeListener;
  private woken = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: FeedTailParts) {
    const { dataSource, logger } = parts;
    this.listener = new WakeListener(dataSource, FEED_CHANNEL, (subjectId) => this.heard(subjectId), logger);
  }

  /** Starts to follow; once started it goes on. */
  start(): void {
    this.listener.start();
    this.running ??= this.run();
  }

  /** Has a subject looked at soon. */
  touch(subjectId: string): void {
    this.due.add(subjectId);
    this.woken.abort();
  }

  /** @param graceMs how long the look under way may take to end, in milliseconds */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    this.woken.abort();
    await Promise.all([within(graceMs, this.running ?? Promise.resolve()), this.listener.stop()]);
  }

  private heard(subjectId: string): void {
    if (subjectId === '') this.touchAll();
    else if (this.parts.watched.has(subjectId)) this.touch(subjectId);
  }

  private touchAll(): void {
    for (const subjectId of this.parts.watched.keys()) this.touch(subjectId);
  }

  private async run(): Promise<void> {
    const { pollMs = 15_000, look, logger } = this.parts;
    let polled = performance.now();
    while (!this.stopping.signal.aborted) {
      this.woken = new AbortController();
      const subjects = [...this.due];
      this.due.clear();
      try {
        if (subjects.length > 0) await look(subjects);
      } catch (error) {
        logger.warn({ err: error }, 'Feeds that are watched could not be read; they are read again.');
        for (const subjectId of subjects) this.due.add(subjectId);
        await sleep(AGAIN_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined); // stopping ends it
        continue;
      }
      const left = polled + pollMs - performance.now();
      if (left <= 0) {
        polled = performance.now();
        this.touchAll();
      } else if (this.due.size === 0) {
        await sleep(left, undefined, { signal: this.woken.signal }).catch(() => undefined); // woken early
      }
    }
  }
}
