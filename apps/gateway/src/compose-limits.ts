import type { Logger } from '@charter/service';
import type { GatewayEnv } from './env';
import { Budget } from './limits/budget';
import { CallerLimits } from './limits/caller-limits';
import { Misses } from './limits/misses';
import { Overload } from './limits/overload';
import { openLimitStore } from './limits/store/limit-store';
import { SharedPoints } from './limits/store/shared-points';

const MINUTE_S = 60;
const TEN_MINUTES_S = 600;
/** Into how many blocks the points of one caller are cut: each gateway holds one and a half at most. */
const BLOCKS = 50;

/** What keeps one caller from taking everybody's share, and all of them from taking more than there is. */
export interface Limits {
  readonly callers: CallerLimits;
  readonly misses: Misses;
  readonly overload: Overload;
  close(): Promise<void>;
}

/** The part of {@link startGateway} that wires the limits of callers. */
export async function openLimits(env: GatewayEnv, log: Logger): Promise<Limits> {
  const store = openLimitStore({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL, log });
  await store.ready();
  const budget = (name: string, limit: number, window: number, block: number): Budget => {
    const shared = store.limiter?.(name, limit, window);
    return new Budget({ store: new SharedPoints({ name, shared, limit, window, log }), block });
  };
  const points = (name: string, limit: number) => budget(name, limit, MINUTE_S, Math.floor(limit / BLOCKS));
  const times = (name: string, limit: number, window: number) => budget(name, limit, window, 1);
  const overload = new Overload({ lagMs: env.OVERLOAD_LAG_MS, maxInFlight: env.MAX_IN_FLIGHT });
  overload.start();
  return {
    callers: new CallerLimits(
      {
        anonymous: points('anonymous', env.POINTS_ANONYMOUS),
        citizen: points('citizen', env.POINTS_CITIZEN),
        staff: points('staff', env.POINTS_STAFF),
        texts: times('texts', env.TEXTS_PER_CALLER, MINUTE_S),
        guessesOfPerson: times('guesses-person', env.GUESSES_PER_PERSON, TEN_MINUTES_S),
        guessesOfAddress: times('guesses-address', env.GUESSES_PER_ADDRESS, TEN_MINUTES_S),
      },
      { perMb: env.POINTS_PER_MB, perStream: env.POINTS_PER_STREAM },
    ),
    misses: new Misses(times('misses', env.MISSES_PER_ADDRESS, MINUTE_S)),
    overload,
    close: async () => {
      overload.stop();
      await store.close();
    },
  };
}
