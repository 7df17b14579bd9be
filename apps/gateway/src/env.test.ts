import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError, readEnv } from '@charter/service';
import { gatewayEnv } from './env';

const good = {
  OIDC_ISSUER: 'https://login.example.kr',
  SIGNING_KEY: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd', kid: 'gateway' }),
};

describe('the environment of the gateway', () => {
  it('has a default for what can have one', () => {
    const env = readEnv(gatewayEnv, good);
    expect(env).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      CORS_ORIGINS: [],
      OIDC_AUDIENCE: 'charter',
      OIDC_ALGORITHMS: expect.not.arrayContaining(['HS256', 'none']),
      SUBGRAPH_URLS: {},
    });
    expect(env.SUPERGRAPH_PATH).toMatch(/apps\/gateway\/supergraph\.graphql$/);
  });

  it('names everything that is wrong at once, and no value', () => {
    const bad = {
      ...good,
      OIDC_ISSUER: undefined,
      OIDC_ALGORITHMS: 'EdDSA, HS256',
      CORS_ORIGINS: 'https://a.example/path',
      SUBGRAPH_URLS: '{"complaints":"SECRET"}',
      SIGNING_KEY: '{"kty":"RSA"}',
      PORT: '70000',
    };
    const told = (): string => {
      try {
        readEnv(gatewayEnv, bad);
      } catch (error) {
        if (error instanceof EnvironmentError) return error.message;
      }
      return '';
    };
    for (const name of ['OIDC_ISSUER', 'OIDC_ALGORITHMS', 'CORS_ORIGINS', 'SUBGRAPH_URLS', 'SIGNING_KEY', 'PORT']) {
      expect(told()).toContain(name);
    }
    expect(told()).not.toContain('SECRET');
  });

  it('is told whole in .env.template', () => {
    const template = readFileSync(join(__dirname, '../.env.template'), 'utf8');
    expect(Object.keys(gatewayEnv.shape).filter((name) => !template.includes(`\n${name}=`))).toEqual([]);
  });

  it('asks where registered operations are, when there are to be any', () => {
    expect(() => readEnv(gatewayEnv, { ...good, TRUSTED_DOCUMENTS: 'only' })).toThrow(/TRUSTED_DOCUMENTS_PATH/);
    const env = readEnv(gatewayEnv, { ...good, TRUSTED_DOCUMENTS: 'only', TRUSTED_DOCUMENTS_PATH: 'a.json, b' });
    expect(env.TRUSTED_DOCUMENTS_PATH).toEqual(['a.json', 'b']);
    expect(env.TRUSTED_DOCUMENTS_EXEMPT).toEqual(['ADMIN']);
  });

  it('takes no limit under which the largest lawful request could never run', () => {
    expect(() => readEnv(gatewayEnv, { ...good, POINTS_CITIZEN: '20000' })).toThrow(/POINTS_CITIZEN/);
  });

  it('knows no issuer without TLS in production', () => {
    const local = { OIDC_ISSUER: 'http://127.0.0.1:4999' };
    expect(readEnv(gatewayEnv, { ...good, ...local }).OIDC_ISSUER).toBe(local.OIDC_ISSUER);
    for (const open of [local, { OIDC_JWKS_URL: 'http://login.example.kr/jwks' }]) {
      const read = () => readEnv(gatewayEnv, { ...good, ...open, NODE_ENV: 'production' });
      expect(read).toThrow(`${Object.keys(open)[0]}: must be https in production`);
    }
    expect(readEnv(gatewayEnv, { ...good, NODE_ENV: 'production' }).OIDC_JWKS_URL).toBeUndefined();
  });

  it.each([
    ['OIDC_ROLES', '{"x":"SERVICE"}'],
    ['OIDC_ROLES', 'ADMIN'],
    ['OIDC_DEFAULT_ROLE', 'ADMIN'],
    ['OIDC_DEPARTMENTS', '{"/roads":"도로과"}'],
    ['OIDC_ROLES_CLAIM', '/realm_access/'],
    ['OIDC_ROLES_CLAIM', '/a~2b'],
  ])('refuses %s=%s', (name, value) => expect(() => readEnv(gatewayEnv, { ...good, [name]: value })).toThrow(name));

  it('accepts no shared secret and no unsigned token', () => {
    for (const OIDC_ALGORITHMS of ['HS256', 'none', '']) {
      const read = () => readEnv(gatewayEnv, { ...good, OIDC_ALGORITHMS: OIDC_ALGORITHMS || ',' });
      expect(read).toThrow(/OIDC_ALGORITHMS/);
    }
  });
});
