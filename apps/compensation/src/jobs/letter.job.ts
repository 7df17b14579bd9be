import { type Clock, type Logger, PollingLoop } from '@charter/service';
import type { LetterService } from '../letter.service';
import type { LetterStore } from '../store/letters/letter.store';

const BATCH = 20;
const EVERY_MS = 1_000;
/** How long a letter that could not be sent waits. */
const AGAIN_MS = 30_000;

export interface LetterJobParts {
  readonly letters: LetterStore;
  readonly service: LetterService;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Sends the letters of what was approved, one after the other. One that cannot be sent waits, and holds up no other. */
export class LetterJob extends PollingLoop {
  constructor(private readonly given: LetterJobParts) {
    super({ everyMs: EVERY_MS, what: 'sending letters', log: given.log });
  }

  /** @returns how many letters were looked at */
  async runOnce(): Promise<number> {
    const { letters, service, clock, log } = this.given;
    let looked = 0;
    for (;;) {
      const waiting = await letters.waiting(clock.now(), BATCH);
      if (waiting.length === 0) return looked;
      for (const letter of waiting) {
        looked += 1;
        try {
          await service.send(letter);
        } catch (error) {
          log.warn({ err: error, letterId: letter.id }, 'a letter could not be sent: it is tried again');
          await letters.postpone(letter.id, new Date(clock.now().getTime() + AGAIN_MS));
        }
      }
    }
  }
}
