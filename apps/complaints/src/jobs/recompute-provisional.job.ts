import type { DataSource } from 'typeorm';
import type { Deadlines } from '@charter/deadlines';
import type { Clock, Loop } from '@charter/service';
import type { ComplaintStore } from '../store/complaint.store';
import type { ObjectionStore } from '../store/objections/objection.store';
import { tellMovedObjections } from './announce-objections';
import { tellMoved } from './moved';

export interface RecomputeProvisionalParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly objections: ObjectionStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/**
 * Once when a worker starts: a new version may know the gazette of a further year, and dates that rested on computed
 * holidays move to what was announced. Several workers that start together move each date once.
 */
export const recomputeProvisional = ({
  dataSource,
  complaints,
  objections,
  deadlines,
  clock,
}: RecomputeProvisionalParts): Loop => ({
  start: () =>
    dataSource.transaction(async (tx) => {
      const reason = '관보의 공휴일 고시 반영';
      const moved = await deadlines.recomputeProvisional(tx, { by: 'system', at: clock.now(), reason });
      await tellMoved(tx, complaints, moved, reason);
      await tellMovedObjections(tx, { objections, complaints }, moved, reason);
    }),
  stop: async () => undefined,
});
