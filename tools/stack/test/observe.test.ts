import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { parse } from 'yaml';

const REPOSITORY = join(__dirname, '../../..');
const DOCKER = join(REPOSITORY, 'docker');
const OBSERVE = join(DOCKER, 'observe');
const read = (file: string): string => readFileSync(join(OBSERVE, file), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}
interface Panel {
  readonly id: number;
  readonly title: string;
  readonly datasource: { readonly uid: string };
  readonly targets: readonly { readonly expr: string }[];
}

const { groups } = parse(read('alerts.yaml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboards = readdirSync(join(OBSERVE, 'grafana/dashboards')).map(
  (file) => JSON.parse(read(`grafana/dashboards/${file}`)) as { uid: string; title: string; panels: Panel[] },
);
const compose = parse(readFileSync(join(DOCKER, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, { profiles?: string[]; volumes?: string[]; ports?: string[] }>;
};

/** Every figure that the programs register, by the words in which they do; `false` for what has no buckets. */
function registered(): Map<string, boolean> {
  const names = new Map<string, boolean>();
  const sources = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(REPOSITORY, kind)).flatMap((name) => {
      const folder = join(REPOSITORY, kind, name, 'src');
      const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
      return files
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8'));
    }),
  );
  for (const text of sources) {
    for (const [, kind, name] of text.matchAll(/new (Counter|Gauge|Histogram)\(\{\s*name: '(\w+)'/g))
      names.set(name!, kind === 'Histogram');
    for (const [, name] of text.matchAll(/^\s+(charter_\w+):\s/gm)) names.set(name!, false); // help by name, for gauges()
  }
  const defaults = new Registry();
  collectDefaultMetrics({ register: defaults });
  for (const { name, type } of defaults.getMetricsAsArray()) names.set(name, String(type) === 'histogram');
  return names;
}

const figures = registered();
const isThere = (name: string): boolean => {
  const base = name.replace(/_(bucket|count|sum)$/, '');
  return figures.has(name) || figures.get(base) === true;
};
const absentIn = (expr: string): string[] =>
  [...expr.matchAll(/\b(?:charter|process|nodejs)_\w+/g)].map(([name]) => name).filter((name) => !isThere(name));

describe('what watches the platform', () => {
  it('reads figures that the programs have', () => {
    expect(figures.size).toBeGreaterThan(40);
    expect(absentIn('rate(charter_gateway_request_seconds_bucket[5m]) + charter_invented')).toEqual([
      'charter_invented',
    ]);
    expect(rules.flatMap(({ alert, expr }) => absentIn(expr).map((name) => `${alert}: ${name}`))).toEqual([]);
    const shown = dashboards.flatMap(({ panels }) =>
      panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr }))),
    );
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.flatMap(({ title, expr }) => absentIn(expr).map((name) => `${title}: ${name}`))).toEqual([]);
  });

  it('wakes somebody, or leaves a note, with a name of its own that docs/operator.md explains', () => {
    const manual = readFileSync(join(REPOSITORY, 'docs/operator.md'), 'utf8');
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/);
      expect(manual).toContain(`\`${alert}\``);
    }
  });

  it('shows panels of the one source, each with an id of its own', () => {
    const { datasources } = parse(read('grafana/provisioning/datasources/charter.yaml')) as {
      datasources: { uid: string }[];
    };
    const known = datasources.map(({ uid }) => uid);
    for (const { panels } of dashboards) {
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      for (const panel of panels) expect(known).toContain(panel.datasource.uid);
    }
  });

  it('finds everything that runs, and is not started unless it is asked for', () => {
    const { scrape_configs: jobs } = parse(read('prometheus.yaml')) as {
      scrape_configs: { dns_sd_configs: { names: string[] }[] }[];
    };
    const scraped = jobs.flatMap((job) => job.dns_sd_configs.flatMap(({ names }) => names)).sort();
    const running = Object.entries(compose.services).filter(
      ([name, { profiles }]) => !profiles && !/-migrate$/.test(name) && !['postgres', 'redis', 'mail'].includes(name),
    );
    expect(scraped).toEqual(running.map(([name]) => name).sort());
    for (const name of ['prometheus', 'tempo', 'grafana'])
      expect(compose.services[name]!.profiles).toEqual(['observe']);
  });

  it('is mounted from files that are there, and reached from this host alone', () => {
    for (const name of ['prometheus', 'tempo', 'grafana']) {
      const { volumes = [], ports = [] } = compose.services[name]!;
      const mounted = volumes.map((volume) => volume.split(':')[0]!).filter((from) => from.startsWith('.'));
      expect(mounted.length).toBeGreaterThan(0);
      for (const from of mounted) expect([from, existsSync(join(DOCKER, from))]).toEqual([from, true]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  (promtool ? it : it.skip)('is what Prometheus takes, by its own word', () => {
    for (const args of [
      ['check', 'rules', 'alerts.yaml'],
      ['check', 'config', '--syntax-only', 'prometheus.yaml'],
    ]) {
      const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: OBSERVE, encoding: 'utf8' });
      expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
    }
  });
});
