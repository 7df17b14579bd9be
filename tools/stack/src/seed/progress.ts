import { z } from 'zod';

const schema = z.object({
  /** The moment that relative dates of what is being told count from. */
  startedAt: z.iso.datetime(),
  done: z.array(z.string()),
  /** What was being told when this was written; nothing when all was told. */
  trying: z.string().optional(),
  kept: z.record(z.string(), z.unknown()),
});

/** How far the telling of the demo data has come. */
export type SeedProgress = z.infer<typeof schema>;

/**
 * Where to take it up. Cut short, it goes on from the moment at which it began, so that a step tried again says the same; what
 * a later release adds begins now: a date in five days is to lie ahead on a stack that is a year old. Pure.
 * @param written what an earlier start wrote, if any
 */
export function takeUp(written: unknown, now: Date): SeedProgress {
  const before = schema.safeParse(written);
  const startedAt = now.toISOString();
  if (!before.success) return { startedAt, done: [], kept: {} };
  return before.data.trying === undefined ? { ...before.data, startedAt } : before.data;
}
