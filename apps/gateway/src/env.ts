import { join } from 'node:path';
import { z } from 'zod';
import { SERVICES } from '@charter/contracts';
import { jsonVariable, serviceEnv } from '@charter/service';
import { oidcEnv } from './caller/oidc-env';
import { commaSeparated } from './comma-separated';
import { eventsEnv } from './events/events-env';
import { limitEnv } from './limits/limit-env';
import { ENCODINGS } from './subgraphs/transport';
import { trustedEnv } from './trusted/trusted-env';

const here = (name: string): string => join(__dirname, '..', name);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const timeLimit = z.coerce.number().int().min(100).max(60_000);

/** Every variable of the gateway. Times in milliseconds. */
export const gatewayEnv = serviceEnv
  .pick({
    NODE_ENV: true,
    HOST: true,
    LOG_LEVEL: true,
    SIGNING_KEY: true,
    OTEL_EXPORTER_OTLP_ENDPOINT: true,
    OTEL_TRACES_SAMPLER_ARG: true,
  })
  .extend({
    /** 0 takes a free port, here and below. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    /** Metrics are served here and never on the public port. */
    METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(9400),
    /** How many processes answer on the one port; with more than one, another keeps them and serves METRICS_PORT. */
    GATEWAY_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
    SUPERGRAPH_PATH: z.string().default(here('supergraph.graphql')),
    /** Operations that a new supergraph must be able to run before it is taken. */
    CANARY_PATH: z.string().default(here('canary.graphql')),
    /** Where each subgraph answers, by its name: `{"complaints":"http://127.0.0.1:4101/graphql"}`. */
    SUBGRAPH_URLS: jsonVariable(z.record(z.string(), z.url({ protocol: /^https?$/ }))).prefault('{}'),
    SUBGRAPH_TIMEOUT: timeLimit.default(10_000),
    /** Subgraphs that have another time limit, by their names: `{"surveys":20000}`. */
    SUBGRAPH_TIMEOUTS: jsonVariable(z.partialRecord(z.enum(SERVICES), timeLimit)).prefault('{}'),
    /** How subgraphs may pack what they answer. Worth its processor time only over a slow network. */
    SUBGRAPH_ENCODING: z.enum(ENCODINGS).optional(),
    /** Memory for operations that were read and planned before, in MB, by estimate. */
    OPERATION_CACHE_MB: z.coerce.number().int().min(1).max(4_096).default(64),
    /** How long after it began a query may be joined by another of the same caller, in milliseconds; 0: each runs by itself. */
    SHARE_WINDOW_MS: z.coerce.number().int().min(0).max(1_000).default(50),
    /** Memory for answers that services call public, in MB; 0: none is kept. */
    RESPONSE_CACHE_MB: z.coerce.number().int().min(0).max(4_096).default(32),
    /** The most bytes of one file, as the services that take files have it. */
    ATTACHMENT_MAX_BYTES: z.coerce
      .number()
      .int()
      .min(1)
      .default(20 * 1024 * 1024),
    ...oidcEnv,
    ...limitEnv,
    ...trustedEnv,
    ...eventsEnv,
    /** Proxies before this one whose X-Forwarded-For is believed, as addresses or ranges; none by default. */
    TRUSTED_PROXIES: commaSeparated.prefault(''),
    /** Whether a client's own `traceparent` is gone on: only where all clients are the city's, since it decides what is kept. */
    TRACES_FROM_CLIENTS: z.stringbool().default(false),
    /** Browser origins that may call, such as `https://www.busan.go.kr`. None by default. */
    CORS_ORIGINS: commaSeparated
      .pipe(z.array(z.string().refine(isOrigin, 'must be origins like https://www.example.kr, comma-separated')))
      .prefault(''),
    /** The playground's built files. */
    PLAYGROUND_PATH: z.string().default(here('dist/playground')),
    /** Development only: a JSON file whose `tokens` the playground offers. */
    DEMO_TOKENS_PATH: z.string().optional(),
  })
  .superRefine(({ TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_PATH }, context) => {
    if (TRUSTED_DOCUMENTS === 'off' || TRUSTED_DOCUMENTS_PATH.length > 0) return;
    context.addIssue({ code: 'custom', path: ['TRUSTED_DOCUMENTS_PATH'], message: 'must say where the manifests are' });
  })
  .superRefine(({ NODE_ENV, OIDC_ISSUER, OIDC_JWKS_URL = OIDC_ISSUER }, context) => {
    if (NODE_ENV !== 'production') return;
    for (const [name, url] of Object.entries({ OIDC_ISSUER, OIDC_JWKS_URL })) {
      if (url.startsWith('https:')) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'must be https in production' });
    }
  });

export type GatewayEnv = z.output<typeof gatewayEnv>;
