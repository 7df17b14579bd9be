import { type CircuitBreakerPolicy, CircuitState, circuitBreaker, handleWhen } from 'cockatiel';
import type { Logger } from '@charter/service';
import { subgraphDowns, subgraphUp } from '../observe/metrics';
import { Verdict } from './verdict';
import { SubgraphUnreachable } from './unreachable';

/** The first wait before a subgraph that is down is tried; it doubles from one opening to the next. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Openings further apart than this have nothing to do with each other. */
const MEMORY_MS = 300_000;
/** So many openings within the memory are flapping. */
const FLAPPING = 4;

export interface BreakerSettings {
  readonly name: string;
  /** Asks the subgraph something small. Rejects with {@link SubgraphUnreachable} when it does not answer. */
  readonly probe: () => Promise<unknown>;
  readonly log: Logger;
}

/** What says something about the subgraph: that an answer is too large says something about the question. */
const isFailure = (error: Error): boolean => error instanceof SubgraphUnreachable && error.reason !== 'size';

/**
 * Keeps requests away from a subgraph that does not answer, so that they are told at once. Whether it is back is found out by a probe of the
 * gateway's own: no client waits for that.
 */
export class SubgraphBreaker {
  readonly #policy: CircuitBreakerPolicy;
  /** When it went down, of late. */
  #downs: number[] = [];
  #isDown = false;
  /** Probes that found it down, without a long calm between them. */
  #failedProbes = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly settings: BreakerSettings) {
    // When to probe is decided here, so that waits grow over openings that follow each other; the policy lets every probe through.
    this.#policy = circuitBreaker(handleWhen(isFailure), { breaker: new Verdict(), halfOpenAfter: 0 });
    this.#policy.onBreak(() => this.#opened());
    this.#policy.onReset(() => this.#closed());
    subgraphUp.set({ subgraph: settings.name }, 1);
  }

  /** @throws {SubgraphUnreachable} of the call; or at once, with the reason `down` */
  run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#policy.state === CircuitState.Closed) return this.#policy.execute(call);
    return Promise.reject(new SubgraphUnreachable('down', 'it did not answer before, and is not asked now'));
  }

  /** Probes no more. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #opened(): void {
    if (this.#isDown) this.#failedProbes += 1;
    else this.#wentDown();
    if (this.#isStopped) return;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (this.#failedProbes + this.#downs.length - 1), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => void this.#probe(), wait * (0.75 + Math.random() / 2)).unref();
  }

  #wentDown(): void {
    const { name: subgraph, log } = this.settings;
    const now = Date.now();
    this.#isDown = true;
    this.#failedProbes = 0;
    this.#downs = [...this.#downs.filter((at) => now - at < MEMORY_MS), now];
    subgraphUp.set({ subgraph }, 0);
    subgraphDowns.inc({ subgraph });
    log.error({ subgraph }, 'the subgraph does not answer: it is not asked until a probe finds it back');
    if (this.#downs.length < FLAPPING) return;
    log.error(
      { subgraph, times: this.#downs.length, minutes: MEMORY_MS / 60_000 },
      'the subgraph comes and goes: look for what it answers only sometimes (its database, memory, a replica)',
    );
  }

  #closed(): void {
    const { name: subgraph, log } = this.settings;
    this.#isDown = false;
    subgraphUp.set({ subgraph }, 1);
    log.warn({ subgraph }, 'the subgraph answers again');
  }

  /** The outcome is the policy's: it closes, or opens again. */
  async #probe(): Promise<void> {
    const { name: subgraph, log, probe } = this.settings;
    await this.#policy.execute(probe).catch((error: unknown) => {
      log.debug({ subgraph, err: error }, 'the subgraph is still down');
    });
  }
}
