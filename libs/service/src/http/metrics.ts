import type { FastifyInstance } from 'fastify';
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

/** Measures every request and serves `GET /metrics`. */
export function serveMetrics(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  server.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
}

/** Figures that are read when Prometheus asks: name → value. A failing reading is left out of that scrape and logged by the caller. */
export function gauges(
  help: Readonly<Record<string, string>>,
  read: () => Promise<Readonly<Record<string, number>>>,
): void {
  const made = Object.entries(help).map(([name, text]) => new Gauge({ name, help: text }));
  const [first] = made;
  if (!first) return;
  (first as unknown as { collect: () => Promise<void> }).collect = async () => {
    const values = await read();
    for (const gauge of made) {
      const value = values[(gauge as unknown as { name: string }).name];
      if (value === undefined) gauge.reset();
      else gauge.set(value);
    }
  };
}
