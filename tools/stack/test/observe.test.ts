import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FiguresInCode } from './figures-in-code';

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
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const { groups } = parse(read('alerts.yaml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboards = readdirSync(join(OBSERVE, 'grafana/dashboards')).map(
  (file) => JSON.parse(read(`grafana/dashboards/${file}`)) as { uid: string; title: string; panels: Panel[] },
);
const shown = dashboards.flatMap(({ panels }) =>
  panels.flatMap(({ title, targets }) => targets.map((target) => ({ title, ...target }))),
);
const compose = parse(readFileSync(join(DOCKER, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, { profiles?: string[]; volumes?: string[]; ports?: string[] }>;
};

const { scrape_configs: jobs } = parse(read('prometheus.yaml')) as {
  scrape_configs: { job_name: string; dns_sd_configs: { names: string[] }[] }[];
};
const figures = new FiguresInCode(
  REPOSITORY,
  jobs.map((job) => job.job_name),
);

describe('what watches the platform', () => {
  it('reads figures that the programs have, by labels and values that these have', () => {
    expect(figures.size).toBeGreaterThan(40);
    const invented = {
      'rate(charter_gateway_request_seconds_bucket[5m]) + charter_invented': ['charter_invented'],
      'rate(http_requests_total[5m])': ['http_requests_total'],
      charter_gateway_processes_count: ['charter_gateway_processes_count'],
      'rate(charter_gateway_limited_total{limits="points"}[5m])': ['charter_gateway_limited_total{limits}'],
      'rate(charter_gateway_limited_total{limit=~"points|guessed"}[5m])': ['limit="guessed"'],
      'sum by (limit, sign) (rate(charter_gateway_limited_total[5m]))': ['by sign'],
      'process_resident_memory_bytes{job="gateways"}': ['job="gateways"'],
    };
    for (const [expr, absent] of Object.entries(invented))
      expect([expr, figures.absentIn(expr)]).toEqual([expr, absent]);
    expect(figures.absentIn('charter_gateway_subgraph_up', '{{graph}}')).toEqual(['{{graph}}']);
    expect(rules.flatMap(({ alert, expr }) => figures.absentIn(expr).map((name) => `${alert}: ${name}`))).toEqual([]);
    expect(shown.length).toBeGreaterThan(40);
    const absent = shown.flatMap(({ title, expr, legendFormat }) =>
      figures.absentIn(expr, legendFormat).map((name) => `${title}: ${name}`),
    );
    expect(absent).toEqual([]);
  });

  it('wakes somebody, or leaves a note, with a name of its own, and docs/operator.md tells what to do', () => {
    const manual = readFileSync(join(REPOSITORY, 'docs/operator.md'), 'utf8');
    const told = [...manual.matchAll(/^\| `([A-Z]\w+)` +\| (page|ticket) +\| (.+?) +\|$/gm)];
    const ofManual = told.map(([, alert, severity]) => `${alert} ${severity}`);
    expect(ofManual.sort()).toEqual(rules.map(({ alert, labels }) => `${alert} ${labels.severity}`).sort());
    for (const [, , , what] of told) expect(what!.length).toBeGreaterThan(15);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { annotations } of rules) expect(annotations.summary).toMatch(/\.$/);
  });

  it('has panels that do not lie on each other, in a width of 24', () => {
    for (const { title, panels } of dashboards) {
      const taken = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
      );
      expect([title, new Set(taken).size]).toEqual([title, taken.length]);
      for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length);
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
  const checked = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: OBSERVE, encoding: 'utf8' });
    expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  };

  (promtool ? it : it.skip)('is what Prometheus takes, by its own word', () => {
    checked('check', 'rules', 'alerts.yaml');
    checked('check', 'config', '--syntax-only', 'prometheus.yaml');
    const folder = mkdtempSync(join(tmpdir(), 'charter-panels-'));
    const panels = shown.map(({ expr }, at) => ({ record: `panel_${at}`, expr }));
    writeFileSync(join(folder, 'panels.yaml'), JSON.stringify({ groups: [{ name: 'panels', rules: panels }] }));
    checked('check', 'rules', join(folder, 'panels.yaml'));
    rmSync(folder, { recursive: true });
  });

  it('is tried, each alarm, on figures that are good and on figures that are bad', () => {
    const { tests } = parse(read('alerts.test.yaml')) as {
      tests: { promql_expr_test: { exp_samples: { labels: string }[] }[] }[];
    };
    const fired = tests.flatMap(({ promql_expr_test: tried }) =>
      tried.flatMap(({ exp_samples: samples }) =>
        samples.flatMap(({ labels }) => [...labels.matchAll(/alertname="(\w+)"/g)].map(([, name]) => name)),
      ),
    );
    expect([...new Set(fired)].sort()).toEqual(rules.map(({ alert }) => alert).sort());
    expect(tests.some(({ promql_expr_test: tried }) => tried.every(({ exp_samples: none }) => none.length === 0))).toBe(
      true,
    );
  });

  (promtool ? it : it.skip)('fires when it should, and not when all is well', () =>
    checked('test', 'rules', 'alerts.test.yaml'),
  );
});
