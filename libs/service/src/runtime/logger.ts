import pino, { type Logger } from 'pino';

/** Fields that may carry personal data or secrets, wherever they stand up to three levels deep. */
const PERSONAL = [
  ...['name', 'phone', 'email', 'address', 'contact', 'petitioner', 'title', 'body', 'text', 'account', 'to'],
  ...['authorization', 'token', 'password', 'variables', 'parameters', 'words'],
];

const REMOVED = '[removed]';

/** A structured logger: JSON lines, no personal data. Log ids and codes; what slips in under a personal name is removed. */
export const createLogger = (service: string, role: string, level: string): Logger =>
  pino({
    level,
    base: { service, role },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: REMOVED },
    serializers: { err: describeError },
  });

/**
 * The same log for lines whose fields hold nothing deeper, such as one for each request: to look for personal names at three
 * levels takes ten times as long as to write the line.
 */
export const flatLogger = (log: Logger): Logger => log.child({}, { redact: { paths: PERSONAL, censor: REMOVED } });

/** An error for the log: name, message and stack, without the SQL parameters that TypeORM and pg attach. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as Error & { code?: unknown };
  return { type: error.name, message: error.message, ...(typeof code === 'string' && { code }), stack: error.stack };
}

export type { Logger };
