import type { DataSource, EntityManager } from 'typeorm';
import type { RecordedTable } from '../recorded-table';
import type { Head } from '../seal';
import { laterWords, linksAfter, waitingAfter } from './entries';
import { type CurrentRow, type Fault, judge } from './judge';
import { type Entry, type EntryKind, ORIGIN, linkHash } from './link-hash';
import { Rows } from './rows';
import type { Broken, Verdict } from './verdict';

/** Entries whose rows are read in one statement for each table. */
const BATCH = 2_000;

/**
 * Walks the chain of a database from its first link, computes every hash and every digest again from the tables as they are, and looks
 * for rows that were never recorded. It reads one snapshot, so what is written meanwhile breaks nothing, and it trusts neither the
 * record's functions nor its list of tables.
 * @param known a head that was kept elsewhere: the chain must still contain it, or its end was cut off
 */
export function verifyRecord(dataSource: DataSource, tables: readonly RecordedTable[], known?: Head): Promise<Verdict> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY');
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(`SET LOCAL timezone = 'UTC'`);
    const rows = new Map<string, Rows>();
    for (const table of tables) rows.set(table.table, await Rows.open(tx, table));
    return new Walk(tx, rows).run(known);
  });
}

const place = ({ table, row }: Pick<Entry, 'table' | 'row'>): string => `${table} ${row}`;

class Walk {
  private links = 0;
  private holding = 0;
  private waiting = 0;
  private readonly told: Record<EntryKind, number> = { TAKEN_IN: 0, WRITTEN: 0, ERASED: 0, REMOVED: 0 };
  private broken = 0;
  private first: Broken | null = null;
  private head: Head | null = null;
  /** What the entries that wait say of rows: it comes after all that the chain says. */
  private readonly saidWaiting = new Map<string, { id: number; kind: EntryKind }>();

  constructor(
    private readonly tx: EntityManager,
    private readonly rows: ReadonlyMap<string, Rows>,
  ) {}

  async run(known: Head | undefined): Promise<Verdict> {
    for (const entry of await laterWords(this.tx)) this.saidWaiting.set(place(entry), entry);
    await this.walkChain(known);
    await this.walkWaiting();
    for (const [table, rows] of this.rows) {
      const { count, first } = await rows.unrecorded(this.tx);
      if (count > 0) this.breaks({ fault: 'NEVER_RECORDED', seq: null, table, row: first }, count);
    }
    const { links, holding, broken, first, head, told } = this;
    return {
      links,
      holding,
      waiting: this.waiting,
      erasures: told.ERASED,
      removals: told.REMOVED,
      broken,
      first,
      head,
    };
  }

  private async walkChain(known: Head | undefined): Promise<void> {
    let seq = 0;
    let previous = ORIGIN;
    let knownFound = !known || known.seq === 0;
    for (;;) {
      const batch = await linksAfter(this.tx, seq, BATCH);
      if (batch.length === 0) break;
      const current = await this.current(batch);
      for (const link of batch) {
        if (link.seq !== seq + 1) this.breaks({ fault: 'LINK_REMOVED', seq: seq + 1, table: null, row: null });
        else if (!link.previousHash.equals(previous))
          this.breaks({ fault: 'LINK_CHANGED', seq, table: null, row: null });
        const last = this.saidWaiting.get(place(link))?.kind ?? link.last ?? undefined;
        const fault = linkHash(link.previousHash, link.seq, link).equals(link.hash)
          ? judge(link, current(link), { earlier: link.earlier, last })
          : 'LINK_CHANGED';
        this.links += 1;
        this.count(link, fault, link.seq);
        if (!fault) this.holding += 1;
        if (known?.seq === link.seq && known.hash === link.hash.toString('hex')) knownFound = true;
        [seq, previous] = [link.seq, link.hash];
      }
    }
    this.head = seq === 0 ? null : { seq, hash: previous.toString('hex') };
    if (!knownFound) this.breaks({ fault: 'END_CUT_OFF', seq: known!.seq, table: null, row: null });
  }

  private async walkWaiting(): Promise<void> {
    const begun = new Set<string>();
    for (let id = 0; ;) {
      const batch = await waitingAfter(this.tx, id, BATCH);
      if (batch.length === 0) return;
      const current = await this.current(batch);
      for (const entry of batch) {
        const after = this.saidWaiting.get(place(entry));
        const last = after && after.id > entry.id ? after.kind : undefined;
        this.waiting += 1;
        this.count(
          entry,
          judge(entry, current(entry), { earlier: entry.earlier || begun.has(place(entry)), last }),
          null,
        );
        begun.add(place(entry));
        id = entry.id;
      }
    }
  }

  /** The rows of a batch as they are, read at once for each table. */
  private async current(batch: readonly Entry[]): Promise<(entry: Entry) => CurrentRow | undefined> {
    const found = new Map<string, ReadonlyMap<string, CurrentRow>>();
    for (const [table, rows] of this.rows) {
      const keys = new Set(batch.filter((entry) => entry.table === table).map(({ row }) => row));
      if (keys.size > 0) found.set(table, await rows.named(this.tx, [...keys]));
    }
    return ({ table, row }) => found.get(table)?.get(row);
  }

  private count({ kind, table, row }: Entry, fault: Fault | undefined, seq: number | null): void {
    this.told[kind] += 1;
    if (fault) this.breaks({ fault, seq, table, row });
  }

  private breaks(broken: Broken, times = 1): void {
    this.broken += times;
    this.first ??= broken;
  }
}
