import type { Logger } from './logger';

/** How long what runs may take to finish, in milliseconds. */
const GRACE_MS = 9_000;
/** When the process ends whatever still runs. Queues and outbox send again what was cut off. */
const LIMIT_MS = 10_000;

/**
 * Stops in order, once, on SIGTERM, SIGINT, or when the supervisor that started this process is gone: takes no more work,
 * finishes what runs, at most 10 s, then ends.
 */
export function onStop(log: Logger, stop: (graceMs: number) => Promise<void>): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.warn('stopped before everything had finished');
      process.exit(0);
    }, LIMIT_MS).unref();
    stop(GRACE_MS).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => begin('SIGTERM'));
  process.once('SIGINT', () => begin('SIGINT'));
  if (process.connected) process.once('disconnect', () => begin('supervisor gone'));
}
