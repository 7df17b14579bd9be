/** Where a client gets its access token. It is sent in the `Authorization` header and goes nowhere else. */
export interface TokenSource {
  /** The token to send; undefined for an anonymous request. */
  current(): Promise<string | undefined>;
  /** A token in place of one that was refused; undefined when there is none: somebody has to sign in again. */
  renew(refused: string): Promise<string | undefined>;
  /** The token is not to be used any more. */
  forget(): void;
}

export interface TokenOptions {
  /** The token that is there now. Asked once, and again after `forget`. */
  readonly load: () => string | undefined | Promise<string | undefined>;
  /** Gets a new one, by a refresh token or a silent sign-in. Without it a refused token is a failure at once. */
  readonly refresh?: () => string | undefined | Promise<string | undefined>;
}

/** Holds the token in memory, in a place that neither logs nor JSON show. However many requests are refused at once, it is refreshed once. */
export class Tokens implements TokenSource {
  readonly #options: TokenOptions;
  #token?: Promise<string | undefined>;
  #renewal?: Promise<string | undefined>;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  async current(): Promise<string | undefined> {
    this.#token ??= this.#keep(async () => this.#options.load());
    return this.#token;
  }

  async renew(refused: string): Promise<string | undefined> {
    const { refresh } = this.#options;
    const held = await this.current();
    if (held !== refused) return held; // somebody else was refused before, and has got a new one
    if (!refresh) return undefined;
    this.#renewal ??= this.#keep(async () => refresh()).finally(() => (this.#renewal = undefined));
    this.#token = this.#renewal;
    return this.#renewal;
  }

  forget(): void {
    this.#token = undefined;
  }

  /** What could not be got is not kept: the next request tries again. */
  #keep(get: () => Promise<string | undefined>): Promise<string | undefined> {
    const token = get();
    token.catch(() => {
      if (this.#token === token || this.#renewal !== undefined) this.#token = undefined;
    });
    return token;
  }
}
