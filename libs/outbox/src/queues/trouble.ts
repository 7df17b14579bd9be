import type { Log } from '../log';

const SILENCE_MS = 5_000;

/** Says each trouble once and then keeps quiet about it for a while: a queue that is away repeats itself hundreds of times a second. */
export class Trouble {
  private readonly lastSaid = new Map<string, number>();

  constructor(private readonly logger: Log | undefined) {}

  readonly report = (error: unknown, queue?: string): void => {
    const said = `${queue}: ${error instanceof Error ? error.message : String(error)}`;
    const now = performance.now();
    if (now - (this.lastSaid.get(said) ?? -SILENCE_MS) < SILENCE_MS) return;
    if (this.lastSaid.size > 100) this.lastSaid.clear();
    this.lastSaid.set(said, now);
    this.logger?.warn({ err: error, queue }, 'The queue is in trouble.');
  };
}
