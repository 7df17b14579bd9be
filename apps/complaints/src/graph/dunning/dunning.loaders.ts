import DataLoader from 'dataloader';
import type { DunningEntity } from '../../store/dunning/dunning.entity';
import type { DunningStore } from '../../store/dunning/dunning.store';

interface CountKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

export interface DunningLoaders {
  readonly dunnings: DataLoader<string, readonly DunningEntity[]>;
  /** How many letters a department got in a period. */
  readonly dunningCounts: DataLoader<CountKey, number, string>;
}

/** One statement for the letters of however many complaints, and one for each period whose counts are asked. */
export const dunningLoaders = (store: DunningStore): DunningLoaders => ({
  dunnings: new DataLoader((ids) => store.of(ids)),
  dunningCounts: new DataLoader(
    async (keys) => {
      const counts = new Map<string, number>();
      for (const period of new Set(keys.map(({ from, to }) => `${from} ${to}`))) {
        const [from, to] = period.split(' ') as [string, string];
        const codes = keys.filter((key) => key.from === from && key.to === to).map(({ code }) => code);
        const found = await store.countOf(codes, from, to);
        codes.forEach((code, index) => counts.set(`${code} ${period}`, found[index]!));
      }
      return keys.map(({ code, from, to }) => counts.get(`${code} ${from} ${to}`)!);
    },
    { cacheKeyFn: ({ code, from, to }) => `${code} ${from} ${to}` },
  ),
});
