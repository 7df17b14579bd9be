import type { Result } from './result';
import { uuid } from './uuid';

/** Where a key outlives a reload of the page: `sessionStorage`, for example. */
export interface KeyStore {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/**
 * Somebody's wish to create one thing: a form from its opening until it is done. Its key goes with every try, so that double clicks, retries
 * and reloads create one thing and no more.
 */
export class Intent {
  #key?: string;
  #running?: Promise<unknown>;

  /**
   * @param name of the form, unique within the store. @param store keeps the key over a reload; without it the key lives as long as this object
   */
  constructor(
    readonly name: string,
    private readonly store?: KeyStore,
  ) {}

  /** For `idempotencyKey`: the same until the thing is created. */
  get key(): string {
    this.#key ??= this.store?.getItem(this.place) ?? undefined;
    if (this.#key === undefined) {
      this.#key = uuid();
      this.store?.setItem(this.place, this.#key);
    }
    return this.#key;
  }

  /**
   * Sends it; while it is being sent, a second call joins the first. Once it is created the next call makes another thing. What was refused
   * is mended and sent with the same key; a key that was used for another input is dropped.
   */
  async submit<Data>(send: (key: string) => Promise<Result<Data>>): Promise<Result<Data>> {
    const running = this.#running as Promise<Result<Data>> | undefined;
    if (running) return running;
    const sending = send(this.key);
    this.#running = sending;
    try {
      const result = await sending;
      if (isOver(result)) this.renew();
      return result;
    } finally {
      this.#running = undefined;
    }
  }

  /** Begins anew: the next thing has another key. */
  renew(): void {
    this.#key = undefined;
    this.store?.removeItem(this.place);
  }

  private get place(): string {
    return `charter-intent:${this.name}`;
  }
}

/** Whether the key is of no more use. A partial answer to a mutation means that it was carried out. */
const isOver = (result: Result<unknown>): boolean =>
  result.kind === 'complete' ||
  result.kind === 'partial' ||
  (result.kind === 'failed' && result.failure.code === 'IDEMPOTENCY_KEY_REUSED');
