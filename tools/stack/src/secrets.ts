import { randomBytes } from 'node:crypto';

import { SERVICES, type ServiceName } from '@charter/contracts';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';

import { readJson, writeJson } from './json-file';
import { StackError } from './stack-error';

/** Who signs: the gateway towards the services, each service towards the others, the issuer towards the gateway. */
const SIGNERS = ['gateway', 'issuer', ...SERVICES] as const;
export type Signer = (typeof SIGNERS)[number];

const password = z.string().min(20);
const databasePasswords = z.object({ owner: password, app: password });
const privateJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }).loose();

const schema = z.object({
  postgres: password,
  queue: password,
  databases: z.record(z.enum(SERVICES), databasePasswords),
  gateway: databasePasswords,
  signing: z.record(z.enum(SIGNERS), privateJwk),
  cursor: z.string().min(32),
  privacy: z.object({ current: z.string(), keys: z.record(z.string(), z.string()), lookup: z.string() }),
});

/** What one home keeps secret: generated once, kept in a file that only its owner may read. */
export type Secrets = z.infer<typeof schema>;

/**
 * The secrets of a home, generated when there are none yet.
 * @throws {StackError} when the file is there and not whole: new secrets would lock the data away
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const kept = await readJson(file);
  if (kept === undefined) {
    const fresh = await generate();
    await writeJson(file, fresh);
    return fresh;
  }
  const parsed = schema.safeParse(kept);
  if (parsed.success) return parsed.data;
  const completed = schema.safeParse({ gateway: freshPasswords(), ...(kept as object) });
  if (completed.success) {
    // A home from before the gateway had a database: nothing is locked away by passwords that are new.
    await writeJson(file, completed.data);
    return completed.data;
  }
  const what = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new StackError(
    `${file} lacks or damages ${what}: restore it from a copy, or start over with "npm run reset" (the data goes too).`,
  );
}

/** The public halves of every signer but the issuer, each with its name as key id: what services verify callers with. */
export function identityKeys(secrets: Secrets): { keys: JWK[] } {
  return { keys: SIGNERS.filter((signer) => signer !== 'issuer').map((signer) => publicJwk(secrets, signer)) };
}

/** The private key of a signer, with its name as key id. */
export function signingKey(secrets: Secrets, signer: Signer): JWK {
  return { ...secrets.signing[signer], kid: signer, alg: 'EdDSA' };
}

/** The public key of a signer, with its name as key id. */
function publicJwk(secrets: Secrets, signer: Signer): JWK {
  const { kty, crv, x } = secrets.signing[signer];
  return { kty, crv, x, kid: signer, alg: 'EdDSA', use: 'sig' };
}

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');
const freshPasswords = (): { owner: string; app: string } => ({ owner: secret(24), app: secret(24) });

async function generate(): Promise<Secrets> {
  const pairs = await Promise.all(
    SIGNERS.map(async (signer) => {
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      return [signer, await exportJWK(privateKey)] as const;
    }),
  );
  const passwords = SERVICES.map((service): [ServiceName, { owner: string; app: string }] => [
    service,
    freshPasswords(),
  ]);
  return schema.parse({
    postgres: secret(24),
    queue: secret(24),
    databases: Object.fromEntries(passwords),
    gateway: freshPasswords(),
    signing: Object.fromEntries(pairs),
    cursor: secret(48),
    privacy: {
      current: 'k1',
      keys: { k1: randomBytes(32).toString('base64') },
      lookup: randomBytes(32).toString('base64'),
    },
  });
}
