import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Deadline, type Deadlines, deadlinesOf, granted } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { type Handled } from './desk';
import { owns } from './domain/access';
import { TRANSITIONS } from './domain/handling';
import { mayAssignObjection, mayDecideObjection, maySeeObjection } from './domain/objections/access';
import { type ObjectionCommand, type ObjectionStatus, decideObjection } from './domain/objections/objection';
import { objectionStepName } from './domain/objections/texts';
import { objectionLine, objectionPayload } from './objection-payload';
import type { ComplaintEntity } from './store/complaint.entity';
import type { ComplaintStore } from './store/complaint.store';
import type { ObjectionEntity } from './store/objections/objection.entity';
import type { ObjectionStore } from './store/objections/objection.store';

/** Opens a closed complaint again, in the caller's transaction. @returns what to tell */
interface Reopening {
  reopen(tx: EntityManager, complaint: ComplaintEntity, by: Person, reason: string): Promise<EventDraft[]>;
}

export interface ObjectionsServiceParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly objections: ObjectionStore;
  readonly reopening: Reopening;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Which objection, at which version (null: whichever it is), and by whom. */
export interface ObjectionCall {
  readonly id: string;
  readonly version: number | null;
  readonly by: Person;
}

/** A step that was allowed, in its transaction. Both the complaint and the objection are locked. */
interface Step {
  readonly tx: EntityManager;
  readonly complaint: ComplaintEntity;
  readonly objection: ObjectionEntity;
  readonly deadline: Deadline;
  readonly now: Date;
  readonly write: (changes: Partial<ObjectionEntity>, reason?: string) => Promise<void>;
}

/** Objections (이의신청) from assignment to decision. Complaint, objection and deadline are locked in this order. */
export class ObjectionsService {
  constructor(private readonly parts: ObjectionsServiceParts) {}

  /** Names who decides: somebody else than those whose handling it is about. */
  assign(handlerId: string, call: ObjectionCall): Promise<Handled> {
    const may = (objection: ObjectionEntity) => mayAssignObjection(call.by, objection);
    return this.handle({ type: 'assign', handlerId }, call, may, async (step) => {
      const { tx, complaint, objection, deadline, now, write } = step;
      await write({ handlerId });
      const keeper = { departmentCode: objection.departmentCode, ownerId: handlerId };
      granted(await this.parts.deadlines.reassign(tx, deadline.id, keeper, { by: call.by.id, at: now }));
      const payload = { ...objectionPayload(objection, complaint), handlerId, dueAt: deadline.dueAt!.toISOString() };
      return accepted([{ type: 'objection.assigned.v1', payload }]);
    });
  }

  /** Upholds or dismisses (인용·기각). What was closed is opened again when it is upheld; what is open stays as it is. */
  decide({ upheld, reason }: { upheld: boolean; reason: string }, call: ObjectionCall): Promise<Handled> {
    const { deadlines, reopening } = this.parts;
    const command = { type: 'decide', upheld, reason, deciderId: call.by.id } as const;
    return this.handle(command, call, this.mayDecide(call), async (step) => {
      const { tx, complaint, objection, deadline, now, write } = step;
      const decisionReason = reason.trim();
      await write({ decisionReason, decidedBy: call.by.id, decidedAt: now }, decisionReason);
      const { missedAt } = granted(await deadlines.meet(tx, deadline.id, { by: call.by.id, at: now }));
      const late = missedAt !== null;
      const payload = { ...objectionPayload(objection, complaint), upheld, decidedAt: now.toISOString(), late };
      const reopens = upheld && TRANSITIONS.reopen[complaint.status] !== undefined;
      const reopened = reopens ? await reopening.reopen(tx, complaint, call.by, decisionReason) : [];
      return accepted([{ type: 'objection.decided.v1', payload }, ...reopened]);
    });
  }

