import { CircuitState, ConsecutiveBreaker, type IBreaker, SamplingBreaker } from 'cockatiel';

const IN_A_ROW = 5;
const SHARE = 0.5;
const WINDOW_MS = 10_000;
const FEWEST_PER_SECOND = 2;
/** Answers after which a subgraph that has come back is trusted as before. */
const PROBATION = 3;

/**
 * When a subgraph counts as down: after five failures in a row; when more than half of the calls of ten seconds failed (at two a second or more);
 * and at the first failure right after it has come back.
 */
export class Verdict implements IBreaker {
  readonly #parts: readonly IBreaker[] = [
    new ConsecutiveBreaker(IN_A_ROW),
    new SamplingBreaker({ threshold: SHARE, duration: WINDOW_MS, minimumRps: FEWEST_PER_SECOND }),
  ];
  #probation = 0;

  get state(): unknown {
    return [this.#probation, ...this.#parts.map(({ state }) => state)];
  }

  set state(value: unknown) {
    const [probation, ...states] = value as [number, ...unknown[]];
    this.#probation = probation;
    this.#parts.forEach((part, index) => (part.state = states[index]));
  }

  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.#probation = PROBATION;
    else if (this.#probation > 0) this.#probation -= 1;
    for (const part of this.#parts) part.success(state);
  }

  failure(state: CircuitState): boolean {
    const verdicts = this.#parts.map((part) => part.failure(state));
    return verdicts.includes(true) || this.#probation > 0;
  }
}
