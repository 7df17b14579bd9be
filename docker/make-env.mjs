// Fills .env.template with fresh passwords and keys: node docker/make-env.mjs > docker/.env
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const SERVICES = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'];

const password = () => randomBytes(24).toString('hex');
const pairs = ['gateway', ...SERVICES].map((kid) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'EdDSA' };
});
const values = {
  POSTGRES_PASSWORD: password(),
  DATABASE_OWNER_PASSWORD: password(),
  ...Object.fromEntries(SERVICES.map((service) => [`DATABASE_PASSWORD_${service.toUpperCase()}`, password()])),
  GRAFANA_PASSWORD: password(),
  CURSOR_SECRET: randomBytes(32).toString('hex'),
  PRIVACY_KEYS: JSON.stringify({
    current: 'k1',
    keys: { k1: randomBytes(32).toString('base64') },
    lookup: randomBytes(32).toString('base64'),
  }),
  IDENTITY_KEYS: JSON.stringify({ keys: pairs.map(({ d: _private, ...open }) => ({ ...open, use: 'sig' })) }),
  ...Object.fromEntries(pairs.map((pair) => [`SIGNING_KEY_${pair.kid.toUpperCase()}`, JSON.stringify(pair)])),
};

const template = readFileSync(new URL('.env.template', import.meta.url), 'utf8');
process.stdout.write(
  template.replace(/^([A-Z0-9_]+)=$/gm, (line, name) => (name in values ? `${name}='${values[name]}'` : line)),
);
