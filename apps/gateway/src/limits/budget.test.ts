import { Budget, type Grant, type PointStore, type Verdict } from './budget';

const WINDOW = 60_000;

/** A store in memory, as the real ones count, that tells how often it was asked. */
class CountingStore implements PointStore {
  asked = 0;
  #windows = new Map<string, { spent: number; endsAt: number }>();

  constructor(
    readonly limit: number,
    private readonly now: () => number,
  ) {}

  async take(key: string, points: number): Promise<Grant> {
    this.asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    const known = this.#windows.get(key);
    const window = known && known.endsAt > this.now() ? known : { spent: 0, endsAt: this.now() + WINDOW };
    const granted = Math.min(Math.max(this.limit - window.spent, 0), points);
    window.spent += points;
    this.#windows.set(key, window);
    return { points: granted, left: Math.max(this.limit - window.spent, 0), endsAt: window.endsAt };
  }
}

describe('a budget', () => {
  let now: number;
  let store: CountingStore;
  const clock = () => now;
  const budget = (block: number) => new Budget({ store, block, now: clock });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  beforeEach(() => {
    now = 1_000_000;
    store = new CountingStore(1_000, clock);
  });

  it('asks the store first, and then answers at once from what it took', async () => {
    const one = budget(100);
    expect(await one.spend('a', 10)).toEqual({ isAdmitted: true, remaining: 990, retryAfterSeconds: 60 });
    for (let spent = 20; spent <= 50; spent += 10) {
      expect(one.spend('a', 10)).toEqual({ isAdmitted: true, remaining: 1_000 - spent, retryAfterSeconds: 60 });
    }
    expect(store.asked).toBe(1);
  });

  it('takes the next block before it is needed', async () => {
    const one = budget(100);
    await one.spend('a', 10);
    expect(one.spend('a', 50)).toMatchObject({ isAdmitted: true });
    await settled();
    expect(store.asked).toBe(2);
    expect(one.spend('a', 100)).toMatchObject({ isAdmitted: true });
  });

  it('takes as much as something costs that is larger than a block', async () => {
    expect(await budget(10).spend('a', 700)).toMatchObject({ isAdmitted: true, remaining: 300 });
    expect(store.asked).toBeLessThanOrEqual(2); // once for this, once ahead
  });

  it('refuses what is not there, spends nothing on it, and says when to come again', async () => {
    const one = budget(100);
    expect(await one.spend('a', 990)).toMatchObject({ isAdmitted: true });
    expect(await one.spend('a', 11)).toEqual({ isAdmitted: false, remaining: 10, retryAfterSeconds: 60 });
    now += 58_500;
    expect(one.spend('a', 11)).toEqual({ isAdmitted: false, remaining: 10, retryAfterSeconds: 2 });
    expect(await one.spend('a', 10)).toMatchObject({ isAdmitted: true, remaining: 0 });
    now += 1_500;
    expect(await one.spend('a', 11)).toMatchObject({ isAdmitted: true, remaining: 989 });
  });

  it('asks nobody while nothing is left', async () => {
    const one = budget(100);
    await one.spend('a', 1_000);
    const { asked } = store;
    for (let i = 0; i < 50; i += 1) expect((await one.spend('a', 1)).isAdmitted).toBe(false);
    expect(store.asked).toBe(asked);
    expect(one.emptyFor('a')).toBe(60);
    expect(one.emptyFor('b')).toBeUndefined();
    now += WINDOW;
    expect(one.emptyFor('a')).toBeUndefined();
  });

  it('counts each key by itself', async () => {
    const one = budget(100);
    await one.spend('a', 1_000);
    expect(await one.spend('b', 1_000)).toMatchObject({ isAdmitted: true });
  });

  it('voids what was taken when the window ends', async () => {
    const one = budget(100);
    await one.spend('a', 10);
    now += WINDOW;
    const { asked } = store;
    expect(await one.spend('a', 10)).toMatchObject({ isAdmitted: true, remaining: 990 });
    expect(store.asked).toBe(asked + 1);
  });

  it('lets many at once wait for one question', async () => {
    const one = budget(100);
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => one.spend('a', 1)));
    expect(verdicts.every(({ isAdmitted }) => isAdmitted)).toBe(true);
    expect(store.asked).toBeLessThanOrEqual(2);
  });

  it('of many processes never admits more than the limit, and no less than what they hold', async () => {
    const block = 20;
    const processes = Array.from({ length: 8 }, () => budget(block));
    let spent = 0;
    const work = processes.map(async (one, at) => {
      for (let i = 0; i < 400; i += 1) {
        const cost = 1 + ((i * 7 + at) % 9);
        const verdict: Verdict = await one.spend('a', cost);
        if (verdict.isAdmitted) spent += cost;
      }
    });
    await Promise.all(work);
    expect(spent).toBeLessThanOrEqual(1_000);
    expect(spent).toBeGreaterThan(1_000 - processes.length * block * 1.5);
  });
});
