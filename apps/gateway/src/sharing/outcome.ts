import { weakTag } from '@charter/service';
import type { Executed } from '../execution/execute';

/** What an operation came to, written out once for all who are given it. Nothing in it belongs to one request. */
export class Outcome {
  #body?: Buffer;
  #tag?: string;

  constructor(readonly executed: Executed) {}

  /** The body of the answer, for whoever gets it without errors and without extensions. */
  get body(): Buffer {
    this.#body ??= Buffer.from(`{"data":${this.executed.data}}`);
    return this.#body;
  }

  /** The entity tag of the body, packed or not. */
  get tag(): string {
    this.#tag ??= weakTag(this.body);
    return this.#tag;
  }

  /** Seconds for which anybody may be given it; undefined when it is private, or not whole. */
  get publicFor(): number | undefined {
    const { freshness, errors, faults } = this.executed;
    return typeof freshness === 'number' && errors.length === 0 && faults.length === 0 ? freshness : undefined;
  }
}
