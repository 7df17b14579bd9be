/** A column that holds sealed values only: whoever seals into a new column lists it, or its old keys can never be removed. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns of the primary key. Their values, with a space between, are the `row` of the place a value is sealed for. */
  readonly key: readonly string[];
  /** How many values are sealed again at once: fewer where they are large. */
  readonly batch?: number;
}

/** Columns of one table with the same primary key. */
export const sealedColumns = (table: string, key: string | readonly string[], ...columns: string[]): SealedColumn[] =>
  columns.map((column) => ({ table, column, key: typeof key === 'string' ? [key] : key }));

/**
 * What a sealed value looks like, as a regular expression of PostgreSQL: key id, nonce of 12 bytes, tag of 16 bytes, text.
 * A value inside JSON is found too.
 */
export const SEALED_FORM = String.raw`(^|")[a-z0-9]{1,16}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]*("|$)`;
