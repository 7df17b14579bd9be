import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type ProcessingPeriod, type WorkingCalendar, computeDeadline } from '@charter/calendar';
import type { Outcome } from '@charter/contracts';
import type { Deadline } from './domain/deadline';
import { decide } from './domain/decide';
import { type DeadlineKind, checkKind, nextAction } from './domain/reminder-plan';
import type { DeadlineCommand } from './domain/transitions';
import { type Change, StaleDeadline, changed, writeChanges } from './store/changes';
import { DeadlineEntity, DeadlineHistoryEntity, fromDeadline, toDeadline } from './store/deadline.entity';
import { type DeclaredHolidays, keepHolidays } from './store/declared-holidays';

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
  /** The version on which the decision rests, where somebody has looked at it before. */
  readonly version?: number;
}

/** A deadline whose date a holiday has moved. `before.state` MISSED and `after.state` RUNNING: it was never late. */
export interface MovedDeadline {
  readonly before: Deadline;
  readonly after: Deadline;
}

const RECOMPUTE_BATCH = 500;

const sameMoment = (a: Date | null | undefined, b: Date | null): boolean => a?.getTime() === b?.getTime();

/**
 * The one deadline mechanism: every change is one decision, one row and one line of history in the caller's transaction.
 * Commands throw {@link StaleDeadline} where `act.version` is not the present one.
 */
export class Deadlines {
  private readonly kinds: ReadonlyMap<string, DeadlineKind>;

  /** @throws when a plan cannot work, or a kind is named twice */
  constructor(
    kinds: readonly DeadlineKind[],
    private readonly holidays: DeclaredHolidays,
  ) {
    kinds.forEach(checkKind);
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    if (this.kinds.size !== kinds.length) throw new Error('A deadline kind is registered twice.');
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
    await keepHolidays(tx);
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
      reachedAt: null,
      version: 1,
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
   * Passes every open deadline of a department on to another; who has it keeps it, and the date stays.
   * @returns how many
   */
  async passOn(tx: EntityManager, from: string, departmentCode: string, act: Act): Promise<number> {
    await keepHolidays(tx);
    let passed = 0;
    for (;;) {
      const rows = await tx
        .createQueryBuilder(DeadlineEntity, 'deadline')
        .where('deadline.closed_at IS NULL AND deadline.department_code = :from', { from })
        .orderBy('deadline.id')
        .limit(RECOMPUTE_BATCH)
        .setLock('for_no_key_update')
        .getMany();
      const changes = rows.map(toDeadline).map((deadline): Change => {
        const change = { departmentCode, ownerId: deadline.ownerId };
        return { deadline, change, name: 'reassign' };
      });
      await writeChanges(tx, changes, act);
      passed += rows.length;
      if (rows.length < RECOMPUTE_BATCH) return passed;
    }
  }

  /**
   * Moves the open deadlines that these days touch, after a holiday was declared or revoked. The date first announced stays.
   * @param dates YYYY-MM-DD
   * @returns those whose date moved, so that the service can tell the people concerned
   */
  recompute(tx: EntityManager, dates: readonly string[], act: Act): Promise<MovedDeadline[]> {
    const touched = `EXISTS (SELECT 1 FROM unnest(CAST(:dates AS date[])) AS day
      WHERE deadline.received_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Seoul'
        AND (deadline.due_at IS NULL OR deadline.due_at > day::timestamp AT TIME ZONE 'Asia/Seoul'))`;
    return this.recomputeWhere(tx, touched, { dates: [...dates] }, act);
  }

  /**
   * Moves the open deadlines whose date was provisional, after the gazette has announced further years: once at each start.
   * @returns those whose date moved
   */
  recomputeProvisional(tx: EntityManager, act: Act): Promise<MovedDeadline[]> {
    return this.recomputeWhere(tx, 'deadline.provisional', {}, act);
  }

  private async recomputeWhere(tx: EntityManager, which: string, values: object, act: Act): Promise<MovedDeadline[]> {
    const calendar = await this.calendar(tx);
    const moved: MovedDeadline[] = [];
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await tx
        .createQueryBuilder(DeadlineEntity, 'deadline')
        .where('deadline.closed_at IS NULL AND deadline.id > :after', { after })
        .andWhere(which, values)
        .orderBy('deadline.id')
        .limit(RECOMPUTE_BATCH)
        .setLock('for_no_key_update')
        .getMany();
      const changes = rows.map(toDeadline).flatMap((deadline): Change[] => {
        const decided = decide(deadline, { type: 'recompute' }, act.at, { kind: this.kindOf(deadline.kind), calendar });
        if (!decided.ok) throw new Error(`Deadline ${deadline.id} cannot be recomputed.`);
        const { dueAt, provisional } = decided.value;
        if (sameMoment(dueAt, deadline.dueAt) && provisional === deadline.provisional) return [];
        return [{ deadline, change: decided.value, name: 'recompute' }];
      });
      await writeChanges(tx, changes, act);
      for (const change of changes) {
        const after = changed(change);
        if (!sameMoment(after.dueAt, change.deadline.dueAt)) moved.push({ before: change.deadline, after });
      }
      if (rows.length < RECOMPUTE_BATCH) return moved;
      after = rows.at(-1)!.id;
    }
  }

  private async command(tx: EntityManager, id: string, command: DeadlineCommand, act: Act): Promise<Outcome<Deadline>> {
    await keepHolidays(tx);
    const row = await tx.findOneOrFail(DeadlineEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    const deadline = toDeadline(row);
    if (act.version !== undefined && act.version !== deadline.version) {
      throw new StaleDeadline(`Deadline ${id} is at version ${deadline.version}, not ${act.version}.`);
    }
    const decided = decide(deadline, command, act.at, {
      kind: this.kindOf(deadline.kind),
      calendar: await this.calendar(tx),
    });
    if (!decided.ok) return decided;
    const change = { deadline, change: decided.value, name: command.type };
    await writeChanges(tx, [change], act);
    return { ok: true, value: changed(change) };
  }
}

/** A command that was allowed before it was given. @throws when the mechanism refuses it: something else is wrong then */
export function granted(outcome: Outcome<Deadline>): Deadline {
  if (!outcome.ok) throw new Error(`A deadline refused what was decided: ${outcome.refusals[0]!.message.en}`);
  return outcome.value;
}
