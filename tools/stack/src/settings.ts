import { type Home, homeAt } from './home';
import { StackError } from './stack-error';

/** What the environment says about a stack. */
export interface Settings {
  readonly home: Home;
  readonly port?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** Whether log lines are shown as JSON, whole, as the processes wrote them. */
  readonly wholeLogs: boolean;
  /** What its processes inherit. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** Set for one process at a time, never handed on. */
const OWN =
  /^(DATABASE_URL|MIGRATION_DATABASE_URL|QUEUE_DATABASE_URL|REDIS_URL|PORT|HOST|CHARTER_.*|npm_.*|NODE_CHANNEL_.*|PG[A-Z]+)$/;

/** Reads CHARTER_HOME, CHARTER_PORT, CHARTER_LOGS, DATABASE_URL and REDIS_URL. @throws {StackError} when one of them is no address */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const inherited = Object.entries(env).filter(([name, value]) => value !== undefined && !OWN.test(name));
  return {
    home: homeAt(env['CHARTER_HOME']),
    port: env['CHARTER_PORT'] || undefined,
    wholeLogs: env['CHARTER_LOGS'] === 'json',
    databaseUrl: address(env, 'DATABASE_URL', /^postgres(ql)?:$/, 'postgres://postgres:secret@127.0.0.1:5432/postgres'),
    redisUrl: address(env, 'REDIS_URL', /^rediss?:$/, 'redis://127.0.0.1:6379'),
    inherited: { NODE_ENV: 'development', ...(Object.fromEntries(inherited) as Record<string, string>) },
  };
}

function address(env: NodeJS.ProcessEnv, name: string, protocol: RegExp, example: string): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (URL.canParse(text) && protocol.test(new URL(text).protocol)) return text;
  throw new StackError(`${name} is no address of that kind: give one like ${example}, or leave it out.`);
}
