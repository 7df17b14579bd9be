import type { Budget } from './budget';

/**
 * Arithmetic modulo a prime below 2^26, so that products stay exact in a double. What is asked of it is whether vectors of
 * zeros and ones depend on each other; a prime of this size gives the same answer as fractions do unless it divides a
 * determinant by accident.
 */
const PRIME = 67_108_859;

/** A vector by its places that are not 0: of the hundreds of places most are. */
export type Vector = ReadonlyMap<number, number>;

/** The number that gives 1 when multiplied with this one (Fermat: a^(p − 2)). */
function inverse(of: number): number {
  let [result, base] = [1, of];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/** Takes a multiple of one vector away from another, in place. */
function subtract(from: Map<number, number>, vector: Vector, times: number): void {
  for (const [place, entry] of vector) {
    const left = ((from.get(place) ?? 0) + (PRIME - times) * entry) % PRIME;
    if (left === 0) from.delete(place);
    else from.set(place, left);
  }
}

const startOf = (vector: Vector): number => Math.min(...vector.keys());

/** The vector with 1 where it starts, which makes multiples of one vector equal. */
function normalised(vector: Vector): Vector {
  const factor = inverse(vector.get(startOf(vector))!);
  return new Map([...vector].map(([place, entry]) => [place, (entry * factor) % PRIME]));
}

/** What vectors span: grows by those that bring something new. */
export class Span {
  /** By the place where each starts; no other of them has anything there, so one look at a vector's own places is enough. */
  private readonly basis = new Map<number, Map<number, number>>();

  constructor(private readonly budget?: Budget) {}

  /** What is left of a vector beyond the span, with 1 where it starts; `undefined` when nothing is. */
  beyond(given: Vector): Vector | undefined {
    const rest = this.rest(given);
    return rest.size > 0 ? normalised(rest) : undefined;
  }

  /** @returns whether it brought something new */
  add(given: Vector): boolean {
    const found = this.beyond(given);
    if (!found) return false;
    const start = startOf(found);
    this.budget?.spend(this.basis.size);
    for (const vector of this.basis.values()) {
      const entry = vector.get(start);
      if (entry === undefined) continue;
      this.budget?.spend(found.size);
      subtract(vector, found, entry);
    }
    this.basis.set(start, new Map(found));
    return true;
  }

  /** Where what is left of a vector beyond the span starts; `undefined` when nothing is left. */
  startBeyond(given: Vector): number | undefined {
    const rest = this.rest(given);
    return rest.size > 0 ? startOf(rest) : undefined;
  }

  private rest(given: Vector): Map<number, number> {
    const left = new Map(given);
    this.budget?.spend(given.size);
    for (const [place, entry] of given) {
      const vector = this.basis.get(place);
      if (!vector) continue;
      this.budget?.spend(vector.size);
      subtract(left, vector, entry);
    }
    return left;
  }
}
