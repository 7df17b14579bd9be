import { createHmac, timingSafeEqual } from 'node:crypto';

type Method = 'GET' | 'PUT';

/** Signs addresses of one kind of file and checks them: for one method, one file, what the parameters say, and until a moment. */
export class SignedAddresses {
  private readonly key: Buffer;

  /**
   * @param base where browsers reach the platform
   * @param kind the first part of the path, which the gateway passes on to one service; a signature of one kind holds for no other
   */
  constructor(
    private readonly base: string,
    secret: string,
    readonly kind: string,
  ) {
    this.key = createHmac('sha256', secret).update(`addresses of ${kind}`).digest();
  }

  make(method: Method, id: string, parameters: Readonly<Record<string, string>>, until: Date): string {
    const url = new URL(`/${this.kind}/${id}`, this.base);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    url.searchParams.set('until', String(Math.floor(until.getTime() / 1_000)));
    url.searchParams.set('signature', this.sign(method, id, url.searchParams));
    return url.toString();
  }

  /** @returns the parameters of an address that holds; undefined for one that was edited or has expired */
  read(method: Method, id: string, query: string, now: Date): URLSearchParams | undefined {
    const parameters = new URLSearchParams(query);
    const given = Buffer.from(parameters.get('signature') ?? '');
    parameters.delete('signature');
    const expected = Buffer.from(this.sign(method, id, parameters));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return Number(parameters.get('until')) * 1_000 > now.getTime() ? parameters : undefined;
  }

  private sign(method: Method, id: string, parameters: URLSearchParams): string {
    const sorted = new URLSearchParams(parameters);
    sorted.sort();
    return createHmac('sha256', this.key).update(`${method}\n${id}\n${sorted.toString()}`).digest('base64url');
  }
}
