import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between looks at the event loop. */
const LOOK_EVERY_MS = 250;
/** Looks in a row that must be late: one large plan or a collection of garbage is no overload. */
const LOOKS = 3;
const RESOLUTION_MS = 10;

export interface OverloadSettings {
  /** By how many milliseconds the event loop is late in an overload; 0 never. */
  readonly lagMs: number;
  readonly maxInFlight: number;
}

/** Tells whether this process has more to do than it can: its event loop is late for most of a second, or too many requests wait. */
export class Overload {
  readonly #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #timer?: NodeJS.Timeout;
  #lateLooks = 0;
  #inFlight = 0;

  constructor(private readonly settings: OverloadSettings) {}

  start(): void {
    if (this.settings.lagMs === 0) return;
    this.#delay.enable();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  /** Counts one more request, until `leave`. @returns the sign of overload that keeps it out, if any */
  enter(): 'late' | 'crowded' | undefined {
    if (this.#lateLooks >= LOOKS) return 'late';
    if (this.#inFlight >= this.settings.maxInFlight) return 'crowded';
    this.#inFlight += 1;
    return undefined;
  }

  leave(): void {
    this.#inFlight -= 1;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  #look(): void {
    const lateMs = this.#delay.mean / 1e6 - RESOLUTION_MS;
    if (Number.isNaN(lateMs)) return; // a loop that stood still since the last look has measured nothing: the next look tells
    this.#delay.reset();
    this.#lateLooks = lateMs > this.settings.lagMs ? this.#lateLooks + 1 : 0;
  }
}
