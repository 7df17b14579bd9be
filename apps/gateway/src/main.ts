import { EnvironmentError, createLogger, onStop, readEnv } from '@charter/service';
import { startGateway } from './compose';
import { gatewayEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv(gatewayEnv, process.env);
  const log = createLogger('gateway', 'server', env.LOG_LEVEL);
  const gateway = await startGateway(env, log);
  onStop(log, (graceMs) => gateway.stop(graceMs));
  log.info({ url: gateway.url, metrics: gateway.metricsUrl }, 'ready');
}

main().catch((error: Error) => {
  process.stderr.write(`gateway: ${error instanceof EnvironmentError ? error.message : error.stack}\n`);
  process.exit(1);
});
