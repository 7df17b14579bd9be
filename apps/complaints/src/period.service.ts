import { type Deadline, type Deadlines, granted } from '@charter/deadlines';
import type { Person } from '@charter/service';
import { type Desk, type Handled, type Step, byDepartment, byOwner } from './desk';
import { ACCEPTANCE, SUSPENSION } from './domain/deadline-kinds';
import { type Suspension, charterExtension } from './domain/handling';
import { complaintPayload } from './event-payload';
import { pausePromises, resumePromises } from './promises';
import type { ComplaintEntity } from './store/complaint.entity';

/** What changes the period of a complaint: an investigation, hearing or review that does not count, and extensions (연장). */
export class PeriodService {
  private readonly deadlines: Deadlines;

  constructor(private readonly desk: Desk) {
    this.deadlines = desk.parts.deadlines;
  }

  /** The promises stand still while it lasts; its own end is a deadline in working days. */
  suspend(
    id: string,
    what: { suspension: Suspension; days: number; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const { suspension, days, reason } = what;
    return this.desk.handle({ type: 'suspend', ...what }, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, open, act, now, officerId, write } = step;
      await write({ officerId, suspension, suspensionExtended: false }, { reason: reason.trim() });
      for (const { id: each, kind } of open) if (kind === ACCEPTANCE) granted(await this.deadlines.meet(tx, each, act));
      await pausePromises(step, this.deadlines, suspension);
      const { departmentCode } = complaint;
      const end = await this.deadlines.open(
        tx,
        {
          ...{ kind: SUSPENSION, subjectType: 'COMPLAINT', subjectId: id, departmentCode, ownerId: officerId },
          ...{ receivedAt: now, period: { unit: 'DAYS', length: days } },
        },
        act,
      );
      return [this.suspended({ ...complaint, officerId }, end, suspension)];
    });
  }

  /** A field investigation of a grievance takes longer, once, by up to 7 working days. */
  extendSuspension(
    id: string,
    { days, reason }: { days: number; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const command = { type: 'extendSuspension', days, reason } as const;
    return this.desk.handle(command, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, open, act, write } = step;
      await write({ suspensionExtended: true }, { reason: reason.trim() });
      const end = open.find(({ kind }) => kind === SUSPENSION)!;
      const longer = granted(await this.deadlines.extend(tx, end.id, days, { ...act, reason: reason.trim() }));
      return [this.suspended(complaint, longer, complaint.suspension!)];
    });
  }

  /** It has ended, with its result: the promises run again. */
  resume(id: string, result: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'resume', result }, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, open, act, write } = step;
      const dueAt = await resumePromises(step, this.deadlines, complaint.suspension!);
      granted(await this.deadlines.meet(tx, open.find(({ kind }) => kind === SUSPENSION)!.id, act));
      await write({ suspension: null }, { reason: result.trim(), dueAt });
      const payload = {
        ...complaintPayload(complaint),
        ...{ dueAt: dueAt && dueAt.toISOString(), suspension: complaint.suspension! },
      };
      return [{ type: 'complaint.resumed.v1', payload }];
    });
  }

  /** The first extension is the office's, with a reason; a second one is proposed, and waits for the citizen (시행령 제21조). */
  extend(
    id: string,
    { length, reason }: { length: number; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    return this.desk.handle({ type: 'extend', length, reason }, byDepartment(id, version, by), async (step) => {
      const { complaint, open, write } = step;
      const told = complaintPayload(complaint);
      const before = open.find((deadline) => deadline.id === complaint.statutoryId)!.dueAt;
      if (complaint.extensions > 0) {
        await write({ proposedExtension: length }, { step: 'propose', reason: reason.trim(), dueAt: before });
        return [{ type: 'complaint.extension-proposed.v1', payload: { ...told, dueAt: iso(before) } }];
      }
      const dueAt = await this.lengthen(step, length, reason.trim());
      await write({ extensions: 1 }, { reason: reason.trim(), dueAt });
      const payload = { ...told, previousDueAt: iso(before), dueAt: iso(dueAt), times: 1 };
      return [{ type: 'complaint.extended.v1', payload }];
    });
  }

  /** The citizen agrees to the second extension, or does not. */
  consent(id: string, given: boolean, version: number | null, by: Person): Promise<Handled> {
    const call = byOwner(id, version, by);
    return this.desk.handle({ type: 'consent', given }, call, async (step) => {
      const { complaint, open, write } = step;
      const told = complaintPayload(complaint);
      const before = open.find((deadline) => deadline.id === complaint.statutoryId)!.dueAt;
      if (!given) {
        await write({ proposedExtension: null }, { step: 'decline', dueAt: before });
        return [{ type: 'complaint.extension-declined.v1', payload: { ...told, dueAt: iso(before) } }];
      }
      const dueAt = await this.lengthen(step, complaint.proposedExtension!, '민원인 동의에 따른 재연장');
      await write({ proposedExtension: null, extensions: complaint.extensions + 1 }, { dueAt });
      const payload = { ...told, previousDueAt: iso(before), dueAt: iso(dueAt), times: complaint.extensions + 1 };
      return [{ type: 'complaint.extended.v1', payload }];
    });
  }

  /** Lengthens the law's period, and the charter's where its date has not passed. @returns the law's new date */
  private async lengthen({ tx, complaint, open, act }: Step, by: number, reason: string): Promise<Date | null> {
    const law = open.find(({ id }) => id === complaint.statutoryId)!;
    const charter = open.find(({ id }) => id === complaint.charterId);
    const charterBy = charter ? charterExtension(by, law.period, charter.period) : 0;
    const still = charter !== undefined && charterBy > 0 && (charter.dueAt === null || charter.dueAt > act.at);
    let dueAt: Date | null = null;
    for (const { id } of open) {
      if (id === law.id) dueAt = granted(await this.deadlines.extend(tx, id, by, { ...act, reason })).dueAt;
      if (still && id === charter.id) granted(await this.deadlines.extend(tx, id, charterBy, { ...act, reason }));
    }
    return dueAt;
  }

  private suspended(complaint: ComplaintEntity, { id, dueAt }: Deadline, suspension: Suspension) {
    const payload = { ...complaintPayload(complaint), deadlineId: id, dueAt: iso(dueAt), suspension };
    return { type: 'complaint.suspended.v1' as const, payload };
  }
}

const iso = (moment: Date | null): string | null => moment && moment.toISOString();
