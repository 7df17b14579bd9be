import { setImmediate } from 'node:timers/promises';

/**
 * Lets texts that are not known be read one in each turn of the event loop, in the order in which they came. However many come at
 * one moment, a request whose text is known waits for one of them at most.
 */
export class ReadingTurns {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves when it is this text's turn. */
  next(): Promise<unknown> {
    this.#last = this.#last.then(() => setImmediate());
    return this.#last;
  }
}
