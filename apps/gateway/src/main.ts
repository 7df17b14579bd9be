import cluster from 'node:cluster';
import {
  EnvironmentError,
  type Logger,
  createLogger,
  migrationEnv,
  onStop,
  readEnv,
  startTracing,
} from '@charter/service';
import { startGateway } from './compose';
import { type GatewayEnv, gatewayEnv } from './env';
import { createLimitTable } from './limits/store/limit-table';
import { READY } from './processes/processes';
import { runPrimary } from './processes/run-primary';

async function main(): Promise<void> {
  // As services do it: as the owner of the table, before the gateway runs.
  if (process.argv[2] === 'migrate') return createLimitTable(readEnv(migrationEnv, process.env).MIGRATION_DATABASE_URL);
  const env = readEnv(gatewayEnv, process.env);
  const log = createLogger('gateway', 'server', env.LOG_LEVEL);
  if (env.GATEWAY_PROCESSES > 1 && cluster.isPrimary) {
    const primary = await runPrimary(env, log);
    onStop(log, (graceMs) => primary.stop(graceMs));
    return log.info({ metrics: primary.metricsUrl, processes: env.GATEWAY_PROCESSES }, 'ready');
  }
  await answer(env, cluster.worker ? log.child({ process: cluster.worker.id }) : log);
}

/** Takes requests, alone or as one of several. */
async function answer(env: GatewayEnv, log: Logger): Promise<void> {
  const stopTracing = await startTracing('gateway', 'server', env, log);
  const gateway = await startGateway(env, log, cluster.isWorker);
  onStop(log, async (graceMs) => {
    await gateway.stop(graceMs);
    await stopTracing();
  });
  log.info({ url: gateway.url, metrics: gateway.metricsUrl }, 'ready');
  cluster.worker?.send(READY);
}

main().catch((error: Error) => {
  process.stderr.write(`gateway: ${error instanceof EnvironmentError ? error.message : error.stack}\n`);
  process.exit(1);
});
