import type { z } from 'zod';

/** Reads the environment of a small process of this tool; prints every fault together and ends with 1. */
export function readEnvironment<T>(schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) console.error(`${issue.path.join('.')}: ${issue.message}`);
  process.exit(1);
}

/** Ends in an orderly way when asked to. */
export function endOnSignal(close: () => Promise<unknown>): void {
  const end = (): void => void close().then(() => process.exit(0));
  process.once('SIGTERM', end).once('SIGINT', end);
}
