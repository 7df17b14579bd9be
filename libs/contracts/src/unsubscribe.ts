import { z } from 'zod';

/** Where the gateway hands on that somebody wishes no more mail that no law requires: an internal route of notices. */
export const UNSUBSCRIBE_PATH = '/internal/unsubscribe';

export const unsubscribeSchema = z.object({
  /** What the link in the mail carries: it names the mail and proves itself. */
  token: z.string().max(200),
});

/** Whether the link was one of ours. */
export const unsubscribedSchema = z.object({ known: z.boolean() });
