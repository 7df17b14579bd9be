import type { QueueFigures, ServiceName } from '@charter/contracts';

/** What a service tells of its events; null figures when it does not answer. */
export interface Told {
  readonly service: ServiceName;
  readonly figures: QueueFigures | null;
}

/** How events come through one queue, over all services that send into it. A rate is of the last hour, a duration in seconds. */
export interface Flow {
  /** Given up by its consumer; null when that service does not answer. */
  readonly deadLetters: number | null;
  /** Failed, and tried again; null likewise. */
  readonly failing: number | null;
  /** Sent and not confirmed, in the queue or on their way to it. */
  readonly unconfirmed: number;
  readonly oldestUnconfirmedAt: Date | null;
  readonly doneLastHour: number;
  readonly diedLastHour: number;
  /** From an event's commit to its confirmation; null when there was none. */
  readonly averageSeconds: number | null;
  readonly worstSeconds: number | null;
  /** Whose events are not counted, for they do not answer. */
  readonly silent: readonly ServiceName[];
}

/**
 * Adds up what the services tell of one queue.
 * @param owner the service that consumes it; undefined for a queue of acknowledgements, which carries no events
 */
export function flowOf(queue: string, owner: ServiceName | undefined, told: readonly Told[]): Flow {
  const sent = told.flatMap(({ figures }) => figures?.sent.filter(({ consumer }) => consumer === queue) ?? []);
  const sum = (pick: (one: QueueFigures['sent'][number]) => number) =>
    sent.reduce((total, one) => total + pick(one), 0);
  const settled = sum(({ done, died }) => done + died);
  const oldest = sent.flatMap(({ oldestAt }) => oldestAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const figures = told.find(({ service }) => service === owner)?.figures;
  const taken = figures?.taken.find(({ consumer }) => consumer === queue) ?? { dead: 0, failing: 0 };
  return {
    deadLetters: owner && !figures ? null : taken.dead,
    failing: owner && !figures ? null : taken.failing,
    unconfirmed: sum(({ unconfirmed }) => unconfirmed),
    oldestUnconfirmedAt: oldest[0] ?? null,
    doneLastHour: sum(({ done }) => done),
    diedLastHour: sum(({ died }) => died),
    averageSeconds: settled > 0 ? sum(({ seconds }) => seconds) / settled : null,
    worstSeconds: settled > 0 ? Math.max(...sent.map(({ worstSeconds }) => worstSeconds)) : null,
    silent: owner ? told.filter((one) => !one.figures).map(({ service }) => service) : [],
  };
}
