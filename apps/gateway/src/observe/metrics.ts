import { Counter, Gauge, Histogram } from 'prom-client';

// Counters whose growth is an alarm begin at 0: a series that begins with its first count has not grown, as far as Prometheus sees.

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const requestSeconds = new Histogram({
  name: 'charter_gateway_request_seconds',
  help: 'Requests to the public endpoint by kind of operation and HTTP status, with their latency in seconds.',
  labelNames: ['operation', 'status'],
  buckets: SECONDS,
});

export const errorsTotal = new Counter({
  name: 'charter_gateway_errors_total',
  help: 'Errors in answers, by code.',
  labelNames: ['code'],
});

export const subgraphSeconds = new Histogram({
  name: 'charter_gateway_subgraph_seconds',
  help: 'Calls of subgraphs by outcome (answered, connection, unavailable, timeout, answer, size, down), with their latency in seconds.',
  labelNames: ['subgraph', 'outcome'],
  buckets: SECONDS,
});

export const subgraphUp = new Gauge({
  name: 'charter_gateway_subgraph_up',
  aggregator: 'min',
  help: '1 while a subgraph is asked, 0 while it is not since it does not answer.',
  labelNames: ['subgraph'],
});

export const subgraphDowns = new Counter({
  name: 'charter_gateway_subgraph_downs_total',
  help: 'How often a subgraph was no longer asked since it did not answer.',
  labelNames: ['subgraph'],
});

export const subgraphRepeats = new Counter({
  name: 'charter_gateway_subgraph_repeats_total',
  help: 'Queries that were sent to a subgraph a second time, since the connection broke or something in front of it was unavailable.',
  labelNames: ['subgraph'],
});

export const subgraphShared = new Counter({
  name: 'charter_gateway_subgraph_shared_total',
  help: 'Calls of a subgraph that were spared, since the same request had asked the same before.',
  labelNames: ['subgraph'],
});

export const deprecatedUses = new Counter({
  name: 'charter_gateway_deprecated_uses_total',
  help: 'Requests that use something deprecated, by its name in the schema.',
  labelNames: ['element'],
});

export const answersShared = new Counter({
  name: 'charter_gateway_answers_shared_total',
  help: 'Queries that were not executed: their caller was waiting for the same already (joined), or it is public and was kept (kept).',
  labelNames: ['how'],
});

export const supergraphReloads = new Counter({
  name: 'charter_gateway_supergraph_reloads_total',
  help: 'Supergraph files read after the start, by outcome (taken, refused).',
  labelNames: ['outcome'],
});
for (const outcome of ['taken', 'refused']) supergraphReloads.inc({ outcome }, 0);

export const supergraphLoaded = new Gauge({
  name: 'charter_gateway_supergraph_loaded_timestamp_seconds',
  aggregator: 'min',
  help: 'When the supergraph that serves was loaded, in seconds since 1970, by the first twelve digits of its SHA-256.',
  labelNames: ['hash'],
});

export const supergraphFileRefused = new Gauge({
  name: 'charter_gateway_supergraph_file_refused',
  aggregator: 'max',
  help: '1 while the supergraph file is another than the one that serves, since it was refused: a gateway that starts now would fail.',
});

export const logoutsRead = new Gauge({
  name: 'charter_gateway_logouts_read_timestamp_seconds',
  aggregator: 'min',
  help: 'When the shared list of logouts was last read, in seconds since 1970: logouts at other gateways are unknown since then.',
});

export const limitedTotal = new Counter({
  name: 'charter_gateway_limited_total',
  help: 'Requests answered with RATE_LIMITED, by what was used up (points, texts, guesses, misses).',
  labelNames: ['limit'],
});

for (const limit of ['points', 'texts', 'guesses', 'misses']) limitedTotal.inc({ limit }, 0);

export const limitStoreFailures = new Counter({
  name: 'charter_gateway_limit_store_failures_total',
  help: 'Times that the shared store of limits did not answer: each gateway then counts by itself.',
});

export const shedTotal = new Counter({
  name: 'charter_gateway_shed_total',
  help: 'Requests turned away early because this process was overloaded, by sign (late, crowded, texts).',
  labelNames: ['sign'],
});
for (const sign of ['late', 'crowded']) shedTotal.inc({ sign }, 0);
