import type { Dispatcher } from 'undici';
import { SubgraphUnreachable } from './unreachable';

type Head = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** One answer, as HTTP brought it. */
export interface Arrived {
  readonly status: number;
  readonly headers: Head;
  readonly body: Buffer;
}

/** Looks at the head of an answer. @throws {SubgraphUnreachable} when the body is not wanted */
export type CheckHead = (status: number, headers: Head) => void;

/**
 * Takes in one answer as undici hands it over. A stream and an abort signal for each call, which undici's `request` brings along,
 * cost as much as the call itself.
 */
export class Reception implements Dispatcher.DispatchHandler {
  /** Rejects with what the head was refused for, with {@link SubgraphUnreachable} when the time is over, or with undici's error. */
  readonly arrived: Promise<Arrived>;
  #resolve!: (arrived: Arrived) => void;
  #reject!: (error: Error) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller?: Dispatcher.DispatchController;
  #failure?: Error;
  #status = 0;
  #headers: Head = {};

  /** @param limitMs how long the answer may take to arrive whole, in milliseconds */
  constructor(
    private readonly check: CheckHead,
    limitMs: number,
  ) {
    this.arrived = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(
      () => this.#fail(new SubgraphUnreachable('timeout', 'no answer within the time limit')),
      limitMs,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure) controller.abort(this.#failure); // its time was over before there was a connection for it
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Head): void {
    if (status < 200) return; // the answer proper follows (RFC 9110, 15.2)
    this.#status = status;
    this.#headers = headers;
    try {
      this.check(status, headers);
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  /** Also after {@link DispatchController.abort}: by then it has failed already, and stays so. */
  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  /** Reads no further: the connection is cut. */
  #fail(error: Error): void {
    if (this.#failure) return;
    this.#failure = error;
    clearTimeout(this.#timer);
    this.#reject(error);
    this.#controller?.abort(error);
  }
}
