import type { DataSource, EntityManager } from 'typeorm';
import type { EventPayload, ServiceName } from '@charter/contracts';
import { type EventDraft, appendEvents } from '@charter/outbox';
import type { Deadlines } from './deadlines';
import { KnownSuccessionEntity } from './store/known-succession.entity';

/** What passes from a closed department to the one that carries on. */
export interface Passing {
  readonly from: string;
  readonly to: string;
  /** The first day of the successor, in Asia/Seoul. */
  readonly on: string;
  /** The administrator who decided it: who did it, in every history. */
  readonly by: string;
  readonly at: Date;
  /** Why, for histories. */
  readonly reason: string;
}

/** One kind of thing that a department owes: writes what is open over to the successor, with its line of history. */
export type Estate = (tx: EntityManager, passing: Passing) => Promise<readonly EventDraft[]>;

/** Rows of a table that a department owes. All names come from code. */
export interface OwedRows {
  readonly table: string;
  /** The column that names the department; without it, `department_code`. */
  readonly column?: string;
  /** Which rows are still owed: a condition in SQL. What is settled stays with who had it. */
  readonly open: string;
  /** Whether a row counts its changes in `version`. */
  readonly versioned?: boolean;
  /** Where its steps are kept: the column of the row's id, that of the reason, and that of the step with this step's name. */
  readonly history?: {
    readonly table: string;
    readonly subject: string;
    readonly reason?: string;
    readonly step?: readonly [column: string, name: string];
  };
  /** What else follows the rows, and what is told of them. */
  readonly then?: (tx: EntityManager, ids: readonly string[], passing: Passing) => Promise<readonly EventDraft[]>;
}

/** An estate of rows: one statement writes them over with their history, however many. */
export const owedRows =
  ({ table, column = 'department_code', open, versioned = false, history, then }: OwedRows): Estate =>
  async (tx, passing) => {
    const { from, to, by, at, reason } = passing;
    const line = history
      ? `, line AS (
           INSERT INTO "${history.table}" ("${history.subject}", "changed_by", "changed_at", "from_status", "to_status",
             "${history.reason ?? 'reason'}"${history.step ? `, "${history.step[0]}"` : ''})
           SELECT "id", $3::uuid, $4::timestamptz, "status", "status", $5::text${history.step ? `, '${history.step[1]}'` : ''} FROM passed)`
      : '';
    const rows = (await tx.query(
      `WITH passed AS (
         UPDATE "${table}" SET "${column}" = $2${versioned ? ', "version" = "version" + 1' : ''}
         WHERE "${column}" = $1 AND (${open}) RETURNING *)${line}
       SELECT "id" FROM passed`,
      history ? [from, to, by, at, reason] : [from, to],
    )) as { id: string }[];
    if (rows.length === 0 || !then) return [];
    return then(
      tx,
      rows.map(({ id }) => id),
      passing,
    );
  };

export interface SuccessionParts {
  readonly dataSource: DataSource;
  readonly service: ServiceName;
  readonly deadlines: Deadlines;
  readonly estates: readonly Estate[];
  readonly clock: { now(): Date };
}

type Succeeded = Omit<EventPayload<'department.succeeded.v1'>, 'successionId'>;

/**
 * Passes on what closed departments owe: once when it is heard of, and whatever reaches such a department afterwards at the
 * next look. What is settled stays with who had it, and so do its figures; what is open passes with its dates, late or not, and
 * counts for whoever can still end it.
 */
export class Successions {
  constructor(private readonly parts: SuccessionParts) {}

  /** Takes note that a department is succeeded, and passes on what it owes. Heard a second time it does nothing. */
  async hear(tx: EntityManager, succeeded: Succeeded): Promise<void> {
    const { previousDepartmentCode: code, departmentCode, succeededOn, decidedBy } = succeeded;
    await this.alone(tx);
    const noted = (await tx.query(
      `INSERT INTO "known_succession" ("code", "successor_code", "succeeded_on", "decided_by") VALUES ($1, $2, $3, $4)
       ON CONFLICT ("code") DO NOTHING RETURNING "code"`,
      [code, departmentCode, succeededOn, decidedBy],
    )) as unknown[];
    if (noted.length > 0) await this.pass(tx, code);
  }

  /** Passes on what has reached a closed department since: what was under way when it closed, what was opened again. */
  async runOnce(): Promise<void> {
    const { dataSource } = this.parts;
    for (const { code } of await dataSource.manager.find(KnownSuccessionEntity, { order: { code: 'ASC' } })) {
      await dataSource.transaction(async (tx) => {
        await this.alone(tx);
        await this.pass(tx, code);
      });
    }
  }

  private async pass(tx: EntityManager, from: string): Promise<void> {
    const { service, deadlines, estates, clock } = this.parts;
    const { succeededOn, decidedBy } = await tx.findOneByOrFail(KnownSuccessionEntity, { code: from });
    const to = await heirOf(tx, from);
    const reason = `조직 개편: ${from} → ${to}`;
    const passing = { from, to, on: succeededOn, by: decidedBy, at: clock.now(), reason };
    const news: EventDraft[] = [];
    for (const estate of estates) news.push(...(await estate(tx, passing)));
    await deadlines.passOn(tx, from, to, { by: decidedBy, at: passing.at, reason });
    await appendEvents(tx, service, news);
  }

  /** One at a time: two links of a chain that come at once would pass each other by. */
  private async alone(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('successions'))`);
  }
}

/** Who carries on at the end of the chain, as far as it is known here; links may be heard of in any order. */
async function heirOf(tx: EntityManager, code: string): Promise<string> {
  const [{ heir }] = (await tx.query(
    `WITH RECURSIVE chain AS (
       SELECT "successor_code" AS heir, 1 AS length FROM "known_succession" WHERE "code" = $1
       UNION ALL
       SELECT next."successor_code", length + 1 FROM chain JOIN "known_succession" next ON next."code" = chain.heir
       WHERE length < 100)
     SELECT heir FROM chain ORDER BY length DESC LIMIT 1`,
    [code],
  )) as [{ heir: string }];
  return heir;
}
