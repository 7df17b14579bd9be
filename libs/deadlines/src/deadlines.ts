import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { type ProcessingPeriod, type WorkingCalendar, computeDeadline } from '@charter/calendar';
import type { Outcome } from '@charter/contracts';
import type { Deadline, DeadlineChange } from './domain/deadline';
import { type DeadlineCommand, decide } from './domain/decide';
import { type DeadlineKind, lateStage, nextAction } from './domain/reminder-plan';
import { writeChanges } from './store/changes';
import { DeadlineEntity, DeadlineHistoryEntity, fromDeadline, toDeadline } from './store/deadline.entity';
import type { DeclaredHolidays } from './store/declared-holidays';

export interface OpenDeadline {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly departmentCode: string;
  readonly ownerId: string | null;
  /** The moment of receipt; it may lie in the past. */
  readonly receivedAt: Date;
  readonly period: ProcessingPeriod;
}

/** Who changes something, when and why. `by` is a person's id or `system`. */
export interface Act {
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
}

/** A deadline whose date a holiday has moved. */
export interface MovedDeadline {
  readonly before: Deadline;
  readonly after: Deadline;
}

const RECOMPUTE_BATCH = 500;

/** The one deadline mechanism: every change is one decision, one row and one line of history in the caller's transaction. */
export class Deadlines {
  private readonly kinds: ReadonlyMap<string, DeadlineKind>;

  /** @throws when a plan lacks its moment of lateness */
  constructor(
    kinds: readonly DeadlineKind[],
    private readonly holidays: DeclaredHolidays,
  ) {
    for (const { plan } of kinds) lateStage(plan);
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
  }

  kindOf(kind: string): DeadlineKind {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`No deadline kind ${kind} is registered.`);
    return found;
  }

  calendar(tx: EntityManager): Promise<WorkingCalendar> {
    return this.holidays.calendar(tx);
  }

  /**
   * Opens a deadline. Opened late, its lateness is reached at the next sweep; reminders that have passed are left out.
   * @throws {PeriodError} when the period cannot be counted
   */
  async open(tx: EntityManager, input: OpenDeadline, act: Act): Promise<Deadline> {
    const { plan } = this.kindOf(input.kind);
    const calendar = await this.calendar(tx);
    const { dueAt, provisional } = computeDeadline(input, calendar);
    const deadline: Deadline = {
      ...input,
      id: randomUUID(),
      extension: 0,
      pauses: [],
      dueAt,
      announcedDueAt: dueAt,
      provisional,
      state: 'RUNNING',
      missedAt: null,
      closedAt: null,
      ...nextAction(plan, dueAt!, false, act.at, calendar),
    };
    await tx.insert(DeadlineEntity, fromDeadline(deadline));
    await tx.insert(DeadlineHistoryEntity, {
      deadlineId: deadline.id,
      changedAt: act.at,
      changedBy: act.by,
      change: 'open',
      reason: act.reason ?? null,
      fromState: null,
      toState: 'RUNNING',
      oldDueAt: null,
      newDueAt: dueAt,
    });
    return deadline;
  }

  /** The period stops counting (보완 요구 등). */
  pause(tx: EntityManager, id: string, from: Date, act: Act): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'pause', from }, act);
  }

  /** The open pause ends. */
  resume(tx: EntityManager, id: string, at: Date, act: Act): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'resume', at }, act);
  }

  /** Lengthens the period in its own unit (연장). Whether it may be is the service's rule. */
  extend(tx: EntityManager, id: string, by: number, act: Act): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'extend', by }, act);
  }

  /** What was due is done. Done late, it stays late. */
  meet(tx: EntityManager, id: string, act: Act): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'meet' }, act);
  }

  /** What was due will not be done: a withdrawal. */
  cancel(tx: EntityManager, id: string, act: Act): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'cancel' }, act);
  }

  /** Another department or officer keeps it from now on; the date stays. */
  reassign(
    tx: EntityManager,
    id: string,
    to: { departmentCode: string; ownerId: string | null },
    act: Act,
  ): Promise<Outcome<Deadline>> {
    return this.command(tx, id, { type: 'reassign', ...to }, act);
  }

  /**
   * Moves the open deadlines that these days touch, after a holiday was declared or revoked. The date first announced stays.
   * @param dates YYYY-MM-DD
   * @returns those whose date moved, so that the service can tell the people concerned
   */
  async recompute(tx: EntityManager, dates: readonly string[], act: Act): Promise<MovedDeadline[]> {
    const calendar = await this.calendar(tx);
    const moved: MovedDeadline[] = [];
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await tx
        .createQueryBuilder(DeadlineEntity, 'deadline')
        .where('deadline.closed_at IS NULL AND deadline.id > :after', { after })
        .andWhere(
          `EXISTS (SELECT 1 FROM unnest(CAST(:dates AS date[])) AS day
             WHERE deadline.received_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Seoul'
               AND (deadline.due_at IS NULL OR deadline.due_at > day::timestamp AT TIME ZONE 'Asia/Seoul'))`,
          { dates: [...dates] },
        )
        .orderBy('deadline.id')
        .limit(RECOMPUTE_BATCH)
        .setLock('pessimistic_write')
        .getMany();
      const changes = rows.map(toDeadline).flatMap((deadline) => {
        const decided = decide(deadline, { type: 'recompute' }, act.at, { kind: this.kindOf(deadline.kind), calendar });
        if (!decided.ok || decided.value.dueAt?.getTime() === deadline.dueAt?.getTime()) return [];
        return [{ deadline, change: decided.value, name: 'recompute' }];
      });
      await writeChanges(tx, changes, act);
      moved.push(...changes.map(({ deadline, change }) => ({ before: deadline, after: { ...deadline, ...change } })));
      if (rows.length < RECOMPUTE_BATCH) return moved;
      after = rows.at(-1)!.id;
    }
  }

  private async command(tx: EntityManager, id: string, command: DeadlineCommand, act: Act): Promise<Outcome<Deadline>> {
    const row = await tx.findOneOrFail(DeadlineEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const deadline = toDeadline(row);
    const decided = decide(deadline, command, act.at, {
      kind: this.kindOf(deadline.kind),
      calendar: await this.calendar(tx),
    });
    if (!decided.ok) return decided;
    const change: DeadlineChange = decided.value;
    await writeChanges(tx, [{ deadline, change, name: command.type }], act);
    return { ok: true, value: { ...deadline, ...change } };
  }
}

/** The deadlines of some subjects, in the order in which they are due. One statement. */
export async function deadlinesOf(tx: EntityManager, subjectIds: readonly string[]): Promise<Deadline[]> {
  const rows = await tx.find(DeadlineEntity, {
    where: { subjectId: In([...subjectIds]) },
    order: { dueAt: 'ASC', id: 'ASC' },
  });
  return rows.map(toDeadline);
}

/** One deadline; undefined when there is none. */
export async function findDeadline(tx: EntityManager, id: string): Promise<Deadline | undefined> {
  const row = await tx.findOneBy(DeadlineEntity, { id });
  return row ? toDeadline(row) : undefined;
}

/** The history of some deadlines, oldest first. One statement. */
export const historyOf = (tx: EntityManager, deadlineIds: readonly string[]): Promise<DeadlineHistoryEntity[]> =>
  tx.find(DeadlineHistoryEntity, { where: { deadlineId: In([...deadlineIds]) }, order: { id: 'ASC' } });