  /** Takes longer to decide, once and with a reason that the citizen is told (민원 처리에 관한 법률 제35조제2항). */
  extend({ length, reason }: { length: number; reason: string }, call: ObjectionCall): Promise<Handled> {
    const command = { type: 'extend', length, reason, extenderId: call.by.id } as const;
    return this.handle(command, call, this.mayDecide(call), async (step) => {
      const { tx, complaint, objection, deadline, now, write } = step;
      const extensionReason = reason.trim();
      const act = { by: call.by.id, at: now, reason: extensionReason };
      const extended = await this.parts.deadlines.extend(tx, deadline.id, length, act);
      if (!extended.ok) return extended;
      await write({ extensionReason }, extensionReason);
      const previousDueAt = deadline.dueAt!.toISOString();
      const dueAt = extended.value.dueAt!.toISOString();
      return accepted([
        { type: 'objection.extended.v1', payload: { ...objectionPayload(objection, complaint), previousDueAt, dueAt } },
      ]);
    });
  }

  /** The citizen takes it back (취하). */
  withdraw(call: ObjectionCall): Promise<Handled> {
    const may = (objection: ObjectionEntity) => owns(call.by, objection);
    return this.handle({ type: 'withdraw' }, call, may, async (step) => {
      const { tx, complaint, objection, deadline, now, write } = step;
      await write({});
      granted(await this.parts.deadlines.cancel(tx, deadline.id, { by: call.by.id, at: now, reason: '취하' }));
      const payload = { ...objectionPayload(objection, complaint), withdrawnAt: now.toISOString() };
      return accepted([{ type: 'objection.withdrawn.v1', payload }]);
    });
  }

  private readonly mayDecide =
    ({ by }: ObjectionCall) =>
    (objection: ObjectionEntity): boolean =>
      mayDecideObjection(by, objection);

  /** Locks, checks who and what, writes and tells: one transaction. @throws {StaleVersion} when `version` is not the present one */
  private handle(
    command: ObjectionCommand,
    { id, version, by }: ObjectionCall,
    may: (objection: ObjectionEntity) => boolean,
    carryOut: (step: Step) => Promise<Outcome<EventDraft[]>>,
  ): Promise<Handled> {
    const { dataSource, complaints, objections, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      const [found] = await objections.byIds([id], tx);
      if (!found || !maySeeObjection(by, found)) return 'NOT_FOUND';
      if (!may(found)) return 'FORBIDDEN';
      const complaint = (await complaints.lock(tx, found.complaintId))!;
      const objection = await objections.lock(tx, id);
      if (!may(objection)) return 'FORBIDDEN'; // somebody else was named meanwhile
      if (version !== null && version !== objection.version) throw new StaleVersion();
      const decided = decideObjection(await this.factsOf(tx, objection, complaint), command);
      if (!decided.ok) return decided;
      const now = clock.now();
      const to: ObjectionStatus = decided.value;
      const line = { by: by.id, at: now, to, command: command.type };
      const [deadline] = await deadlinesOf(tx, [id]);
      const news = await carryOut({
        ...{ tx, complaint, objection, now, deadline: deadline! },
        write: async (changes, reason) => {
          await objections.step(tx, objection, changes, { ...line, reason });
          const name = objectionStepName(command.type, to);
          await complaints.remember(tx, objectionLine(complaint, name, { by: by.id, at: now, reason }));
        },
      });
      if (!news.ok) return news;
      await appendEvents(tx, 'complaints', news.value);
      return accepted(id);
    });
  }

  private async factsOf(tx: EntityManager, objection: ObjectionEntity, complaint: ComplaintEntity) {
    const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
    const { citizenId, status, handlerId, longestExtension, extensionReason, officerId, closedBy } = objection;
    return {
      citizenId,
      ...{ status, handlerId, longestExtension, extended: extensionReason !== null },
      officerIds: known([officerId, complaint.officerId]),
      closedBy: known([closedBy, await this.parts.objections.closerOf(tx, complaint)]),
    };
  }
}
