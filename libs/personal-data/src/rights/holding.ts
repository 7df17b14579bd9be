import type { Message } from '@charter/contracts';

/** Where a sealed value of a result stands: `row` names the column of the result that holds the key of its row. */
export interface SealedField {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  /** Whether what was sealed is JSON. */
  readonly json?: true;
}

/**
 * What a service holds on its citizens, of one kind. This is the allow-list of an export: a column without a label is never
 * handed out, and neither are those who work for the city.
 */
export interface Holding {
  /** The kind of record, such as `complaint`. */
  readonly kind: string;
  readonly title: Message;
  /** SQL without end: the records of the citizen `$1`, each with a unique text `key` that orders them. */
  readonly records: string;
  /** What each field is called, in the order in which it is shown. */
  readonly labels: Readonly<Record<string, Message>>;
  /** Fields that stand sealed in the result. */
  readonly sealed?: Readonly<Record<string, SealedField>>;
}
