import fastify from 'fastify';
import { AggregatorRegistry, register } from 'prom-client';
import type { Logger } from '@charter/service';
import { metricsOfAll } from './metrics';
import { Processes } from './processes';
import { ServedSupergraph } from './served-supergraph';

export interface PrimarySettings {
  readonly HOST: string;
  readonly METRICS_PORT: number;
  readonly GATEWAY_PROCESSES: number;
}

export interface RunningPrimary {
  /** Base URL of metrics and health. */
  readonly metricsUrl: string;
  stop(graceMs: number): Promise<void>;
}

/**
 * Runs the gateway as several processes behind one port. This one takes no request of the public: it keeps the others running, and tells their figures and
 * health on the internal port.
 */
export async function runPrimary(settings: PrimarySettings, log: Logger): Promise<RunningPrimary> {
  const { HOST: host, METRICS_PORT: port, GATEWAY_PROCESSES: count } = settings;
  const processes = new Processes({ count, served: new ServedSupergraph(), log });
  const all = new AggregatorRegistry();
  let isStopping = false;
  const internal = fastify({ logger: false, forceCloseConnections: true });
  internal.get('/health/live', async () => ({ status: 'live' }));
  internal.get('/health/ready', async (_request, reply) => {
    const isReady = !isStopping && processes.ready > 0;
    const status = isStopping ? 'stopping' : isReady ? 'ready' : 'starting';
    return reply.code(isReady ? 200 : 503).send({ status, processes: processes.ready, of: count });
  });
  internal.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await metricsOfAll(all)));
  const metricsUrl = await internal.listen({ host, port });
  await processes.start();
  return {
    metricsUrl,
    stop: async (graceMs) => {
      isStopping = true;
      await processes.stop(graceMs);
      await internal.close();
    },
  };
}
