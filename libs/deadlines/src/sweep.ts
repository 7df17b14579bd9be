import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role, ServiceName } from '@charter/contracts';
import { type EventDraft, type Log, appendEvents } from '@charter/outbox';
import type { Deadlines } from './deadlines';
import type { Deadline } from './domain/deadline';
import { reach } from './domain/decide';
import { type ReminderStep, roleTold } from './domain/reminder-plan';
import { changed, writeChanges } from './store/changes';
import { toDeadline } from './store/deadline.entity';
import { keepHolidays } from './store/declared-holidays';
import { type DueQuery, dueDeadlines } from './store/due';

/** A stage that a deadline has reached. */
export interface StageReached {
  /**
   * As the sweep left it. At the moment of lateness it may be MET or CANCELLED: closed late before a sweep had seen it. The
   * fact is told all the same; whether somebody still needs a notice is asked when that is sent.
   */
  readonly deadline: Deadline;
  readonly stage: string;
  readonly when: ReminderStep['when'];
  /** Whether this is the moment of lateness. */
  readonly late: boolean;
  /** Who is told: the role of the owner, or of their superior. */
  readonly role: Role;
}

export interface SweepDependencies {
  readonly dataSource: DataSource;
  readonly deadlines: Deadlines;
  readonly service: ServiceName;
  /** What to tell of the stages of one batch: reads what it needs with the sweep's own transaction, one statement for all. */
  readonly announce: (tx: EntityManager, reached: readonly StageReached[]) => Promise<readonly EventDraft[]>;
  readonly logger: Log;
  /** Milliseconds between two looks. */
  readonly pollMs?: number;
  readonly batch?: number;
  /** Moves the sweep's moment, which is the database's, for tests. */
  readonly offsetMs?: () => number;
}

/** A batch that failed, with the deadlines it had locked. */
class BatchFailed extends Error {
  constructor(
    readonly ids: readonly string[],
    override readonly cause: unknown,
  ) {
    super('A batch of deadlines failed.');
  }
}

/**
 * Takes the deadlines whose moment has come, in locked batches, moves each to its stage and writes the events, all in one
 * transaction: a crash in the middle leaves nothing half done, and several sweeps never take the same row. It compares with
 * the database's clock and costs by what is due, not by what is open.
 */
export class DeadlineSweep {
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly deps: SweepDependencies) {}

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.running = this.loop(this.stopping.signal);
  }

  /** Finishes the batch that runs; gives up waiting after `graceMs` milliseconds. */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const given = new AbortController();
    await Promise.race([this.running, sleep(graceMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
  }

  /**
   * Sweeps until nothing is due. A deadline that cannot be moved does not hold up the others: its batch is taken again one
   * by one.
   * @returns how many deadlines were taken
   * @throws what failed, after all others were taken; at once when nothing of a batch succeeds
   */
  async runOnce(): Promise<number> {
    const { batch = 200 } = this.deps;
    const failed = new Map<string, unknown>();
    let total = 0;
    for (let taken = batch; taken === batch && !this.stopping.signal.aborted;) {
      try {
        taken = await this.takeBatch({ limit: batch, except: [...failed.keys()] });
        total += taken;
      } catch (error) {
        if (!(error instanceof BatchFailed)) throw error;
        const saved = await this.takeEach(error.ids, failed);
        if (saved === 0) throw error.cause;
        total += saved;
      }
    }
    if (failed.size > 0) throw new AggregateError(failed.values(), `${failed.size} deadlines could not be moved.`);
    return total;
  }

  private async takeEach(ids: readonly string[], failed: Map<string, unknown>): Promise<number> {
    let taken = 0;
    if (ids.length === 1) return taken; // alone it was tried just now
    for (const id of ids) {
      try {
        taken += await this.takeBatch({ limit: 1, only: [id] });
      } catch (error) {
        if (!(error instanceof BatchFailed)) throw error;
        this.deps.logger.error({ err: error.cause, deadlineId: id }, 'a deadline could not be moved');
        failed.set(id, error.cause);
      }
    }
    return taken;
  }

  private async takeBatch(which: Omit<DueQuery, 'now'>): Promise<number> {
    let ids: readonly string[] = [];
    try {
      return await this.deps.dataSource.transaction(async (tx) => {
        await keepHolidays(tx);
        const now = await this.now(tx);
        const due = (await dueDeadlines(tx, { ...which, now }).getMany()).map(toDeadline);
        ids = due.map(({ id }) => id);
        if (due.length > 0) await this.move(tx, due, now);
        return due.length;
      });
    } catch (error) {
      throw ids.length > 0 ? new BatchFailed(ids, error) : error;
    }
  }

  private async move(tx: EntityManager, due: readonly Deadline[], now: Date): Promise<void> {
    const { deadlines, announce, service } = this.deps;
    const calendar = await deadlines.calendar(tx);
    const looks = due.map((deadline) => {
      const kind = deadlines.kindOf(deadline.kind);
      const { step, change } = reach(deadline, now, { kind, calendar })!;
      return { deadline, change, kind, step, name: step && step.stage };
    });
    await writeChanges(tx, looks, { by: 'system', at: now });
    const reached = looks.flatMap((look): StageReached[] => {
      const { kind, step } = look;
      if (!step) return [];
      const { stage, when } = step;
      return [{ deadline: changed(look), stage, when, late: when === 'LATE', role: roleTold(step, kind) }];
    });
    if (reached.length > 0) await appendEvents(tx, service, await announce(tx, reached));
  }

  /** The database's moment. */
  private async now(tx: EntityManager): Promise<Date> {
    const [{ now }] = (await tx.query(`SELECT now() + $1 * interval '1 millisecond' AS now`, [
      this.deps.offsetMs?.() ?? 0,
    ])) as [{ now: Date }];
    return now;
  }

  private async loop(signal: AbortSignal): Promise<void> {
    const { logger, pollMs = 1_000 } = this.deps;
    while (!signal.aborted) {
      try {
        const reached = await this.runOnce();
        if (reached > 0) logger.info({ reached }, 'deadlines reached a stage');
      } catch (error) {
        logger.error({ err: error }, 'the sweep failed; it tries again');
      }
      await sleep(pollMs, undefined, { signal }).catch(() => undefined); // ends early when stopping
    }
  }
}
