/**
 * A table whose rows stay as they were written. Each column is of one class for good: what the record has once computed over a row
 * cannot be computed again under another rule. Columns may be added later, as long as rows that are there already hold NULL in them.
 */
export interface RecordedTable {
  readonly table: string;
  /** The columns of the primary key, in their order. A row is named by their texts, joined by `/`. */
  readonly key: readonly string[];
  /** Sealed columns: left out of the digest, since a rotation of keys writes them anew. Their seal proves them itself. */
  readonly sealed?: readonly string[];
  /** Columns that may hold what a person wrote or is known by: `record_erase` empties these and no others. */
  readonly personal?: readonly string[];
  /** Rows may go as a whole when their time is over, through `record_remove`. */
  readonly removable?: boolean;
  /** Triggers that kept the table until now and know no erasure: trigger → function. The record takes their place. */
  readonly replaces?: Readonly<Record<string, string>>;
}
