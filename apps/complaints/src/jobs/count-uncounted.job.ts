import type { Loop } from '@charter/service';
import type { StatisticsStore } from '../store/statistics/statistics.store';

/** Once when a worker starts: complaints that are older than the figures are counted. Several workers share the work. */
export const countUncounted = (statistics: StatisticsStore): Loop => ({
  start: async () => void (await statistics.catchUp()),
  stop: async () => undefined,
});
