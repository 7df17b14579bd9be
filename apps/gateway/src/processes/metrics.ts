import { type AggregatorRegistry, Counter, Gauge, Registry, type RegistryContentType } from 'prom-client';

/** Of the process that keeps the others. */
const own = new Registry();

export const processesUp = new Gauge({
  name: 'charter_gateway_processes',
  help: 'Processes of this gateway that take requests.',
  registers: [own],
});

export const processesWanted = new Gauge({
  name: 'charter_gateway_processes_wanted',
  help: 'Processes of this gateway that should take requests.',
  registers: [own],
});

export const processStarts = new Counter({
  name: 'charter_gateway_process_starts_total',
  help: 'Processes that were started; more than there are means that some died.',
  registers: [own],
});

/**
 * Figures of all processes as those of one: counters and histograms added up, gauges as each of them says (`aggregator`).
 * @throws when a process does not answer within 5 s
 */
export async function metricsOfAll(all: AggregatorRegistry<RegistryContentType>): Promise<string> {
  return `${await all.clusterMetrics()}\n${await own.metrics()}`;
}
