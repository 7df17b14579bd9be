import type { EntityManager } from 'typeorm';
import { type Deadlines, deadlinesById } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { Person } from '@charter/service';
import { type Desk, type Handled, byDepartment, byOwner, closeDeadlines } from './desk';
import { mayAssign } from './domain/access';
import { ACCEPTANCE, CHARTER, INTERIM_REPORT, LIMITS, STATUTORY } from './domain/deadline-kinds';
import { objectUntil } from './domain/objections/period';
import { complaintPayload } from './event-payload';
import { type ComplaintEntity, ComplaintOpinionEntity } from './store/complaint.entity';
import { indexAnswer } from './store/knowledge/search.store';

/** Reports that nobody waits for any more are cancelled by a result; everything else is kept by it. */
const byResult = (kind: string): 'meet' | 'cancel' => (kind === INTERIM_REPORT ? 'cancel' : 'meet');

/** The steps that every complaint may take: assigned, answered, rejected, withdrawn, judged, opened again. */
export class HandlingService {
  private readonly deadlines: Deadlines;

  constructor(private readonly desk: Desk) {
    this.deadlines = desk.parts.deadlines;
  }

  assign(id: string, officerId: string, version: number | null, by: Person): Promise<Handled> {
    const call = { id, version, by, may: (complaint: ComplaintEntity) => mayAssign(by, complaint) };
    return this.desk.handle({ type: 'assign', officerId }, call, async ({ tx, complaint, open, act, write }) => {
      await write({ officerId });
      const keeper = { departmentCode: complaint.departmentCode, ownerId: officerId };
      for (const deadline of open) {
        if (deadline.kind === ACCEPTANCE) await this.deadlines.meet(tx, deadline.id, act);
        else await this.deadlines.reassign(tx, deadline.id, keeper, act);
      }
      const payload = { ...complaintPayload({ ...complaint, officerId }), previousOfficerId: complaint.officerId };
      return [{ type: 'complaint.assigned.v1', payload }];
    });
  }

  answer(id: string, text: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'answer', text }, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, now, officerId, write } = step;
      await write({ officerId, answer: text.trim(), answeredAt: now }, { reason: text.trim() });
      await indexAnswer(tx, complaint, now, await this.deadlines.calendar(tx));
      const late = await closeDeadlines(step, this.deadlines, byResult, '답변');
      const payload = {
        ...complaintPayload({ ...complaint, officerId }),
        ...{ answeredAt: now.toISOString(), channel: complaint.channel, ...late },
      };
      return [{ type: 'complaint.answered.v1', payload }];
    });
  }

  /** Refuses what was asked, with the reason; a statutory complaint may be objected to within 60 days (법 제35조). */
  reject(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'reject', reason }, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, now, officerId, write } = step;
      await write({ officerId }, { reason: reason.trim() });
      const late = await closeDeadlines(step, this.deadlines, byResult, '거부');
      const until = complaint.kind === 'STATUTORY' ? await this.objectUntil(tx, now) : null;
      const payload = {
        ...complaintPayload({ ...complaint, officerId }),
        ...{ rejectedAt: now.toISOString(), objectUntil: until && until.toISOString(), ...late },
      };
      return [{ type: 'complaint.rejected.v1', payload }];
    });
  }

  withdraw(id: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'withdraw' }, byOwner(id, version, by), async (step) => {
      const { complaint, now, write } = step;
      await write({});
      await closeDeadlines(step, this.deadlines, () => 'cancel', '취하');
      const payload = { ...complaintPayload(complaint), withdrawnAt: now.toISOString() };
      return [{ type: 'complaint.withdrawn.v1', payload }];
    });
  }

  /** What the citizen thinks of the result (결과 의견), once. */
  giveOpinion(
    id: string,
    opinion: { satisfied: boolean; text: string | null },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const command = { type: 'giveOpinion', ...opinion } as const;
    return this.desk.handle(command, byOwner(id, version, by), async ({ tx, complaint, now, write }) => {
      await write({ opinionGiven: true });
      const { satisfied, text } = opinion;
      await tx.insert(ComplaintOpinionEntity, { complaintId: id, satisfied, text: text && text.trim(), givenAt: now });
      const payload = { ...complaintPayload(complaint), satisfied, givenAt: now.toISOString() };
      return [{ type: 'complaint.opinion-given.v1', payload }];
    });
  }

  /**
   * Opens a closed complaint again after an objection was upheld, in the caller's transaction: both promises begin anew with
   * the periods that it was filed under. The complaint has to be locked.
   * @returns what to tell
   */
  async reopen(tx: EntityManager, complaint: ComplaintEntity, by: Person, reason: string): Promise<EventDraft[]> {
    const { complaints, statistics, clock } = this.desk.parts;
    const act = { by: by.id, at: clock.now(), reason };
    const promises = await deadlinesById(tx, [complaint.statutoryId, complaint.charterId]);
    const periodOf = (id: string) => promises.find((deadline) => deadline.id === id)!.period;
    const { id, departmentCode, officerId } = complaint;
    const about = { subjectType: 'COMPLAINT', subjectId: id, departmentCode, ownerId: officerId, receivedAt: act.at };
    const statutory = await this.deadlines.open(
      tx,
      { ...about, kind: STATUTORY, period: periodOf(complaint.statutoryId) },
      act,
    );
    const shorter = await this.deadlines.open(
      tx,
      { ...about, kind: CHARTER, period: periodOf(complaint.charterId) },
      act,
    );
    await this.deadlines.open(tx, { ...about, kind: INTERIM_REPORT, period: LIMITS.INTERIM_REPORT }, act);
    const fresh = {
      ...{ statutoryId: statutory.id, charterId: shorter.id, answer: null, answeredAt: null, extensions: 0 },
      ...{ supplementRounds: 0, supplementExtensions: 0, suspensionExtended: false },
    };
    const line = { by: by.id, at: act.at, to: 'ASSIGNED', step: 'reopen', reason, dueAt: statutory.dueAt } as const;
    await complaints.step(tx, complaint, fresh, line);
    await statistics.count(tx, [id]);
    const payload = {
      ...complaintPayload(complaint),
      ...{ reopenedAt: act.at.toISOString(), dueAt: statutory.dueAt!.toISOString() },
    };
    return [{ type: 'complaint.reopened.v1', payload }];
  }

  private async objectUntil(tx: EntityManager, receivedAt: Date): Promise<Date> {
    return objectUntil(receivedAt, await this.deadlines.calendar(tx));
  }
}
