import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Registry, collectDefaultMetrics } from 'prom-client';

export interface Figure {
  /** Only these have `_bucket`, `_count` and `_sum`. */
  readonly isHistogram: boolean;
  readonly labels: readonly string[];
}

/** Labels that Prometheus gives by where a figure was scraped, or by the buckets of a histogram. */
const GIVEN = ['job', 'instance', 'service', 'le'];
const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'Inf', 'NaN']);

/** The figures that the programs register, by the words in which they do, and what they are asked for in PromQL. */
export class FiguresInCode {
  readonly #figures = new Map<string, Figure>();
  readonly #text: string;

  /** @param repository where apps and libs are. @param jobs the names of what is scraped */
  constructor(
    repository: string,
    private readonly jobs: readonly string[],
  ) {
    const sources = ['apps', 'libs'].flatMap((kind) =>
      readdirSync(join(repository, kind)).flatMap((name) => textsIn(join(repository, kind, name, 'src'))),
    );
    this.#text = sources.join('\n');
    for (const text of sources)
      for (const [, kind, name, rest] of text.matchAll(
        /new (Counter|Gauge|Histogram)\(\{\s*name: '(\w+)'([\s\S]*?)\}\)/g,
      )) {
        const named = /labelNames(?:: \[([^\]]*)\])?/.exec(rest!);
        const labels = named && (named[1] ?? /const labelNames = \[([^\]]*)\]/.exec(text)?.[1]);
        this.#figures.set(name!, {
          isHistogram: kind === 'Histogram',
          labels: [...(labels ?? '').matchAll(/'(\w+)'/g)].map(([, label]) => label!),
        });
      }
    const single = { isHistogram: false, labels: [] };
    for (const [, name] of this.#text.matchAll(/^\s+(charter_\w+):\s/gm)) this.#figures.set(name!, single); // help by name, for gauges()
    const defaults = new Registry();
    collectDefaultMetrics({ register: defaults });
    for (const { name, type } of defaults.getMetricsAsArray())
      this.#figures.set(name, { isHistogram: String(type) === 'histogram', labels: [] });
    this.#figures.set('up', single); // of Prometheus itself
  }

  get size(): number {
    return this.#figures.size;
  }

  /** @returns what an expression, and the labels that its legend shows, name and no program has: figures, labels, values of labels */
  absentIn(expr: string, legend = ''): string[] {
    const absent: string[] = [];
    const asked = new Set(GIVEN);
    const names = expr
      .replace(/"[^"]*"/g, '')
      .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
      .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
      .matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*(?!\w*\s*\()/g);
    for (const [name] of names) {
      if (WORDS.has(name)) continue;
      const figure = this.#figure(name);
      if (!figure) absent.push(name);
      for (const label of figure?.labels ?? []) asked.add(label);
    }
    for (const [, name, matchers] of expr.matchAll(/(\w+)\{([^}]*)\}/g))
      for (const [, label, value] of matchers!.matchAll(/(\w+)\s*[!=]=?~?\s*"([^"]*)"/g)) {
        if (![...GIVEN, ...(this.#figure(name!)?.labels ?? [])].includes(label!)) absent.push(`${name}{${label}}`);
        for (const one of value!.split('|')) if (!this.#isValue(label!, one)) absent.push(`${label}="${one}"`);
      }
    for (const [, labels] of expr.matchAll(/\bby\s*\(([^)]*)\)/g))
      for (const label of labels!.split(',').map((one) => one.trim()))
        if (!asked.has(label)) absent.push(`by ${label}`);
    for (const [, label] of legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g))
      if (!asked.has(label!)) absent.push(`{{${label}}}`);
    return absent;
  }

  #figure(name: string): Figure | undefined {
    const histogram = this.#figures.get(name.replace(/_(bucket|count|sum)$/, ''));
    return this.#figures.get(name) ?? (histogram?.isHistogram ? histogram : undefined);
  }

  #isValue(label: string, value: string): boolean {
    return label === 'job' ? this.jobs.includes(value) : this.#text.includes(`'${value}'`);
  }
}

function textsIn(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'));
}
