import type { DataSource } from 'typeorm';

/** Entries in one transaction: it holds back erasures for as long as it takes. */
const BATCH = 1_000;

/** The last link of a chain. Kept elsewhere, it proves later that nothing was cut off the end. */
export interface Head {
  readonly seq: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** What a pass of the sealer did. */
export interface Sealed {
  readonly linked: number;
  /** Absent when nothing was linked. */
  readonly head?: Head;
}

/**
 * Links the entries that wait into the chain until none waits. Several at once do no harm: one works, the others find nothing to do.
 * Ended in the middle, it has linked whole batches and the next goes on.
 * @param goOn asked before each batch, so that a process that stops leaves the rest to the next
 */
export async function seal(dataSource: DataSource, goOn: () => boolean = () => true): Promise<Sealed> {
  let sealed: Sealed = { linked: 0 };
  while (goOn()) {
    const [batch] = (await dataSource.query('SELECT * FROM "record_seal"($1)', [BATCH])) as [
      { linked: number; seq: string; hash: string }?,
    ];
    if (!batch?.linked) break;
    sealed = { linked: sealed.linked + batch.linked, head: { seq: Number(batch.seq), hash: batch.hash } };
  }
  return sealed;
}

/** Entries that are not linked yet, and the age of the oldest in seconds, for metrics. */
export async function waitingEntries(dataSource: DataSource): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = (await dataSource.query(
    `SELECT count(*)::int AS "waiting", coalesce(extract(epoch FROM now() - min("recorded_at")), 0)::float8 AS "oldestSeconds"
     FROM "record_waiting"`,
  )) as [{ waiting: number; oldestSeconds: number }];
  return row;
}
