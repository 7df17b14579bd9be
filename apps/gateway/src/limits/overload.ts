import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Language, Message } from '@charter/contracts';
import type { GraphQLError } from 'graphql';
import { publicError } from '../errors/public-error';
import { shedTotal } from '../observe/metrics';

/** Milliseconds between looks at the event loop. */
const LOOK_EVERY_MS = 250;
/** Looks in a row that must be late: one large plan or a collection of garbage is no overload. */
const LOOKS = 3;
const RESOLUTION_MS = 10;

/** `late`: the event loop is. `crowded`: too many requests are being answered. `texts`: too many wait for their text to be read. */
type Sign = 'late' | 'crowded' | 'texts';

/** When to try again: about as long as an overload takes to be over, when everybody waits a moment. */
const RETRY_AFTER_S = 2;
const OVERLOADED: Message = {
  ko: '지금 이용자가 많아 요청을 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
  en: 'There are more requests now than can be answered. Please try again in a moment.',
};

/** The error for a request that is turned away early. */
export function overloaded(sign: Sign, language: Language): GraphQLError {
  shedTotal.inc({ sign });
  const facts = { status: 503, service: 'gateway', retryAfterSeconds: RETRY_AFTER_S };
  return publicError('SERVICE_UNAVAILABLE', OVERLOADED[language], facts);
}

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
  enter(): Sign | undefined {
    if (this.#lateLooks >= LOOKS) return 'late';
    if (this.#inFlight >= this.settings.maxInFlight) return 'crowded';
    this.#inFlight += 1;
    return undefined;
  }

  /** A request that `enter` has let in is answered, or gone. */
  leave(): void {
    this.#inFlight -= 1;
  }

  #look(): void {
    const lateMs = this.#delay.mean / 1e6 - RESOLUTION_MS;
    if (Number.isNaN(lateMs)) return; // a loop that stood still since the last look has measured nothing: the next look tells
    this.#delay.reset();
    this.#lateLooks = lateMs > this.settings.lagMs ? this.#lateLooks + 1 : 0;
  }
}
