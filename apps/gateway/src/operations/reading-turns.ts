import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long nothing is read after a text, as a multiple of what reading it took, while others are being answered. */
const REST = 4;
/** The largest texts that the limits admit take about a second. */
const LONGEST_REST_MS = 5_000;

/** More texts wait to be read than may, and its caller has the most of them. */
export class NoTurn extends Error {}

interface Waiting {
  readonly go: () => void;
  readonly refuse: (reason: NoTurn) => void;
}

/**
 * Lets texts that are not known be read one after the other, their callers in turn, each caller's in the order in which they came. While others are
 * being answered, reading takes a fifth of the time at most: however many new texts come at one moment, requests whose text is known wait for one of them.
 * Only so many may wait, since each waiting request takes up a place among those that are being answered: the caller who has the most gives way.
 */
export class ReadingTurns {
  /** By caller; whose turn is next stands first. */
  readonly #waiting = new Map<string, Waiting[]>();
  #count = 0;
  #isServing = false;
  /** Until when nothing is read while others are being answered, on the clock of `performance`. */
  #restUntil = 0;

  /**
   * @param isAnswering whether requests are being answered that have nothing to read
   * @param most texts that may wait, of all callers
   */
  constructor(
    private readonly isAnswering: () => boolean,
    private readonly most: number,
  ) {}

  /** Resolves when it is the turn of this caller's text. @throws {NoTurn} */
  next(caller: string): Promise<void> {
    const own = this.#waiting.get(caller) ?? [];
    if (this.#count >= this.most && !this.#makeRoom(own.length)) return Promise.reject(new NoTurn());
    return new Promise((go, refuse) => {
      own.push({ go, refuse });
      this.#waiting.set(caller, own);
      this.#count += 1;
      if (!this.#isServing) void this.#serve();
    });
  }

  /** Sends away the last text of whoever has the most waiting. @returns false where nobody has more than `own` */
  #makeRoom(own: number): boolean {
    const [most] = [...this.#waiting.values()].sort((one, other) => other.length - one.length);
    if (!most || most.length <= own) return false;
    this.#count -= 1;
    most.pop()!.refuse(new NoTurn());
    return true;
  }

  async #serve(): Promise<void> {
    this.#isServing = true;
    while (this.#count > 0) {
      await setImmediate();
      const rest = this.#restUntil - performance.now();
      if (rest > 0 && this.isAnswering()) await setTimeout(rest);
      const began = performance.now();
      this.#first()?.go();
      await setImmediate(); // what the turn has begun is done by now
      const ended = performance.now();
      this.#restUntil = ended + Math.min(REST * (ended - began), LONGEST_REST_MS);
    }
    this.#isServing = false;
  }

  #first(): Waiting | undefined {
    for (const [caller, own] of this.#waiting) {
      const first = own.shift();
      this.#waiting.delete(caller);
      if (own.length > 0) this.#waiting.set(caller, own); // behind the others
      if (!first) continue;
      this.#count -= 1;
      return first;
    }
    return undefined;
  }
}
