import type { Flow } from './queue-flow';
import type { Settings } from './setting';

/** Why an administrator should look at a queue. */
export const ATTENTION = ['DEAD_LETTERS', 'LATE', 'CROWDED', 'FAILING', 'PAUSED', 'SILENT'] as const;
export type Attention = (typeof ATTENTION)[number];

/** What of a queue needs somebody, by what the administrators have set. Nothing of one that is well. */
export function attentionTo(queue: Flow & { readonly paused: boolean }, settings: Settings, now: Date): Attention[] {
  const { deadLetters, failing, unconfirmed, oldestUnconfirmedAt, paused, silent } = queue;
  const lateMs = oldestUnconfirmedAt ? now.getTime() - oldestUnconfirmedAt.getTime() : 0;
  const holds: Readonly<Record<Attention, boolean>> = {
    DEAD_LETTERS: (deadLetters ?? 0) > 0,
    LATE: lateMs >= settings.QUEUE_LATE_AFTER * 1_000,
    CROWDED: unconfirmed >= settings.QUEUE_CROWDED_FROM,
    FAILING: (failing ?? 0) > 0,
    PAUSED: paused,
    SILENT: silent.length > 0,
  };
  return ATTENTION.filter((one) => holds[one]);
}
