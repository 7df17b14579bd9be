import { spawn } from 'node:child_process';

import { clearLeftover } from '../postgres/leftover';

/**
 * A process of its own that holds PostgreSQL: it ends it in an orderly way when asked to, and also when the supervisor is
 * gone (see liveness/main.ts, which turns a lost supervisor into SIGTERM). Argument: how to start PostgreSQL, as JSON.
 */
interface Order {
  readonly folder: string;
  readonly file: string;
  readonly args: string[];
  readonly uid?: number;
  readonly gid?: number;
}

const PATIENCE_MS = 8_000;

async function keep(order: Order): Promise<void> {
  await clearLeftover(order.folder);
  const { file, args, uid, gid } = order;
  const postgres = spawn(file, args, { uid, gid, cwd: '/', stdio: ['ignore', 'inherit', 'inherit'] });
  postgres.once('error', (error) => {
    console.error(`FATAL: PostgreSQL cannot be started: ${error.message}`);
    process.exitCode = 1;
  });
  postgres.once('exit', (code) => process.exit(code ?? 1));
  const end = (): void => {
    postgres.kill('SIGINT'); // "fast": ends sessions, writes a checkpoint
    setTimeout(() => postgres.kill('SIGQUIT'), PATIENCE_MS).unref(); // "immediate": recovers at the next start
  };
  process.on('SIGTERM', end).on('SIGINT', end);
}

void keep(JSON.parse(process.argv[2] ?? '') as Order);
