import { join } from 'node:path';
import { z } from 'zod';
import { jsonVariable, serviceEnv } from '@charter/service';

const here = (name: string): string => join(__dirname, '..', name);

const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Signature algorithms a bearer token may use: asymmetric only, so that a public key can never pass for a shared secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const;

/** Every variable of the gateway. Times in milliseconds. */
export const gatewayEnv = serviceEnv.pick({ NODE_ENV: true, HOST: true, LOG_LEVEL: true, SIGNING_KEY: true }).extend({
  /** 0 takes a free port, here and below. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Metrics are served here and never on the public port. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(9400),
  SUPERGRAPH_PATH: z.string().default(here('supergraph.graphql')),
  /** Operations that a new supergraph must be able to run before it is taken. */
  CANARY_PATH: z.string().default(here('canary.graphql')),
  /** Where each subgraph answers, by its name: `{"complaints":"http://127.0.0.1:4101/graphql"}`. */
  SUBGRAPH_URLS: jsonVariable(z.record(z.string(), z.url({ protocol: /^https?$/ }))).prefault('{}'),
  SUBGRAPH_TIMEOUT: z.coerce.number().int().min(100).max(60_000).default(10_000),
  /** The most bytes of one file, as the services that take files have it. */
  ATTACHMENT_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(20 * 1024 * 1024),
  OIDC_JWKS_URL: z.url({ protocol: /^https?$/ }),
  OIDC_ISSUER: z.string().min(1),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_ALGORITHMS: commaSeparated.pipe(z.array(z.enum(ALGORITHMS)).min(1)).prefault('EdDSA'),
  /** Proxies before this one whose X-Forwarded-For is believed, as addresses or ranges; none by default. */
  TRUSTED_PROXIES: commaSeparated.prefault(''),
  /** Browser origins that may call, such as `https://www.busan.go.kr`. None by default. */
  CORS_ORIGINS: commaSeparated
    .pipe(z.array(z.string().refine(isOrigin, 'must be origins like https://www.example.kr, comma-separated')))
    .prefault(''),
  /** The playground's built files. */
  PLAYGROUND_PATH: z.string().default(here('dist/playground')),
  /** Development only: a JSON file whose `tokens` the playground offers. */
  DEMO_TOKENS_PATH: z.string().optional(),
});

export type GatewayEnv = z.output<typeof gatewayEnv>;
