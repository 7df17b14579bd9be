import { randomBytes } from 'node:crypto';
import { readEnv } from '@charter/service';
import { complaintsEnv } from './env';

const bytes = () => randomBytes(32).toString('base64');
const key = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'complaints' };
const rest = {
  ...{ PORT: '0', DATABASE_URL: 'postgres://app@127.0.0.1/complaints', CURSOR_SECRET: 'x'.repeat(32) },
  IDENTITY_KEYS: JSON.stringify({ keys: [key] }),
  SIGNING_KEY: JSON.stringify({ ...key, d: 'd' }),
  PRIVACY_KEYS: JSON.stringify({ current: 'k1', keys: { k1: bytes() }, lookup: bytes() }),
  PUBLIC_URL: 'https://charter.example.kr',
};
const store = {
  S3_ENDPOINT: 'https://s3.example.kr',
  S3_BUCKET: 'b',
  S3_ACCESS_KEY_ID: 'a',
  S3_SECRET_ACCESS_KEY: 's',
};

it.each([
  ['a folder', { ATTACHMENTS_DIR: '/attachments' }],
  ['a store', store],
  ['both, and the store is taken', { ...store, ATTACHMENTS_DIR: '/attachments' }],
])('takes %s for attachments', (_name, given) =>
  expect(readEnv(complaintsEnv, { ...rest, ...given })).toMatchObject({ ...given, ATTACHMENT_MAX_BYTES: 20_971_520 }),
);

it.each([
  ['neither folder nor store', {}, /ATTACHMENTS_DIR: is needed without S3_ENDPOINT/],
  [
    'a store without its keys',
    { S3_ENDPOINT: store.S3_ENDPOINT, S3_BUCKET: 'b' },
    /S3_ACCESS_KEY_ID[^]*S3_SECRET_ACCESS_KEY/,
  ],
  ['a scanner by another protocol', { ATTACHMENTS_DIR: '/a', CLAMAV_URL: 'http://clamav:3310' }, /CLAMAV_URL/],
  ['no limit', { ATTACHMENTS_DIR: '/a', ATTACHMENT_MAX_BYTES: '0' }, /ATTACHMENT_MAX_BYTES/],
])('refuses %s', (_name, given, words) => expect(() => readEnv(complaintsEnv, { ...rest, ...given })).toThrow(words));
