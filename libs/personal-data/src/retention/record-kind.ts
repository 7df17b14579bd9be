import type { RecordKindName } from '@charter/contracts';

/**
 * One kind of record that holds people's data: how to find what still does, and how to take people out of it. What is counted
 * (departments, days, amounts, results) stays: statistics are the same before and after.
 */
export interface RecordKind {
  readonly kind: RecordKindName;
  /**
   * SQL without end: records that still hold somebody's data, with `key` (text), `citizen_id`, and `ended_at`, from which the
   * period runs; null while something is still open.
   */
  readonly records: string;
  /**
   * SQL: takes people out of the records whose keys are `$1::text[]`, if they are still to be erased, and returns the `key` of
   * each: of two that erase at once, one does. A record that was opened again in the meantime is left alone.
   */
  readonly claim: string;
  /** SQL: takes people out of what belongs to the records claimed, `$1::text[]`. */
  readonly erase?: readonly string[];
  /** What a citizen's request does with a record that has ended: erased at once, or kept by an article until its period ends. */
  readonly onRequest: 'ERASED' | 'KEPT';
  /** False for what lasts until a citizen asks, such as their profile: no period runs. */
  readonly expires?: false;
}
