import {
  type CryptoKey,
  type FlattenedJWSInput,
  type JWTHeaderParameters,
  type JWTVerifyGetKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
} from 'jose';
import { z } from 'zod';
import { IssuerUnavailable } from './person';

export interface IssuerKeysSettings {
  /** As tokens write it in `iss`. */
  readonly issuer: string;
  /** Where its keys are. Without it, the issuer says so itself. */
  readonly jwksUrl?: string;
}

const MINUTE = 60_000;
const TIMES = {
  /** How long one answer may take. */
  answer: 5_000,
  /** How soon an unknown key id may have the keys read again: a rotated key is known after this at the latest. */
  cooldown: 10_000,
  /** How long keys count without a new look: a withdrawn key is refused after this at the latest, if the issuer answers. */
  fresh: 10 * MINUTE,
  /** How long keys count while the issuer does not answer. */
  stale: 60 * MINUTE,
  /** How long nobody waits for an issuer that has just not answered. */
  rest: 5_000,
  /** How long it counts where the issuer keeps its keys. */
  discovered: 60 * MINUTE,
};

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/**
 * The keys that an issuer publishes, by OpenID Connect Discovery 1.0 or from a known address. They follow its rotations: an
 * unknown key id has them read again. While the issuer is away, the keys that it last published hold for an hour.
 */
export class IssuerKeys {
  #place?: { readonly url: string; readonly keys: KeySet; readAt: number };
  /** When the keys were last known to be fresh. */
  #freshAt = 0;
  #restUntil = 0;

  constructor(
    private readonly settings: IssuerKeysSettings,
    private readonly now: () => number = Date.now,
    private readonly times: typeof TIMES = TIMES,
  ) {}

  /** The key that signed a token. @throws {IssuerUnavailable} and jose's errors for a key that the issuer does not have */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    if (this.now() < this.#restUntil) return this.#fromKnown(header, token);
    try {
      const keys = await this.#keys();
      const key = await keys(header, token);
      this.#freshAt = this.now();
      return key;
    } catch (error) {
      if (isFaultOfToken(error)) throw error;
      this.#restUntil = this.now() + this.times.rest;
      return this.#fromKnown(header, token, error);
    }
  };

  /** Reads them once, so that a wrong address is told at the start. @returns where they are. @throws {IssuerUnavailable} */
  readonly look = async (): Promise<string> => {
    try {
      const keys = await this.#keys();
      await keys.reload();
      this.#freshAt = this.now();
      return this.#place!.url;
    } catch (cause) {
      throw new IssuerUnavailable('The issuer’s keys cannot be read.', { cause });
    }
  };

  async #fromKnown(header: JWTHeaderParameters, token: FlattenedJWSInput, cause?: unknown): Promise<CryptoKey> {
    const known = this.#place?.keys.jwks();
    if (!known || this.now() - this.#freshAt > this.times.stale)
      throw new IssuerUnavailable('The issuer’s keys cannot be read.', { cause });
    try {
      return await createLocalJWKSet(known)(header, token);
    } catch (error) {
      // A key that came while the issuer is away cannot be told from one that it never had.
      if (error instanceof errors.JWKSNoMatchingKey)
        throw new IssuerUnavailable('The key is not known yet.', { cause });
      throw error;
    }
  }

  async #keys(): Promise<KeySet> {
    if (this.#place && this.now() - this.#place.readAt < this.times.discovered) return this.#place.keys;
    const url = this.settings.jwksUrl ?? (await this.#discover());
    if (this.#place?.url === url) this.#place.readAt = this.now();
    else this.#place = { url, keys: this.#remote(url), readAt: this.now() };
    return this.#place.keys;
  }

  #remote(url: string): KeySet {
    const { answer, cooldown, fresh } = this.times;
    return createRemoteJWKSet(new URL(url), {
      ...{ timeoutDuration: answer, cooldownDuration: cooldown, cacheMaxAge: fresh },
    });
  }

  /** OpenID Connect Discovery 1.0, 4: what the issuer says of itself must name it exactly. */
  async #discover(): Promise<string> {
    const { issuer } = this.settings;
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      ...{
        redirect: 'manual',
        signal: AbortSignal.timeout(this.times.answer),
        headers: { accept: 'application/json' },
      },
    });
    if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}.`);
    const found = discoverySchema.parse(await answer.json());
    if (found.issuer !== issuer) throw new Error(`${answer.url} is that of ${found.issuer}, not of ${issuer}.`);
    if (issuer.startsWith('https:') && !found.jwks_uri.startsWith('https:'))
      throw new Error(`${answer.url} names keys that are not behind TLS.`);
    return found.jwks_uri;
  }
}

const isFaultOfToken = (error: unknown): boolean =>
  [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some(
    (kind) => error instanceof kind,
  );
