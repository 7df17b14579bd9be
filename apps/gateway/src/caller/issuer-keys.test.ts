import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, type JWK, SignJWT, errors, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { IssuerKeys } from './issuer-keys';
import { IssuerUnavailable } from './person';

/** Short, so that a test need not wait; the issuer's faults last longer than any of them. */
const TIMES = { answer: 500, cooldown: 0, fresh: 200, stale: 1_000, rest: 0, discovered: 200 };

describe('the keys of an issuer', () => {
  let server: Server;
  let issuer: string;
  let documents: Record<string, unknown>;
  let asked: string[];
  const made = new Map<string, { key: CryptoKey; open: JWK }>();

  const make = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    made.set(kid, { key: privateKey, open: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } });
  };
  const publish = (...kids: string[]) => void (documents['/keys'] = { keys: kids.map((kid) => made.get(kid)!.open) });
  const signedBy = (kid: string) =>
    new SignJWT().setProtectedHeader({ alg: 'ES256', kid }).setIssuer(issuer).sign(made.get(kid)!.key);

  beforeAll(async () => {
    await Promise.all([make('first'), make('second')]);
    server = createServer((request, response) => {
      asked.push(request.url!);
      const document = documents[request.url!];
      if (document === undefined) response.writeHead(503).end('away');
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    asked = [];
    documents = { '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` } };
    publish('first');
  });

  let now = Date.now();
  const later = (ms: number) => void jest.setSystemTime((now += ms));
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout'], now }));
  afterEach(() => jest.useRealTimers());

  const holds = async (keys: IssuerKeys, kid: string): Promise<void> =>
    void (await jwtVerify(await signedBy(kid), keys.keyFor));

  it('are where it says, and are read once for many tokens', async () => {
    const keys = new IssuerKeys({ issuer }, Date.now, TIMES);
    for (let count = 0; count < 5; count += 1) await holds(keys, 'first');
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
    expect(await keys.look()).toBe(`${issuer}/keys`);
  });

  it('are read from a given place without asking it', async () => {
    await holds(new IssuerKeys({ issuer, jwksUrl: `${issuer}/keys` }, Date.now, TIMES), 'first');
    expect(asked).toEqual(['/keys']);
  });

  it('are found below an issuer whose name ends with a slash', async () => {
    documents['/.well-known/openid-configuration'] = { issuer: `${issuer}/`, jwks_uri: `${issuer}/keys` };
    await holds(new IssuerKeys({ issuer: `${issuer}/` }, Date.now, TIMES), 'first');
  });

  it('follow a rotation: the new one at once, the old one as long as it is published', async () => {
    const keys = new IssuerKeys({ issuer }, Date.now, TIMES);
    await holds(keys, 'first');
    later(1);
    publish('first', 'second');
    await holds(keys, 'second');
    publish('second');
    later(TIMES.fresh + 1);
    await holds(keys, 'second');
    await expect(holds(keys, 'first')).rejects.toThrow(errors.JWKSNoMatchingKey);
  });

  it('follow it to another place', async () => {
    const keys = new IssuerKeys({ issuer }, Date.now, TIMES);
    await holds(keys, 'first');
    documents['/moved'] = { keys: [made.get('second')!.open] };
    documents['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/moved` };
    later(TIMES.discovered + 1);
    await holds(keys, 'second');
  });

  it('hold for a while when it is away, and no longer; a key that came meanwhile is not called false', async () => {
    const keys = new IssuerKeys({ issuer }, Date.now, TIMES);
    await holds(keys, 'first');
    documents = {};
    later(TIMES.stale - 1);
    await holds(keys, 'first');
    await expect(holds(keys, 'second')).rejects.toThrow(IssuerUnavailable);
    later(2);
    await expect(holds(keys, 'first')).rejects.toThrow(IssuerUnavailable);
  });

  it('are asked for once in a while when it is away, and not by every token', async () => {
    const keys = new IssuerKeys({ issuer }, Date.now, { ...TIMES, rest: 1_000 });
    documents = {};
    for (let count = 0; count < 5; count += 1) await expect(holds(keys, 'first')).rejects.toThrow(IssuerUnavailable);
    expect(asked).toHaveLength(1);
  });

  it.each<[string, (own: string) => unknown]>([
    ['another issuer', (own) => ({ issuer: 'https://elsewhere.example', jwks_uri: `${own}/keys` })],
    ['no place of keys', (own) => ({ issuer: own })],
    ['a place that is none', (own) => ({ issuer: own, jwks_uri: 'file:///etc/keys' })],
    ['nothing', () => undefined],
  ])('are unknown when what it says of itself names %s', async (_what, document) => {
    documents['/.well-known/openid-configuration'] = document(issuer);
    const keys = new IssuerKeys({ issuer }, Date.now, TIMES);
    await expect(keys.look()).rejects.toThrow(IssuerUnavailable);
    await expect(holds(keys, 'first')).rejects.toThrow(IssuerUnavailable);
    expect(asked).not.toContain('/keys');
  });
});
