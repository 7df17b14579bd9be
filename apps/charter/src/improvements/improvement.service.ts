import { granted } from '@charter/deadlines';
import { once } from '@charter/service';
import type { ImprovementTerms } from '../domain/improvements/action';
import { daysBetween, dueDayOf } from '../domain/improvements/due-day';
import { improvementPayload, toEverybody } from '../event-payload';
import type { ImprovementCall, ImprovementDesk, ImprovementHandled } from './improvement-desk';

const iso = (moment: Date): string => moment.toISOString();

/** What somebody wrote, without the spaces around it; what was left out stays left out. */
const trimmed = <T extends object>(changes: T): T =>
  Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as T;

/** What the department does with an improvement action, from its plan to its result. */
export class ImprovementService {
  constructor(
    private readonly desk: ImprovementDesk,
    private readonly secret: string,
  ) {}

  /** Changes what an action is about, or plans it; what is left out stays. */
  update(call: ImprovementCall, changes: Partial<ImprovementTerms>): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'update', changes }, call, async ({ write }) => {
      await write(trimmed(changes), changes.plan?.trim());
      return [];
    });
  }

  /** The head gives it to another officer of the department. */
  assign(call: ImprovementCall, officerId: string): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'assign' }, call, async ({ tx, action, deadline, act, write }) => {
      const { departmentCode } = action;
      granted(await this.desk.parts.deadlines.reassign(tx, deadline.id, { departmentCode, ownerId: officerId }, act));
      await write({ officerId });
      const payload = { ...improvementPayload({ ...action, officerId }), dueAt: iso(deadline.dueAt!) };
      return [{ type: 'improvement.assigned.v1', payload }];
    });
  }

  /** How far it is; the citizen whose matter it came from is told. */
  report(
    call: ImprovementCall,
    { percent, text, idempotencyKey }: { percent: number; text: string; idempotencyKey: string | null },
  ): Promise<ImprovementHandled> {
    const { dataSource, improvements } = this.desk.parts;
    const command = {
      ...{ callerId: call.by.id, operation: 'reportImprovementProgress', key: idempotencyKey, secret: this.secret },
      input: { id: call.id, percent, text },
    };
    return dataSource.transaction(async (tx) => {
      let none: 'NOT_FOUND' | 'FORBIDDEN' | undefined;
      const outcome = await once(tx, command, async () => {
        const handled = await this.desk.handleIn(
          tx,
          { type: 'report', percent, text },
          call,
          async ({ action, act, write }) => {
            const said = text.trim();
            const reported = { reportedBy: act.by, reportedAt: act.at };
            await improvements.report(tx, { actionId: action.id, percent, text: said, ...reported });
            await write({ percent }, said);
            return toEverybody(action, (payload) => ({
              type: 'improvement.progressed.v1',
              payload: { ...payload, percent },
            }));
          },
        );
        if (typeof handled !== 'string') return handled;
        none = handled;
        return { ok: false, refusals: [] };
      });
      return none ?? outcome;
    });
  }

  /** The head puts the date off, once, with the reason; everybody concerned is told the new one. */
  extend(call: ImprovementCall, dueOn: string, reason: string): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'extend', dueOn, reason }, call, async (step) => {
      const { tx, action, deadline, act, write } = step;
      const said = reason.trim();
      const by = daysBetween(dueDayOf(deadline), dueOn);
      const after = granted(await this.desk.parts.deadlines.extend(tx, deadline.id, by, { ...act, reason: said }));
      await write({ extendedAt: act.at }, said);
      const date = { deadlineId: deadline.id, previousDueAt: iso(deadline.dueAt!), dueAt: iso(after.dueAt!) };
      return toEverybody(action, (payload) => ({
        type: 'improvement.date-moved.v1',
        payload: { ...payload, ...date, reason: said },
      }));
    });
  }

  /** From now on everybody sees it, with its progress and its result. */
  publish(call: ImprovementCall): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'publish' }, call, async ({ act, write }) => {
      await write({ publishedAt: act.at });
      return [];
    });
  }

  /** It is done: what came of it. */
  complete(call: ImprovementCall, result: string): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'complete', result }, call, async ({ tx, action, deadline, act, write }) => {
      const said = result.trim();
      const { missedAt } = granted(await this.desk.parts.deadlines.meet(tx, deadline.id, act));
      await write({ result: said, percent: 100, closedAt: act.at }, said);
      const end = { late: missedAt !== null, completedAt: iso(act.at) };
      return toEverybody(action, (payload) => ({ type: 'improvement.completed.v1', payload: { ...payload, ...end } }));
    });
  }

  /** The head calls it off, with the reason. */
  cancel(call: ImprovementCall, reason: string): Promise<ImprovementHandled> {
    return this.desk.handle({ type: 'cancel', reason }, call, async ({ tx, action, deadline, act, write }) => {
      const said = reason.trim();
      granted(await this.desk.parts.deadlines.cancel(tx, deadline.id, { ...act, reason: said }));
      await write({ cancelledReason: said, closedAt: act.at }, said);
      return toEverybody(action, (payload) => ({ type: 'improvement.cancelled.v1', payload }));
    });
  }
}
