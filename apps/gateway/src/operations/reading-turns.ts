import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long nothing is read after a text, as a multiple of what reading it took, while others are being answered. */
const REST = 4;
const LONGEST_REST_MS = 250;

/**
 * Lets texts that are not known be read one after the other, in the order in which they came. While others are being answered,
 * reading takes a fifth of the time at most: however many new texts come at one moment, requests whose text is known wait for one of them.
 */
export class ReadingTurns {
  #last: Promise<void> = Promise.resolve();
  /** Until when nothing is read while others are being answered, on the clock of `performance`. */
  #restUntil = 0;

  /** @param isAnswering whether requests are being answered that have nothing to read */
  constructor(private readonly isAnswering: () => boolean) {}

  /** Resolves when it is this text's turn. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#turn());
    return this.#last;
  }

  async #turn(): Promise<void> {
    await setImmediate(); // what the turn before has begun is done by now
    const rest = this.#restUntil - performance.now();
    if (rest > 0 && this.isAnswering()) await setTimeout(rest);
    const began = performance.now();
    void setImmediate().then(() => {
      const ended = performance.now();
      this.#restUntil = ended + Math.min(REST * (ended - began), LONGEST_REST_MS);
    });
  }
}
