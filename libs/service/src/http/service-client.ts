import { request } from 'undici';
import type { Role, ServiceName } from '@charter/contracts';
import { traced, traceparentNow } from '@charter/outbox';
import { IDENTITY_HEADER, type SigningKey, signIdentity } from '../identity/identity';

const TIME_LIMIT_MS = 5_000;

/** Another service did not answer, or not with 200. */
export class ServiceUnavailable extends Error {
  constructor(
    readonly service: ServiceName,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(`The service ${service} ${status ? `answered ${status}` : 'could not be reached'}.`, options);
  }
}

/** Calls internal routes of other services, signed as this service. The gateway signs without a role: it is no service. */
export class ServiceClient {
  constructor(
    private readonly urls: Readonly<Partial<Record<ServiceName, string>>>,
    private readonly key: SigningKey,
    private readonly roles: readonly Role[] = ['SERVICE'],
  ) {}

  /** @returns the parsed JSON answer. @throws {ServiceUnavailable} */
  post(service: ServiceName, path: string, input: unknown, requestId: string): Promise<unknown> {
    const is = { kind: 'client', attributes: { service, path } } as const;
    return traced(`call ${service}`, is, () => this.#post(service, path, input, requestId));
  }

  async #post(service: ServiceName, path: string, input: unknown, requestId: string): Promise<unknown> {
    const base = this.urls[service];
    if (!base)
      throw new ServiceUnavailable(service, undefined, { cause: new Error(`SERVICE_URLS has no ${service}.`) });
    const body = JSON.stringify(input);
    const claims = { aud: service, roles: this.roles, rid: requestId, lang: 'ko' } as const;
    const identity = await signIdentity(this.key, claims, body);
    const traceparent = traceparentNow();
    let answer: Awaited<ReturnType<typeof request>>;
    try {
      answer = await request(new URL(path, base), {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
          ...(traceparent && { traceparent }),
        },
        body,
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      });
    } catch (cause) {
      throw new ServiceUnavailable(service, undefined, { cause });
    }
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new ServiceUnavailable(service, answer.statusCode);
    }
    return answer.body.json();
  }
}
