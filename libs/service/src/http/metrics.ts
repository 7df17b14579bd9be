import type { FastifyInstance } from 'fastify';
import type { QueueBackend } from '@charter/outbox';
import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from 'prom-client';

collectDefaultMetrics();

const requests = new Histogram({
  name: 'charter_http_request_seconds',
  help: 'Requests by route and status, with their latency in seconds.',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
export const graphErrors = new Counter({
  name: 'charter_graphql_errors_total',
  help: 'Errors in GraphQL answers, by code.',
  labelNames: ['code'],
});

/** Measures every request that does not stay open, and serves `GET /metrics`. */
export function serveMetrics(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config?.isLive) return;
    requests.observe(
      { route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  server.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
}

const unread = new Counter({
  name: 'charter_metrics_unread_total',
  help: 'Figures that could not be read for a scrape: their database or queue was away.',
});

/** What Prometheus calls before it reads: prom-client takes it on any metric. */
const beforeScrape = (gauge: Gauge, read: () => Promise<void>): void => {
  Object.assign(gauge, { collect: read });
};

/** Figures that are read when Prometheus asks: name → value. Those that cannot be read are absent from that scrape, and counted. */
export function gauges(
  help: Readonly<Record<string, string>>,
  read: () => Promise<Readonly<Record<string, number>>>,
): void {
  const made = new Map(Object.entries(help).map(([name, text]) => [name, new Gauge({ name, help: text })]));
  const [first] = made.values();
  if (!first) return;
  beforeScrape(first, async () => {
    const values = await read().catch((): Readonly<Record<string, number>> => {
      unread.inc();
      return {};
    });
    for (const [name, gauge] of made) {
      const value = values[name];
      if (value === undefined) gauge.remove();
      else gauge.set(value);
    }
  });
}

/** How much waits in each of these queues, and for how long. */
export function queueGauges(queues: Pick<QueueBackend, 'counts'>, names: readonly string[]): void {
  const labelNames = ['queue'];
  const depth = new Gauge({
    name: 'charter_queue_depth',
    help: 'Jobs that wait or are tried again later.',
    labelNames,
  });
  const age = new Gauge({
    name: 'charter_queue_age_seconds',
    help: 'Age of the oldest waiting job, in seconds.',
    labelNames,
  });
  beforeScrape(depth, async () => {
    for (const queue of names) {
      try {
        const { waiting, delayed, oldestAt } = await queues.counts(queue);
        depth.set({ queue }, waiting + delayed);
        age.set({ queue }, oldestAt ? Math.max(0, Date.now() - oldestAt.getTime()) / 1_000 : 0);
      } catch {
        unread.inc();
        depth.remove({ queue });
        age.remove({ queue });
      }
    }
  });
}
