import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './logger';
import type { Loop } from './service-definition';

export interface PollingLoopParts {
  /** Milliseconds from the end of one look to the next. */
  readonly everyMs: number;
  /** What it does, for the log. */
  readonly what: string;
  readonly log: Logger;
}

/** Looks again and again for something to do, one look after the other. A look that fails is logged, and the next one comes. */
export abstract class PollingLoop implements Loop {
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: PollingLoopParts) {}

  /** One look. */
  abstract runOnce(): Promise<unknown>;

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.running = this.loop(this.stopping.signal);
  }

  /** Finishes the look that runs; gives up waiting after `graceMs` milliseconds. */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const given = new AbortController();
    await Promise.race([this.running, sleep(graceMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
  }

  private async loop(signal: AbortSignal): Promise<void> {
    const { everyMs, what, log } = this.parts;
    while (!signal.aborted) {
      try {
        await this.runOnce();
      } catch (error) {
        log.error({ err: error }, `${what} failed: the next look tries again`);
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined); // ends early when stopping
    }
  }
}
