import { z } from 'zod';
import { SERVICES, type ServiceName } from '@charter/contracts';
import { privacyKeys } from '@charter/privacy';

const json = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, context): z.output<T> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });

export const jsonVariable = json;

const jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });

/** The variables of every service process. A service adds its own with `.extend`. */
export const serviceEnv = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  /** 0 takes a free port. */
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** The service's own database, as the role without DDL. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** BullMQ on Redis when set; otherwise on PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  QUEUE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Public keys of the gateway and the services, by issuer. */
  IDENTITY_KEYS: json(z.object({ keys: z.array(jwk).min(1) })),
  /** This service's private key, to sign its calls to other services. */
  SIGNING_KEY: json(jwk.extend({ d: z.string() })),
  CURSOR_SECRET: z.string().min(32),
  /** Where traces are sent by OTLP over HTTP, such as `http://otel-collector:4318`. Nothing is traced without it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Which share of the traces that begin in this process is kept. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** The keys of personal data. Services that keep such require it. */
  PRIVACY_KEYS: json(privacyKeys).optional(),
  /** Base URLs of the services, for internal calls. */
  SERVICE_URLS: json(z.partialRecord(z.enum(SERVICES as unknown as [ServiceName, ...ServiceName[]]), z.url())).default(
    {},
  ),
});

export type ServiceEnv = z.output<typeof serviceEnv>;

/** Only for `migrate` and `import`: the owner of the tables. */
export const migrationEnv = z.object({ MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

/** What a command that only reads the database needs. */
export const databaseEnv = z.object({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

export class EnvironmentError extends Error {}

/** Reads the variables once. @throws {EnvironmentError} that lists every fault, naming variables and never their values. */
export function readEnv<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>): z.output<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'environment'}: ${message}`);
  throw new EnvironmentError(`These environment variables need attention:\n${faults.join('\n')}`);
}
