/** A point in the order of what this process does: later is larger, and no two are the same. */
export type Moment = number;

const MOST_WRITERS = 10_000;

/**
 * When each caller's last mutation was answered. What began to be read before that may lack it, and is not given to this caller:
 * everybody reads what they have written.
 */
export class LastWrites {
  #now: Moment = 0;
  /** The last mutation of those who are not remembered singly any more: it counts for everybody. */
  #floor: Moment = 0;
  /** The longest ago first. */
  readonly #writes = new Map<string, Moment>();

  constructor(private readonly most = MOST_WRITERS) {}

  /** The next moment. */
  moment(): Moment {
    return (this.#now += 1);
  }

  note(writer: string): void {
    this.#writes.delete(writer);
    this.#writes.set(writer, this.moment());
    if (this.#writes.size <= this.most) return;
    const [oldest, at] = this.#writes.entries().next().value!;
    this.#writes.delete(oldest);
    this.#floor = at;
  }

  /** What began before this may lack what the writer has written. */
  lastOf(writer: string): Moment {
    return this.#writes.get(writer) ?? this.#floor;
  }
}
