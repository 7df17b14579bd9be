import { Readable } from 'node:stream';
import { Counter, Gauge } from 'prom-client';

const open = new Gauge({ name: 'charter_event_streams', help: 'Streams of events that are open.' });
const sent = new Counter({ name: 'charter_events_sent_total', help: 'Events sent into streams.' });
const cut = new Counter({
  name: 'charter_event_streams_cut_total',
  help: 'Streams that were ended because nobody read them.',
});

/** How many bytes wait for a reader before no more are made. */
const MOST_WAITING = 64 * 1024;

/** One event as browsers read it (HTML Living Standard, 9.2 Server-sent events). */
export interface ServerSentEvent {
  readonly name: string;
  /** What the client sends as Last-Event-ID when it comes again. */
  readonly id: string;
  /** Written as JSON, which keeps it on one line. */
  readonly data: object;
}

/** The event on the wire. */
export const eventText = ({ name, id, data }: ServerSentEvent): string =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

const BEAT = ': \n\n';

export interface EventStreamSettings {
  /** How long a client should wait before it comes again, in milliseconds. */
  readonly retryMs: number;
  /** How long a stream may stay full before it is ended, in milliseconds. */
  readonly slowMs: number;
  /** Called when there is room again after there was none. */
  readonly onRoom: () => void;
}

/**
 * The bytes of one stream of events. It holds what has not been read up to a limit, and takes no more beyond it: whoever sends
 * looks at `hasRoom`, and goes on from the last event that was taken.
 */
export class EventStream extends Readable {
  #fullSince: number | undefined;
  #isFinished = false;

  constructor(private readonly settings: EventStreamSettings) {
    super({ highWaterMark: MOST_WAITING });
    open.inc();
    this.once('close', () => open.dec());
    this.push(`retry: ${settings.retryMs}\n\n`);
  }

  get hasRoom(): boolean {
    return this.#fullSince === undefined;
  }

  /** Sends one event, whole; after the end nothing. */
  send(event: ServerSentEvent): void {
    if (this.#isFinished) return;
    sent.inc();
    this.#put(eventText(event));
  }

  /** Keeps the way open by a comment that clients skip; ends a stream that has been full for too long. */
  beat(): void {
    if (this.#fullSince === undefined) {
      if (!this.#isFinished) this.#put(BEAT);
    } else if (performance.now() - this.#fullSince >= this.settings.slowMs) {
      cut.inc();
      this.destroy();
    }
  }

  /** No more comes. */
  finish(): void {
    this.#isFinished = true;
    this.push(null);
  }

  override _read(): void {
    if (this.#fullSince === undefined) return;
    this.#fullSince = undefined;
    this.settings.onRoom();
  }

  #put(text: string): void {
    if (!this.push(text)) this.#fullSince ??= performance.now();
  }
}
