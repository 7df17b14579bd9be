import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { ServiceName } from '@charter/contracts';
import { type EventDraft, type Log, appendEvents } from '@charter/outbox';
import type { Deadlines } from './deadlines';
import type { Deadline } from './domain/deadline';
import { type ReachedStage, reach } from './domain/decide';
import { writeChanges } from './store/changes';
import { DeadlineEntity, toDeadline } from './store/deadline.entity';

/** A stage that a deadline has reached, as the sweep found and left it. */
export interface StageReached extends Pick<ReachedStage, 'stage' | 'late'> {
  readonly deadline: Deadline;
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

  /** Sweeps until nothing is due. @returns how many stages were reached */
  async runOnce(): Promise<number> {
    const { batch = 200 } = this.deps;
    let total = 0;
    for (;;) {
      const taken = await this.deps.dataSource.transaction((tx) => this.takeBatch(tx, batch));
      total += taken;
      if (taken < batch || this.stopping.signal.aborted) return total;
    }
  }

  private async takeBatch(tx: EntityManager, batch: number): Promise<number> {
    const { deadlines, announce, service, offsetMs } = this.deps;
    const [{ now }] = (await tx.query(`SELECT now() + $1 * interval '1 millisecond' AS now`, [offsetMs?.() ?? 0])) as [
      { now: Date },
    ];
    const rows = await tx
      .createQueryBuilder(DeadlineEntity, 'deadline')
      .where('deadline.next_action_at <= :now', { now })
      .orderBy('deadline.next_action_at')
      .addOrderBy('deadline.id')
      .limit(batch)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    if (rows.length === 0) return 0;
    const calendar = await deadlines.calendar(tx);
    const reached = rows.map(toDeadline).map((deadline) => ({
      deadline,
      stage: reach(deadline, now, { kind: deadlines.kindOf(deadline.kind), calendar })!,
    }));
    await writeChanges(
      tx,
      reached.map(({ deadline, stage }) => ({ deadline, change: stage.change, name: stage.stage })),
      { by: 'system', at: now },
    );
    const announced = reached.map(({ deadline, stage }) => ({
      deadline: { ...deadline, ...stage.change },
      stage: stage.stage,
      late: stage.late,
    }));
    await appendEvents(tx, service, await announce(tx, announced));
    return rows.length;
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
