import { QueryFailedError } from 'typeorm';

/** A character that the database's encoding does not have, or that jsonb does not take (PostgreSQL, appendix A): U+0000 is both. */
const SQLSTATE: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** Whether a statement failed because a text in it cannot be kept: its sender can mend that. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof QueryFailedError && SQLSTATE.has((error.driverError as { code?: unknown }).code);
}
