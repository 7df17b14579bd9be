import type { Deadline } from '@charter/deadlines';

/**
 * Since when a promise is, or was, broken; null when it was kept or may still be. The date tells it, whether or not the sweep
 * has come by since.
 */
export const lateSince = (
  { missedAt, closedAt, dueAt }: Pick<Deadline, 'missedAt' | 'closedAt' | 'dueAt'>,
  now: Date,
): Date | null => missedAt ?? (closedAt === null && dueAt !== null && dueAt <= now ? dueAt : null);
