import { QueryFailedError } from 'typeorm';

/** What pg's pool says when no connection became free in time: nothing was sent. */
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** Connection exceptions, a server that shuts down or starts, and one that takes no more connections (PostgreSQL, appendix A). */
const SQLSTATE = /^(08...|57P0[123]|53300)$/;

/**
 * Whether an error says that the database cannot be asked now: no connection was free in time, or there is no server. What was asked
 * for may be asked again; a statement that failed for any other reason would fail again.
 */
export function isDatabaseAway(error: unknown): boolean {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  if (!(cause instanceof Error)) return false;
  const { code } = cause as Error & { code?: unknown };
  return cause.message === POOL_TIMEOUT || (typeof code === 'string' && (NETWORK.has(code) || SQLSTATE.test(code)));
}
