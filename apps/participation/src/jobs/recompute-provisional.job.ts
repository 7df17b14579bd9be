import type { DataSource } from 'typeorm';
import type { Deadlines } from '@charter/deadlines';
import type { Clock, Loop } from '@charter/service';
import { type DeadlineNews, tellMoved } from './deadline-news';

export interface RecomputeProvisionalParts {
  readonly dataSource: DataSource;
  readonly deadlines: Deadlines;
  readonly news: readonly DeadlineNews[];
  readonly clock: Clock;
}

/**
 * Once when a worker starts: a new version may know the gazette of a further year, and dates that rested on computed
 * holidays move to what was announced. Several workers that start together move each date once.
 */
export const recomputeProvisional = ({ dataSource, deadlines, news, clock }: RecomputeProvisionalParts): Loop => ({
  start: () =>
    dataSource.transaction(async (tx) => {
      const reason = '관보의 공휴일 고시 반영';
      const moved = await deadlines.recomputeProvisional(tx, { by: 'system', at: clock.now(), reason });
      await tellMoved(tx, news, moved, reason);
    }),
  stop: async () => undefined,
});
