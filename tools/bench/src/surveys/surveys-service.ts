import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair } from 'jose';
import { IDENTITY_HEADER, type SigningKey, readSigningKey, signIdentity } from '@charter/service';

const MAIN = join(__dirname, '../../../../apps/surveys/dist/main.js');
const PORT = '4791';
const START_MS = 60_000;

async function keyOf(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { own: { ...(await exportJWK(privateKey)), kid }, known: { ...(await exportJWK(publicKey)), kid } };
}

/** The surveys service in a process of its own, on a database that is given, asked as the gateway asks. */
export class SurveysService {
  private constructor(
    private readonly process: ChildProcess,
    private readonly key: SigningKey,
  ) {}

  /** Creates the tables and starts the server. */
  static async start(databaseUrl: string): Promise<SurveysService> {
    const [gateway, service] = [await keyOf('gateway'), await keyOf('surveys')];
    const secret = () => randomBytes(32).toString('base64');
    const env = {
      ...{ ...process.env, PORT, HOST: '127.0.0.1', LOG_LEVEL: 'error', SERVICE_URLS: '{}' },
      ...{ DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: databaseUrl, QUEUE_DATABASE_URL: databaseUrl },
      ...{ IDENTITY_KEYS: JSON.stringify({ keys: [gateway.known] }), SIGNING_KEY: JSON.stringify(service.own) },
      ...{
        CURSOR_SECRET: secret(),
        PRIVACY_KEYS: JSON.stringify({ current: 'k', keys: { k: secret() }, lookup: secret() }),
      },
    };
    const migrated = spawnSync(process.execPath, [MAIN, 'migrate'], { env, encoding: 'utf8' });
    if (migrated.status !== 0) throw new Error(migrated.stdout + migrated.stderr);
    const server = spawn(process.execPath, [MAIN, 'server'], { env, stdio: ['pipe', 'inherit', 'inherit'] });
    const started = new SurveysService(server, await readSigningKey(gateway.own));
    for (const until = Date.now() + START_MS; !(await started.isReady()); await sleep(100)) {
      if (Date.now() > until || server.exitCode !== null) throw new Error('The surveys service did not start.');
    }
    return started;
  }

  /** One request as an administrator. @returns its data and how long it took, in milliseconds */
  async ask<T>(query: string, variables: object): Promise<{ data: T; ms: number }> {
    const body = JSON.stringify({ query, variables });
    const claims = { aud: 'surveys', sub: randomUUID(), roles: ['ADMIN'], rid: randomUUID(), lang: 'en' as const };
    const identity = await signIdentity(this.key, claims, body);
    const from = performance.now();
    const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
      body,
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
    const ms = performance.now() - from;
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return { data, ms };
  }

  async stop(): Promise<void> {
    this.process.kill('SIGTERM');
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }

  private isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${PORT}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
