import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion, once } from '@charter/service';
import type { Handled } from './desk';
import { maySee, owns } from './domain/access';
import { CHARTER_OBJECTION, OBJECTION } from './domain/deadline-kinds';
import { type Appeal, type TakenAppeal, decideAppealing } from './domain/objections/appeal';
import { type ObjectionRule, STATUTORY_RULE, decideRule } from './domain/objections/period';
import { objectionLine, objectionPayload } from './objection-payload';
import type { ComplaintEntity } from './store/complaint.entity';
import type { ComplaintStore } from './store/complaint.store';
import type { ObjectionEntity } from './store/objections/objection.entity';
import type { ObjectionStore } from './store/objections/objection.store';

export interface AppealsServiceParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly objections: ObjectionStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly secret: string;
}

export interface AppealCall {
  readonly complaintId: string;
  readonly appeal: Appeal;
  readonly version: number | null;
  readonly idempotencyKey: string | null | undefined;
}

/** Takes objections in (이의신청 접수), and keeps the periods that the charter promises for them. */
export class AppealsService {
  constructor(private readonly parts: AppealsServiceParts) {}

  /** Takes a citizen's objection. @throws {StaleVersion} when `version` is not the complaint's present one */
  file({ complaintId, appeal, version, idempotencyKey }: AppealCall, by: Person): Promise<Handled> {
    const { dataSource, complaints, secret } = this.parts;
    const input = { complaintId, ...appeal };
    const command = { callerId: by.id, operation: 'appealComplaint', key: idempotencyKey, input, secret };
    return dataSource.transaction(async (tx) => {
      const complaint = await complaints.lock(tx, complaintId);
      if (!complaint || !maySee(by, complaint)) return 'NOT_FOUND';
      if (!owns(by, complaint)) return 'FORBIDDEN';
      return once(tx, command, async () => {
        if (version !== null && version !== complaint.version) throw new StaleVersion();
        const taken = await this.takes(tx, complaint, appeal);
        return taken.ok ? accepted(await this.open(tx, complaint, taken.value, by)) : taken;
      });
    });
  }

  /** Sets within what objections by the charter are decided, from a day on. @returns that day */
  saveRule(rule: ObjectionRule, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<string>> {
    const { dataSource, objections, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'saveObjectionRule', key: idempotencyKey, input: rule, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const now = clock.now();
        const decided = decideRule(rule, localDate(now));
        if (!decided.ok) return decided;
        await objections.addRule(tx, decided.value, by.id, now);
        return accepted(rule.validFrom);
      }),
    );
  }

  private async takes(tx: EntityManager, complaint: ComplaintEntity, appeal: Appeal): Promise<Outcome<TakenAppeal>> {
    const { objections, deadlines, clock } = this.parts;
    const [earlier] = await objections.ofComplaints([complaint.id], tx);
    return decideAppealing(appeal, {
      kind: complaint.kind,
      rejectedAt: complaint.status === 'REJECTED' ? complaint.closedAt : null,
      earlier: earlier!,
      now: clock.now(),
      calendar: await deadlines.calendar(tx),
    });
  }

  private async open(
    tx: EntityManager,
    complaint: ComplaintEntity,
    { basis, reason, rejectedAt }: TakenAppeal,
    by: Person,
  ): Promise<string> {
    const { complaints, objections, deadlines, clock } = this.parts;
    const now = clock.now();
    const rule = basis === 'STATUTORY' ? STATUTORY_RULE : await objections.ruleOn(tx, localDate(now));
    const { citizenId, departmentCode, officerId } = complaint;
    const objection: ObjectionEntity = {
      ...{ id: randomUUID(), complaintId: complaint.id, citizenId, departmentCode, basis, status: 'FILED', reason },
      ...{ filedAt: now, rejectedAt, officerId, closedBy: await objections.closerOf(tx, complaint), handlerId: null },
      ...{ longestExtension: rule.longestExtension, extensionReason: null },
      ...{ decisionReason: null, decidedBy: null, decidedAt: null, version: 1 },
    };
    await objections.insert(tx, objection);
    const kind = basis === 'STATUTORY' ? OBJECTION : CHARTER_OBJECTION;
    const about = { subjectType: 'OBJECTION', subjectId: objection.id, departmentCode, ownerId: null };
    const act = { by: by.id, at: now };
    await complaints.remember(tx, objectionLine(complaint, 'object', act));
    const { dueAt } = await deadlines.open(tx, { ...about, kind, receivedAt: now, period: rule.period }, act);
    const payload = {
      ...objectionPayload(objection, complaint),
      ...{ filedAt: now.toISOString(), dueAt: dueAt!.toISOString() },
    };
    await appendEvents(tx, 'complaints', [{ type: 'objection.filed.v1', payload }]);
    return objection.id;
  }
}
