import { join } from 'node:path';

import { SERVICES, type ServiceName } from '@charter/contracts';

import type { Databases } from './databases';
import { compiled, type Home, REPOSITORY } from './home';
import { AUDIENCE } from './issuer/token';
import { identityKeys, type Secrets, signingKey } from './secrets';
import { type ProcessSpec, readyAt } from './supervisor/process-spec';

/** The names under which ports are kept: every process that listens, and the further doors that some have. */
export const PORT_NAMES = [
  'identity',
  'mail',
  'smtp',
  'gateway-metrics',
  ...SERVICES.flatMap((service) => [service, `${service}-worker`]),
];

/** All that the processes' environments are made from. */
export interface Layout {
  readonly home: Home;
  readonly gatewayPort: number;
  readonly ports: Readonly<Record<string, number>>;
  readonly secrets: Secrets;
  readonly databases: Databases;
  readonly redisUrl?: string;
  /** What the processes inherit, such as PATH and LOG_LEVEL. */
  readonly inherited: Readonly<Record<string, string>>;
}

export const local = (port: number | undefined): string => `http://127.0.0.1:${port}`;

const app = (name: string): string => join(REPOSITORY, 'apps', name, 'dist/main.js');

/** The processes in the order of their start: each stage needs the one before. */
export function stages(layout: Layout): ProcessSpec[][] {
  return [
    [identity(layout), mail(layout)],
    SERVICES.flatMap((service) => [
      serviceProcess(layout, service, 'server'),
      serviceProcess(layout, service, 'worker'),
    ]),
    [gateway(layout)],
  ];
}

/** The environment of one service's processes, and of its `import`. */
export function serviceEnvironment(layout: Layout, service: ServiceName): Record<string, string> {
  const { databases, ports, secrets } = layout;
  const urls = Object.fromEntries(SERVICES.map((name) => [name, local(ports[name])]));
  return {
    ...layout.inherited,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databases.services[service].appUrl,
    ...(layout.redisUrl && { REDIS_URL: layout.redisUrl }),
    ...(databases.queueUrl && { QUEUE_DATABASE_URL: databases.queueUrl }),
    IDENTITY_KEYS: JSON.stringify(identityKeys(secrets)),
    SIGNING_KEY: JSON.stringify(signingKey(secrets, service)),
    CURSOR_SECRET: secrets.cursor,
    PRIVACY_KEYS: JSON.stringify(secrets.privacy),
    SERVICE_URLS: JSON.stringify(urls),
    ...(service === 'notices' && {
      SMTP_URL: `smtp://127.0.0.1:${ports['smtp']}`,
      SMS_URL: `${local(ports['mail'])}/port/messages`,
      PUSH_URL: `${local(ports['mail'])}/port/messages`,
      MAIL_FROM: '행정서비스헌장 <charter@city.example>',
    }),
    ...(service === 'complaints' && { ATTACHMENTS_DIR: layout.home.attachments }),
    ...(service === 'participation' && { ATTACHMENTS_DIR: layout.home.participationFiles }),
    PUBLIC_URL: local(layout.gatewayPort),
  };
}

/** The environment in which the tables of a service, or of the gateway, are created and changed. */
export function migrationEnvironment(layout: Layout, service: ServiceName | 'gateway'): Record<string, string> {
  if (service === 'gateway') return { ...layout.inherited, MIGRATION_DATABASE_URL: layout.databases.gateway.ownerUrl };
  const owner = { MIGRATION_DATABASE_URL: layout.databases.services[service].ownerUrl };
  return { ...serviceEnvironment(layout, service), ...owner };
}

/** The program of a service or of the gateway. */
export const programOf = app;

function serviceProcess(layout: Layout, service: ServiceName, role: 'server' | 'worker'): ProcessSpec {
  const name = role === 'server' ? service : `${service}-worker`;
  const port = layout.ports[name];
  return {
    name,
    role,
    script: app(service),
    args: [role],
    env: { ...serviceEnvironment(layout, service), PORT: String(port) },
    url: local(port),
    probe: readyAt(local(port)),
  };
}

function identity({ ports, secrets, inherited }: Layout): ProcessSpec {
  const url = local(ports['identity']);
  return {
    name: 'identity',
    role: 'issuer',
    script: compiled('issuer/main.js'),
    args: [],
    env: {
      ...inherited,
      PORT: String(ports['identity']),
      ISSUER_URL: url,
      SIGNING_KEY: JSON.stringify(signingKey(secrets, 'issuer')),
    },
    url,
    probe: readyAt(url),
  };
}

function mail({ home, ports, inherited }: Layout): ProcessSpec {
  const url = local(ports['mail']);
  return {
    name: 'mail',
    role: 'mail sink',
    script: compiled('mail/main.js'),
    args: [],
    env: {
      ...inherited,
      PORT: String(ports['mail']),
      SMTP_PORT: String(ports['smtp']),
      MAIL_FOLDER: home.mail,
      MESSAGES_FOLDER: home.messages,
    },
    url,
    probe: readyAt(url),
  };
}

/**
 * On one machine everybody has the same address, so what an address may do would hold for all together; and the demo's history is told
 * faster than anybody clicks.
 */
const LIMITS_OF_ONE_MACHINE = {
  POINTS_ANONYMOUS: '100000000',
  POINTS_CITIZEN: '10000000',
  POINTS_STAFF: '100000000',
  GUESSES_PER_PERSON: '10000',
  GUESSES_PER_ADDRESS: '1000000',
  TEXTS_PER_CALLER: '1000000',
  MISSES_PER_ADDRESS: '10000',
};

function gateway(layout: Layout): ProcessSpec {
  const { home, ports, secrets, gatewayPort, inherited } = layout;
  const url = local(gatewayPort);
  return {
    name: 'gateway',
    role: 'gateway',
    script: app('gateway'),
    args: [],
    env: {
      ...LIMITS_OF_ONE_MACHINE,
      ...inherited,
      ...(layout.redisUrl ? { REDIS_URL: layout.redisUrl } : { DATABASE_URL: layout.databases.gateway.appUrl }),
      HOST: '127.0.0.1',
      PORT: String(gatewayPort),
      METRICS_PORT: String(ports['gateway-metrics']),
      SUPERGRAPH_PATH: join(REPOSITORY, 'apps/gateway/supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify(
        Object.fromEntries(SERVICES.map((name) => [name, `${local(ports[name])}/graphql`])),
      ),
      OIDC_ISSUER: local(ports['identity']),
      OIDC_AUDIENCE: AUDIENCE,
      SIGNING_KEY: JSON.stringify(signingKey(secrets, 'gateway')),
      DEMO_TOKENS_PATH: home.tokens,
    },
    url,
    probe: readyAt(url),
  };
}
