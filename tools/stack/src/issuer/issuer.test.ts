import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';

import { loadSecrets, signingKey } from '../secrets';
import { createIssuer } from './issuer';
import { demoPeople } from './people';
import { issueToken } from './token';

const ISSUER = 'http://127.0.0.1:4999';

interface Answer {
  readonly status: number;
  readonly body: Record<string, string> & { keys: [Record<string, string>] };
}

describe('the development issuer', () => {
  let folder: string;
  let app: FastifyInstance;
  let address: string;
  let key: ReturnType<typeof signingKey>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-issuer-'));
    key = signingKey(await loadSecrets(join(folder, 'secrets.json')), 'issuer');
    app = createIssuer({ issuer: ISSUER, key });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const ask = async (path: string, body?: object): Promise<Answer> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(address + path, body && post);
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  const keySet = async () => createLocalJWKSet((await ask('/.well-known/jwks.json')).body);

  it('gives a token that its published key verifies, with who, what and where', async () => {
    const answer = await ask('/token', { person: 'officer' });
    const { payload, protectedHeader } = await jwtVerify(answer.body['access_token']!, await keySet(), {
      issuer: ISSUER,
      audience: 'charter',
      algorithms: ['EdDSA'],
    });
    const officer = demoPeople.find(({ key: person }) => person === 'officer');
    expect(payload).toMatchObject({
      sub: officer?.id,
      roles: ['OFFICER'],
      department: 'ROADS',
      name: '박민수',
      jti: expect.any(String),
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30 * 86_400);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: 'issuer' });
  });

  it('publishes no private key, and where it is in the discovery document', async () => {
    const [published] = (await ask('/.well-known/jwks.json')).body.keys;
    expect(published).toMatchObject({ kty: 'OKP', kid: 'issuer', x: key.x });
    expect(published).not.toHaveProperty('d');
    const discovery = await ask('/.well-known/openid-configuration');
    expect(discovery.body).toMatchObject({ issuer: ISSUER, jwks_uri: `${ISSUER}/.well-known/jwks.json` });
  });

  it('knows the demo people and nobody else', async () => {
    const answer = await ask('/token', { person: 'mayor' });
    expect(answer.status).toBe(400);
    expect(answer.body['error_description']).toContain('otherCitizen');
    expect((await ask('/token', {})).status).toBe(400);
  });

  it('gives tokens that end', async () => {
    const [person] = demoPeople;
    const old = await issueToken(person!, key, ISSUER, new Date('2020-01-01T00:00:00Z'));
    await expect(jwtVerify(old, await keySet())).rejects.toThrow(/exp/);
  });

  it('has one fixed id for each person', () => {
    expect(new Set(demoPeople.map(({ id }) => id)).size).toBe(7);
    for (const { roles, department } of demoPeople) expect(Boolean(department)).toBe(!roles.includes('CITIZEN'));
  });
});
