import { EnvironmentError, readEnv, serviceEnv } from './env';

const key = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'complaints' };
const complete = {
  PORT: '0',
  DATABASE_URL: 'postgres://app@127.0.0.1/complaints',
  IDENTITY_KEYS: JSON.stringify({ keys: [{ ...key, kid: 'gateway' }] }),
  SIGNING_KEY: JSON.stringify({ ...key, d: 'd' }),
  CURSOR_SECRET: 'x'.repeat(32),
  SERVICE_URLS: '{"notices":"http://127.0.0.1:4106"}',
};

it('reads a complete environment and fills in the defaults', () => {
  expect(readEnv(serviceEnv, complete)).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 0,
    LOG_LEVEL: 'info',
    SERVICE_URLS: { notices: 'http://127.0.0.1:4106' },
  });
});

it('treats an empty variable as one that is not set', () =>
  expect(readEnv(serviceEnv, { ...complete, REDIS_URL: '' }).REDIS_URL).toBeUndefined());

it('lists every fault together, and no value', () => {
  const read = () =>
    readEnv(serviceEnv, {
      ...complete,
      PORT: 'many',
      DATABASE_URL: 'mysql://secret@host',
      SIGNING_KEY: '{',
      CURSOR_SECRET: 'short',
    });
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow(/PORT[^]*DATABASE_URL[^]*SIGNING_KEY: is not JSON[^]*CURSOR_SECRET/);
  expect(read).not.toThrow(/secret@host|mysql/);
});
