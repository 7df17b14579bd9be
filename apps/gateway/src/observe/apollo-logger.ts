import type { Logger } from '@charter/service';

/** What Apollo's packages log, one level lower than they think: their news of every load are details here. */
export const apolloLogger = (log: Logger) => ({
  debug: (message?: unknown) => log.trace(String(message)),
  info: (message?: unknown) => log.debug(String(message)),
  warn: (message?: unknown) => log.warn(String(message)),
  error: (message?: unknown) => log.error(String(message)),
});
