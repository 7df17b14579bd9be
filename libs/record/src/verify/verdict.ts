import type { Head } from '../seal';
import type { Fault } from './judge';

/** Something that does not hold. */
export interface Broken {
  readonly fault: Fault;
  /** The link's place in the chain; null for an entry that waits and for a row without one. */
  readonly seq: number | null;
  /** Null when a link is gone, with all that it said. */
  readonly table: string | null;
  readonly row: string | null;
}

/** What came of computing the whole record of a database again. */
export interface Verdict {
  readonly links: number;
  readonly holding: number;
  /** Entries that the sealer has not linked yet. Their rows are compared too. */
  readonly waiting: number;
  readonly erasures: number;
  readonly removals: number;
  /** All that does not hold: links, waiting entries, and rows without either. */
  readonly broken: number;
  /** In the order of the chain; what is not in the chain comes last. */
  readonly first: Broken | null;
  /** Null when the chain is empty. */
  readonly head: Head | null;
}
