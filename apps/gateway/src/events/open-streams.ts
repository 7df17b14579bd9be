import { PassThrough, type Readable } from 'node:stream';
import { CLOCK_SKEW_SECONDS, type TokenFacts } from '../caller/bearer';
import { eventStreams, eventStreamsEnded } from '../observe/event-metrics';

/** How often each stream's token is judged again, in milliseconds. */
const JUDGE_MS = 1_000;

/** Why a stream has ended: the client left, the service ended it, its token holds no more, the gateway stops. */
type Reason = 'client' | 'service' | 'token' | 'stopping';

export interface OpenStreamsParts {
  readonly most: number;
  readonly mostPerCaller: number;
  readonly isLoggedOut: (token: TokenFacts) => boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A place for one stream, taken before it is opened. */
export class Place {
  #end: ((reason: Reason) => void) | undefined;

  constructor(
    readonly token: TokenFacts,
    private readonly leave: (place: Place) => void,
  ) {}

  /**
   * Passes on what a service sends, until something ends it. What the client gets ends in order also when the service is cut off:
   * it comes again with the last id that it has.
   */
  pass(from: Readable): Readable {
    const to = new PassThrough();
    eventStreams.inc();
    let isOver = false;
    this.#end = (reason) => {
      if (isOver) return;
      isOver = true;
      eventStreams.dec();
      eventStreamsEnded.inc({ reason });
      this.leave(this);
      from.unpipe(to);
      from.destroy();
      to.end();
    };
    from.on('error', () => this.end('service')).once('close', () => this.end('service'));
    to.once('close', () => this.end('client'));
    return from.pipe(to, { end: false });
  }

  /** Ends what is open there; a place without a stream is given back. */
  end(reason: Reason): void {
    if (this.#end) this.#end(reason);
    else this.leave(this);
  }
}

/** The streams of events that are open in this process, by whom: limited, and ended with the token that opened them. */
export class OpenStreams {
  readonly #places = new Map<string, Set<Place>>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(private readonly parts: OpenStreamsParts) {}

  /** @returns a place, or which limit is reached: of all callers (or none are opened any more), or of this one */
  take(token: TokenFacts): Place | 'FULL' | 'TOO_MANY' {
    const { most, mostPerCaller } = this.parts;
    const own = this.#places.get(token.personId) ?? new Set();
    if (this.#isStopping || this.#count >= most) return 'FULL';
    if (own.size >= mostPerCaller) return 'TOO_MANY';
    const place = new Place(token, (left) => this.#leave(left));
    this.#places.set(token.personId, own.add(place));
    this.#count += 1;
    this.#timer ??= setInterval(() => this.#judge(), JUDGE_MS).unref();
    return place;
  }

  /** Ends all: clients come again and find another process. */
  stop(): void {
    this.#isStopping = true;
    clearInterval(this.#timer);
    for (const place of this.#all()) place.end('stopping');
  }

  #all(): Place[] {
    return [...this.#places.values()].flatMap((own) => [...own]);
  }

  #leave(place: Place): void {
    const own = this.#places.get(place.token.personId);
    if (!own?.delete(place)) return;
    this.#count -= 1;
    if (own.size === 0) this.#places.delete(place.token.personId);
  }

  #judge(): void {
    const { isLoggedOut, now = Date.now } = this.parts;
    const expired = now() / 1_000 - CLOCK_SKEW_SECONDS;
    for (const place of this.#all())
      if (place.token.expiresAt <= expired || isLoggedOut(place.token)) place.end('token');
  }
}
