import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';

const MAIN = join(__dirname, '../../../../apps/notices/dist/main.js');

/** Workers of notices, each a process of its own, on one database. */
export class NoticeWorkers {
  private readonly running: ChildProcess[] = [];

  private constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Creates the tables. @param urls of the database, the mail server, and the service that owns what notices are about */
  static async prepare(urls: { database: string; mail: string; neighbour: string }): Promise<NoticeWorkers> {
    const secret = (): string => randomBytes(32).toString('base64');
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'notices' };
    const env = {
      ...{ ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
      ...{ DATABASE_URL: urls.database, MIGRATION_DATABASE_URL: urls.database, QUEUE_DATABASE_URL: urls.database },
      ...{ IDENTITY_KEYS: JSON.stringify({ keys: [jwk] }), CURSOR_SECRET: secret() },
      SIGNING_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'notices' }),
      PRIVACY_KEYS: JSON.stringify({ current: 'k', keys: { k: secret() }, lookup: secret() }),
      SERVICE_URLS: JSON.stringify({ complaints: urls.neighbour }),
      ...{ SMTP_URL: urls.mail, MAIL_FROM: '부산광역시 <charter@city.example>', PUBLIC_URL: 'http://127.0.0.1:4000' },
    };
    const migrated = spawnSync(process.execPath, [MAIN, 'migrate'], { env, encoding: 'utf8' });
    if (migrated.status !== 0) throw new Error(migrated.stdout + migrated.stderr);
    return new NoticeWorkers(env);
  }

  start(count: number): void {
    for (let n = 0; n < count; n += 1) {
      const stdio = ['ignore', 'inherit', 'inherit'] as const;
      this.running.push(spawn(process.execPath, [MAIN, 'worker'], { env: this.env, stdio: [...stdio] }));
    }
  }

  async stop(): Promise<void> {
    for (const worker of this.running) worker.kill('SIGTERM');
    await Promise.all(this.running.map((worker) => worker.exitCode ?? once(worker, 'exit')));
  }
}
