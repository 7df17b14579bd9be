import type { EntityManager } from 'typeorm';
import type { MovedDeadline, StageReached } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';

/** What one feature does and tells when deadlines of its subjects reach a stage, or are moved by a holiday. */
export interface DeadlineNews {
  /** The `subjectType`s of its deadlines. */
  readonly subjectTypes: readonly string[];
  /** In the sweep's transaction, for one batch: a fixed number of statements. */
  stages(tx: EntityManager, reached: readonly StageReached[]): Promise<EventDraft[]>;
  moved(tx: EntityManager, moved: readonly MovedDeadline[], reason: string): Promise<EventDraft[]>;
}

/** A holiday may move every open deadline: their news is written in batches. */
const BATCH = 500;

/** What the sweep tells of all features' deadlines. */
export const announce =
  (features: readonly DeadlineNews[]) =>
  async (tx: EntityManager, reached: readonly StageReached[]): Promise<EventDraft[]> => {
    const news: EventDraft[] = [];
    for (const { subjectTypes, stages } of features) {
      const own = reached.filter(({ deadline }) => subjectTypes.includes(deadline.subjectType));
      if (own.length > 0) news.push(...(await stages(tx, own)));
    }
    return news;
  };

/** Tells of the deadlines of all features that have moved. */
export async function tellMoved(
  tx: EntityManager,
  features: readonly DeadlineNews[],
  all: readonly MovedDeadline[],
  reason: string,
): Promise<void> {
  for (const { subjectTypes, moved } of features) {
    const own = all.filter(({ after }) => subjectTypes.includes(after.subjectType));
    for (let start = 0; start < own.length; start += BATCH)
      await appendEvents(tx, 'participation', await moved(tx, own.slice(start, start + BATCH), reason));
  }
}
