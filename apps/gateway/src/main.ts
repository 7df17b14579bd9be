import { EnvironmentError, createLogger, migrationEnv, onStop, readEnv, startTracing } from '@charter/service';
import { startGateway } from './compose';
import { gatewayEnv } from './env';
import { createLimitTable } from './limits/store/limit-table';

async function main(): Promise<void> {
  // As services do it: as the owner of the table, before the gateway runs.
  if (process.argv[2] === 'migrate') return createLimitTable(readEnv(migrationEnv, process.env).MIGRATION_DATABASE_URL);
  const env = readEnv(gatewayEnv, process.env);
  const log = createLogger('gateway', 'server', env.LOG_LEVEL);
  const stopTracing = await startTracing('gateway', 'server', env, log);
  const gateway = await startGateway(env, log);
  onStop(log, async (graceMs) => {
    await gateway.stop(graceMs);
    await stopTracing();
  });
  log.info({ url: gateway.url, metrics: gateway.metricsUrl }, 'ready');
}

main().catch((error: Error) => {
  process.stderr.write(`gateway: ${error instanceof EnvironmentError ? error.message : error.stack}\n`);
  process.exit(1);
});
