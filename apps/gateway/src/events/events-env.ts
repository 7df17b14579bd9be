import { z } from 'zod';

/** The variables that say how many streams of events may be open at once, in one process. */
export const eventsEnv = {
  EVENT_STREAMS: z.coerce.number().int().min(1).max(50_000).default(1_000),
  EVENT_STREAMS_PER_CALLER: z.coerce.number().int().min(1).max(1_000).default(10),
} as const;
