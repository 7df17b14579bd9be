import { LRUCache } from 'lru-cache';

/** What a store has handed out of somebody's points. */
export interface Grant {
  /** Points that this process may now spend; 0 when nothing is left. */
  readonly points: number;
  /** What the store has left for everybody after that. */
  readonly left: number;
  /** When the window ends, in milliseconds since 1970: points that were not spent are void then. */
  readonly endsAt: number;
}

/** Where the points of all processes are counted. */
export interface PointStore {
  /** The most that one key may spend in a window. */
  readonly limit: number;
  /** Takes as many points as are left, at most `points`. Never rejects. */
  take(key: string, points: number): Promise<Grant>;
}

/** Whether something may be done, and what is left afterwards. */
export interface Verdict {
  readonly isAdmitted: boolean;
  /** Points left for this key, as far as this process knows: never fewer than there are. */
  readonly remaining: number;
  /** Seconds until the window ends, at least one. */
  readonly retryAfterSeconds: number;
}

interface Purse {
  /** Taken from the store and not yet spent. */
  points: number;
  /** What the store had left when it was last asked. */
  left: number;
  endsAt: number;
  filling?: Promise<void>;
}

export interface BudgetSettings {
  readonly store: PointStore;
  /** How many points are taken at once: what a process may hold unspent is one and a half of it, for each key. */
  readonly block: number;
  /** Keys that are remembered; forgetting one voids what was taken for it. */
  readonly remembered?: number;
  readonly now?: () => number;
}

const REMEMBERED = 20_000;

/**
 * Spends points of many keys without asking the shared store each time: a process takes a block ahead and spends from it. What
 * all processes have taken never passes the limit, so they cannot admit more than it together; at worst they admit less, by what they hold.
 */
export class Budget {
  readonly #purses: LRUCache<string, Purse>;
  readonly #now: () => number;

  constructor(private readonly settings: BudgetSettings) {
    this.#purses = new LRUCache({ max: settings.remembered ?? REMEMBERED });
    this.#now = settings.now ?? Date.now;
  }

  get limit(): number {
    return this.settings.store.limit;
  }

  /** Spends points, or nothing when they are not there. Answers at once unless the store has to be asked. */
  spend(key: string, points: number): Verdict | Promise<Verdict> {
    const purse = this.#purses.get(key);
    return (purse && this.#fromPurse(key, purse, points)) ?? this.#fromStore(key, points);
  }

  /** Seconds for which nothing can be spent, as far as this process knows; undefined while something can. */
  emptyFor(key: string): number | undefined {
    const purse = this.#purses.get(key);
    if (!purse || purse.points > 0 || purse.left > 0 || purse.endsAt <= this.#now()) return undefined;
    return this.#secondsLeft(purse);
  }

  /** Undefined when only the store can tell. */
  #fromPurse(key: string, purse: Purse, points: number): Verdict | undefined {
    if (purse.endsAt <= this.#now()) return undefined;
    const { block } = this.settings;
    if (purse.points >= points) {
      purse.points -= points;
      // Ahead of need, so that the next request does not wait. Single points are asked for one by one.
      if (block > 1 && purse.points < block / 2 && purse.left > 0) purse.filling ??= this.#fill(key, purse, block);
      return this.#verdict(purse, true);
    }
    return points > purse.points + purse.left ? this.#verdict(purse, false) : undefined;
  }

  async #fromStore(key: string, points: number): Promise<Verdict> {
    for (;;) {
      const purse = this.#purses.get(key) ?? { points: 0, left: 0, endsAt: 0 };
      this.#purses.set(key, purse);
      const missing = points - (purse.endsAt <= this.#now() ? 0 : purse.points);
      await (purse.filling ??= this.#fill(key, purse, Math.max(this.settings.block, missing)));
      // Others may have spent it meanwhile: then once more, until it is there or the store has no more.
      const verdict = this.#fromPurse(key, purse, points);
      if (verdict) return verdict;
    }
  }

  async #fill(key: string, purse: Purse, points: number): Promise<void> {
    const { points: granted, left, endsAt } = await this.settings.store.take(key, points);
    const kept = purse.endsAt <= this.#now() ? 0 : purse.points;
    Object.assign(purse, { points: kept + granted, left, endsAt, filling: undefined });
  }

  #verdict(purse: Purse, isAdmitted: boolean): Verdict {
    return { isAdmitted, remaining: purse.points + purse.left, retryAfterSeconds: this.#secondsLeft(purse) };
  }

  #secondsLeft({ endsAt }: Purse): number {
    return Math.max(1, Math.ceil((endsAt - this.#now()) / 1_000));
  }
}
