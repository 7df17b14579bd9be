import { createQueueBackend, type QueueBackend, type QueueJob } from '../src';

/** A real queue whose way in can be watched, blocked and hung. */
export interface WatchedQueue extends QueueBackend {
  readonly added: { queue: string; job: QueueJob }[];
  /** What `add` does instead of adding, for as long as it is set. */
  refuse: ((queue: string) => Promise<void> | undefined) | undefined;
}

export function watchedQueue(databaseUrl: string): WatchedQueue {
  const real = createQueueBackend({ databaseUrl });
  const added: { queue: string; job: QueueJob }[] = [];
  return {
    kind: real.kind,
    added,
    refuse: undefined,
    async add(queue, jobs) {
      const refusal = this.refuse?.(queue);
      if (refusal) return refusal;
      await real.add(queue, jobs);
      added.push(...jobs.map((job) => ({ queue, job })));
    },
    consume: (...args) => real.consume(...args),
    held: (...args) => real.held(...args),
    counts: (queue) => real.counts(queue),
    pause: (queue) => real.pause(queue),
    resume: (queue) => real.resume(queue),
    isPaused: (queue) => real.isPaused(queue),
    bullQueue: (queue) => real.bullQueue(queue),
    ping: () => real.ping(),
    close: () => real.close(),
  };
}
