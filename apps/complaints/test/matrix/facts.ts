import type { Complaint } from '../fixtures/complaints';
import type { Office } from '../fixtures/office';

interface Line {
  from_status: string | null;
  to_status: string;
  changed_by: string;
}

/** A complaint as the database has it: status, version, its lines and the states of its deadlines. */
export interface Facts {
  readonly status: string;
  readonly version: number;
  readonly lines: readonly Line[];
  /** Kind → states, of those that are still open. */
  readonly open: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export async function factsOf(office: Office, { id }: Pick<Complaint, 'id'>): Promise<Facts> {
  const [[complaint], lines, deadlines, events] = (await Promise.all([
    office.dataSource.query('SELECT status, version FROM complaint WHERE id = $1', [id]),
    office.dataSource.query(
      'SELECT from_status, to_status, changed_by FROM complaint_history WHERE complaint_id = $1 ORDER BY id',
      [id],
    ),
    office.dataSource.query('SELECT kind, state FROM deadline WHERE subject_id = $1 AND closed_at IS NULL', [id]),
    office.dataSource.query(`SELECT type FROM outbox_event WHERE payload->>'complaintId' = $1 ORDER BY type`, [id]),
  ])) as [[{ status: string; version: number }], Line[], { kind: string; state: string }[], { type: string }[]];
  return {
    ...complaint,
    lines,
    open: Object.fromEntries(deadlines.map(({ kind, state }) => [kind, state])),
    events: events.map(({ type }) => type),
  };
}

/** What is wrong with a complaint's history and deadlines, whatever was done to it: nothing, if all is well. */
export function faultsOf({ status, version, lines, open }: Facts, steps: number): string[] {
  const stands = ['SUPPLEMENT_REQUESTED', 'SUSPENDED'].includes(status);
  const isOpen = stands || ['RECEIVED', 'ASSIGNED'].includes(status);
  const broken = lines.filter(({ from_status }, index) => from_status !== (lines[index - 1]?.to_status ?? null));
  const promises = isOpen ? (stands ? 'PAUSED' : 'RUNNING') : undefined;
  const faults: [boolean, string][] = [
    [broken.length > 0, `lines do not follow each other: ${JSON.stringify(lines)}`],
    [lines.at(-1)?.to_status !== status, `the last line says ${lines.at(-1)?.to_status}, the complaint ${status}`],
    [version !== steps + 1, `version ${version} after ${steps} steps`],
    [lines.length !== steps + 1, `${lines.length} lines after ${steps} steps`],
    [!isOpen && Object.keys(open).length > 0, `closed, and still due: ${JSON.stringify(open)}`],
    [open.STATUTORY !== promises, `${status}, and the law’s date is ${open.STATUTORY}`],
    [open.CHARTER !== promises, `${status}, and the charter’s date is ${open.CHARTER}`],
    [(status === 'SUPPLEMENT_REQUESTED') !== 'SUPPLEMENT' in open, `${status}: ${JSON.stringify(open)}`],
    [(status === 'SUSPENDED') !== 'SUSPENSION' in open, `${status}: ${JSON.stringify(open)}`],
  ];
  return faults.filter(([wrong]) => wrong).map(([, fault]) => fault);
}
