import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { ObjectionEntity, ObjectionHistoryEntity } from '../../store/objections/objection.entity';
import type { ObjectionStore } from '../../store/objections/objection.store';
import { type ObjectionPerformance, objectionPerformanceOf } from '../../store/objections/performance';

/** A department in a period: what its figures are asked for. */
interface PeriodKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** What a request needs to answer the fields of objections. */
export interface ObjectionLoaders {
  readonly objections: DataLoader<string, ObjectionEntity | undefined>;
  readonly objectionsOf: DataLoader<string, readonly ObjectionEntity[]>;
  readonly objectionSteps: DataLoader<string, readonly ObjectionHistoryEntity[]>;
  readonly objectionPerformance: DataLoader<PeriodKey, ObjectionPerformance, string>;
}

const keyOf = ({ code, from, to }: PeriodKey): string => `${code} ${from} ${to}`;

export const objectionLoaders = (dataSource: DataSource, store: ObjectionStore): ObjectionLoaders => ({
  objections: new DataLoader((ids) => store.byIds(ids)),
  objectionsOf: new DataLoader((complaintIds) => store.ofComplaints(complaintIds)),
  objectionSteps: new DataLoader((ids) => store.historyOf(ids)),
  objectionPerformance: new DataLoader(
    async (keys) => {
      const answers = new Map<string, ObjectionPerformance>();
      for (const { from, to } of new Map(keys.map((key) => [`${key.from} ${key.to}`, key])).values()) {
        const codes = keys.filter((key) => key.from === from && key.to === to).map(({ code }) => code);
        const found = await objectionPerformanceOf(dataSource, codes, from, to);
        codes.forEach((code, index) => answers.set(keyOf({ code, from, to }), found[index]!));
      }
      return keys.map((key) => answers.get(keyOf(key))!);
    },
    { cacheKeyFn: keyOf },
  ),
});
