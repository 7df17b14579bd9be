import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Deadline, type Deadlines, deadlinesOf, isOpen } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Caller, type Clock, type Person, StaleVersion } from '@charter/service';
import { handles, mayAssign, maySee, owns } from './domain/access';
import { ACCEPTANCE, CHARTER, STATUTORY } from './domain/deadline-kinds';
import { type HandlingCommand, type Status, decideHandling } from './domain/handling';
import { complaintPayload } from './event-payload';
import type { ComplaintEntity } from './store/complaint.entity';
import type { ComplaintStore } from './store/complaint.store';

/** The complaint, or why a caller gets none: it is absent (or not theirs to know of), or not theirs to change. */
export type Handled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

export interface HandlingServiceParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

interface Step {
  readonly tx: EntityManager;
  readonly complaint: ComplaintEntity;
  readonly to: Status;
  readonly now: Date;
  readonly by: Person;
}

/** The steps of a complaint after it was taken in: assigned, answered, withdrawn. */
export class HandlingService {
  constructor(private readonly parts: HandlingServiceParts) {}

  assign(id: string, officerId: string, version: number | null, by: Person): Promise<Handled> {
    const may = (complaint: ComplaintEntity) => mayAssign(by, complaint);
    return this.handle(id, { type: 'assign', officerId }, version, by, may, async ({ tx, complaint, to, now }) => {
      await this.parts.complaints.step(tx, complaint, { officerId }, { by: by.id, at: now, to });
      const keeper = { departmentCode: complaint.departmentCode, ownerId: officerId };
      const act = { by: by.id, at: now };
      for (const deadline of await this.openDeadlines(tx, id)) {
        if (deadline.kind === ACCEPTANCE) await this.parts.deadlines.meet(tx, deadline.id, act);
        else await this.parts.deadlines.reassign(tx, deadline.id, keeper, act);
      }
      const payload = { ...complaintPayload({ ...complaint, officerId }), previousOfficerId: complaint.officerId };
      return { type: 'complaint.assigned.v1', payload };
    });
  }

  answer(id: string, text: string, version: number | null, by: Person): Promise<Handled> {
    const may = (complaint: ComplaintEntity) => handles(by, complaint);
    return this.handle(id, { type: 'answer', text }, version, by, may, async ({ tx, complaint, to, now }) => {
      const officerId = complaint.officerId ?? by.id;
      await this.parts.complaints.step(
        tx,
        complaint,
        { officerId, answer: text.trim(), answeredAt: now },
        { by: by.id, at: now, to },
      );
      const late = new Set<string>();
      for (const deadline of await this.openDeadlines(tx, id)) {
        const closed = await this.parts.deadlines.meet(tx, deadline.id, { by: by.id, at: now });
        if (closed.ok && closed.value.missedAt !== null) late.add(deadline.kind);
      }
      return {
        type: 'complaint.answered.v1',
        payload: {
          ...complaintPayload({ ...complaint, officerId }),
          answeredAt: now.toISOString(),
          lateByLaw: late.has(STATUTORY),
          lateByCharter: late.has(CHARTER),
        },
      };
    });
  }

  withdraw(id: string, version: number | null, by: Person): Promise<Handled> {
    const may = (complaint: ComplaintEntity) => owns(by, complaint);
    return this.handle(id, { type: 'withdraw' }, version, by, may, async ({ tx, complaint, to, now }) => {
      await this.parts.complaints.step(tx, complaint, {}, { by: by.id, at: now, to });
      for (const deadline of await this.openDeadlines(tx, id)) {
        await this.parts.deadlines.cancel(tx, deadline.id, { by: by.id, at: now, reason: '취하' });
      }
      return {
        type: 'complaint.withdrawn.v1',
        payload: { ...complaintPayload(complaint), withdrawnAt: now.toISOString() },
      };
    });
  }

  /** Locks, checks who and what, writes, and tells: one transaction. @throws {StaleVersion} when `version` is not the present one */
  private handle(
    id: string,
    command: HandlingCommand,
    version: number | null,
    by: Person,
    may: (complaint: ComplaintEntity) => boolean,
    write: (step: Step) => Promise<EventDraft>,
  ): Promise<Handled> {
    return this.parts.dataSource.transaction(async (tx) => {
      const complaint = await this.parts.complaints.lock(tx, id);
      if (!complaint || !maySee(by as Caller, complaint)) return 'NOT_FOUND';
      if (!may(complaint)) return 'FORBIDDEN';
      if (version !== null && version !== complaint.version) throw new StaleVersion();
      const decided = decideHandling(complaint.status, complaint.officerId, command);
      if (!decided.ok) return decided;
      const event = await write({ tx, complaint, to: decided.value, now: this.parts.clock.now(), by });
      await appendEvents(tx, 'complaints', [event]);
      return accepted(id);
    });
  }

  /** In the order in which every writer locks deadlines, so that a holiday declared meanwhile waits and never deadlocks. */
  private async openDeadlines(tx: EntityManager, complaintId: string): Promise<Deadline[]> {
    const open = (await deadlinesOf(tx, [complaintId])).filter(isOpen);
    return open.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
