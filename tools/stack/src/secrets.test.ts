import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SERVICES } from '@charter/contracts';
import { importJWK, jwtVerify, SignJWT } from 'jose';

import { identityKeys, loadSecrets, signingKey } from './secrets';

describe('the secrets of a home', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-secrets-'));
    file = join(folder, 'secrets.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, differ from each other, and can be read by their owner alone', async () => {
    const first = await loadSecrets(file);
    expect(await loadSecrets(file)).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const passwords = [...Object.values(first.databases), first.gateway].flatMap(({ owner, app }) => [owner, app]);
    expect(new Set([...passwords, first.postgres, first.queue]).size).toBe(2 * SERVICES.length + 4);
    expect(Buffer.from(first.privacy.keys[first.privacy.current] ?? '', 'base64')).toHaveLength(32);
    expect(Buffer.from(first.privacy.lookup, 'base64')).toHaveLength(32);
  });

  it('give every service a key that the others can verify, and no private part to them', async () => {
    const secrets = await loadSecrets(file);
    const { keys } = identityKeys(secrets);
    expect(keys.map(({ kid }) => kid)).toEqual(['gateway', ...SERVICES]);
    expect(keys.some((key) => 'd' in key)).toBe(false);
    const key = await importJWK(signingKey(secrets, 'surveys'), 'EdDSA');
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid: 'surveys' }).sign(key);
    const surveys = keys.find(({ kid }) => kid === 'surveys') ?? {};
    await expect(jwtVerify(token, await importJWK(surveys, 'EdDSA'))).resolves.toBeDefined();
    const charter = keys.find(({ kid }) => kid === 'charter') ?? {};
    await expect(jwtVerify(token, await importJWK(charter, 'EdDSA'))).rejects.toThrow();
  });

  it('of a home from before the gateway had a database are completed, and stay as they are otherwise', async () => {
    const { gateway, ...older } = await loadSecrets(file);
    await writeFile(file, JSON.stringify(older));
    const completed = await loadSecrets(file);
    expect(completed).toMatchObject(older);
    expect(completed.gateway.app).not.toBe(gateway.app);
    expect(await loadSecrets(file)).toEqual(completed);
  });

  it('that are damaged are refused by name and never replaced: the data would be locked away', async () => {
    await writeFile(file, JSON.stringify({ ...(await loadSecrets(file)), cursor: undefined }));
    await expect(loadSecrets(file)).rejects.toThrow(/lacks or damages cursor: restore it/);
    await writeFile(file, '{"postgres": "abc');
    await expect(loadSecrets(file)).rejects.toThrow(/not readable as JSON/);
    expect(await readFile(file, 'utf8')).toBe('{"postgres": "abc');
  });
});
