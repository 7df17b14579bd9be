import type { DataSource, EntityManager } from 'typeorm';
import type { ServiceName } from '@charter/contracts';
import { type EventDraft, appendEvents } from '@charter/outbox';
import type { Deadlines, MovedDeadline } from './deadlines';
import type { StageReached } from './sweep';

/** What one feature of a service does and tells when deadlines of its subjects reach a stage, or are moved by a holiday. */
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

export interface MovingParts {
  readonly service: ServiceName;
  readonly deadlines: Deadlines;
  readonly news: readonly DeadlineNews[];
  readonly clock: { now(): Date };
}

/** Moves the open deadlines that a day touches, which has become a holiday or none any more, and tells of them. */
export async function moveForHoliday(
  tx: EntityManager,
  date: string,
  reason: string,
  parts: MovingParts,
): Promise<void> {
  const moved = await parts.deadlines.recompute(tx, [date], { by: 'system', at: parts.clock.now(), reason });
  await tellMoved(tx, parts, moved, reason);
}

/**
 * Once when a worker starts: a new version may know the gazette of a further year, and dates that rested on computed
 * holidays move to what was announced. Several workers that start together move each date once.
 */
export const recomputeProvisional = ({ dataSource, ...parts }: MovingParts & { readonly dataSource: DataSource }) => ({
  start: (): Promise<void> =>
    dataSource.transaction(async (tx) => {
      const reason = '관보의 공휴일 고시 반영';
      const act = { by: 'system', at: parts.clock.now(), reason };
      await tellMoved(tx, parts, await parts.deadlines.recomputeProvisional(tx, act), reason);
    }),
  stop: async (): Promise<void> => undefined,
});

async function tellMoved(
  tx: EntityManager,
  { service, news }: MovingParts,
  all: readonly MovedDeadline[],
  reason: string,
): Promise<void> {
  for (const { subjectTypes, moved } of news) {
    const own = all.filter(({ after }) => subjectTypes.includes(after.subjectType));
    for (let start = 0; start < own.length; start += BATCH)
      await appendEvents(tx, service, await moved(tx, own.slice(start, start + BATCH), reason));
  }
}
