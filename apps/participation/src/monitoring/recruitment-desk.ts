import type { DataSource, EntityManager } from 'typeorm';
import { atLocal, localDate } from '@charter/calendar';
import { type Act, type Deadlines, findDeadline, granted, isOpen, lockDeadlinesOf } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { MONITOR_APPOINTMENT } from '../domain/deadline-kinds';
import {
  type RecruitmentCommand,
  type RecruitmentStatus,
  decideRecruitmentStep,
} from '../domain/monitoring/recruitment';
import { monitoringPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { RecruitmentEntity } from '../store/monitoring/recruitment.entity';
import type { RecruitmentStore } from '../store/monitoring/recruitment.store';

export interface RecruitmentDeskParts {
  readonly dataSource: DataSource;
  readonly recruitments: RecruitmentStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export interface RecruitmentCall {
  readonly id: string;
  /** Null: whichever it is. */
  readonly version: number | null;
  readonly by: Person;
  /** Who may. */
  readonly may: (recruitment: RecruitmentEntity) => boolean;
}

/** A step that the status and the clock allow, in its transaction, with the recruitment locked. */
export interface RecruitmentStep {
  readonly tx: EntityManager;
  readonly recruitment: RecruitmentEntity;
  readonly to: RecruitmentStatus;
  readonly now: Date;
  readonly today: string;
  readonly act: Act;
}

/** The term as moments: from its first day on, until 24:00 of its last. */
export const termOf = ({ termFrom, termTo }: Pick<RecruitmentEntity, 'termFrom' | 'termTo'>) => ({
  startsAt: atLocal(termFrom, '00:00').toISOString(),
  dueAt: atLocal(termTo, '24:00').toISOString(),
});

/** Where every step of a recruitment and its term is done: one after the other, by the server's clock. */
export class RecruitmentDesk {
  constructor(readonly parts: RecruitmentDeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: RecruitmentCommand,
    call: RecruitmentCall,
    carryOut: (step: RecruitmentStep) => Promise<Handled>,
  ): Promise<Handled> {
    return this.parts.dataSource.transaction((tx) => this.handleIn(tx, command, call, carryOut));
  }

  /** The same in the caller's transaction. */
  async handleIn(
    tx: EntityManager,
    command: RecruitmentCommand,
    { id, version, by, may }: RecruitmentCall,
    carryOut: (step: RecruitmentStep) => Promise<Handled>,
  ): Promise<Handled> {
    const { recruitments, clock } = this.parts;
    const recruitment = await recruitments.lock(tx, id);
    if (!recruitment) return 'NOT_FOUND';
    if (!may(recruitment)) return 'FORBIDDEN';
    if (version !== null && version !== recruitment.version) throw new StaleVersion();
    const now = clock.now();
    const today = localDate(now);
    const closing = (await findDeadline(tx, recruitment.closingId))!;
    const facts = { now, today, closesAt: closing.dueAt!, termTo: recruitment.termTo };
    const decided = decideRecruitmentStep(recruitment.status, command, facts);
    if (!decided.ok) return decided;
    return carryOut({ tx, recruitment, to: decided.value, now, today, act: { by: by.id, at: now } });
  }

  /** Nobody can apply any more: the department has its days to appoint. Without anybody who applied it ends here. */
  async close(tx: EntityManager, recruitment: RecruitmentEntity, act: Act): Promise<void> {
    const { recruitments, deadlines } = this.parts;
    const { id, departmentCode, selectionDays } = recruitment;
    await this.closeOpen(tx, id, 'meet', act);
    if ((await recruitments.inStatus(tx, id, 'APPLIED')).length === 0) {
      const cancelledReason = '신청한 사람이 없습니다. (Nobody applied.)';
      await recruitments.step(tx, recruitment, 'close', act, { status: 'CANCELLED', cancelledReason }, cancelledReason);
      return this.tell(tx, [{ type: 'monitoring.cancelled.v1', payload: monitoringPayload(recruitment) }]);
    }
    const appointment = await deadlines.open(
      tx,
      {
        ...{ kind: MONITOR_APPOINTMENT, subjectType: 'RECRUITMENT', subjectId: id, departmentCode, ownerId: null },
        ...{ receivedAt: act.at, period: { unit: 'DAYS', length: selectionDays } },
      },
      act,
    );
    await recruitments.step(tx, recruitment, 'close', act, { status: 'SELECTING', appointmentId: appointment.id });
    const date = { deadlineId: appointment.id, dueAt: appointment.dueAt!.toISOString() };
    await this.tell(tx, [
      { type: 'monitoring.applications-closed.v1', payload: { ...monitoringPayload(recruitment), ...date } },
    ]);
  }

  /** The term is over: its monitors are thanked. Reports that came in time are still verified and answered. */
  async endTerm(tx: EntityManager, recruitment: RecruitmentEntity, act: Act): Promise<void> {
    const { recruitments } = this.parts;
    await recruitments.step(tx, recruitment, 'endTerm', act, { status: 'ENDED' });
    await this.tellCitizens(
      tx,
      recruitment,
      await recruitments.inStatus(tx, recruitment.id, 'APPOINTED'),
      (payload) => ({
        type: 'monitoring.term-ended.v1',
        payload,
      }),
    );
  }

  /** Closes every deadline of a recruitment that is open. */
  async closeOpen(tx: EntityManager, id: string, how: 'meet' | 'cancel', act: Act): Promise<void> {
    for (const each of await lockDeadlinesOf(tx, [id]))
      if (isOpen(each)) granted(await this.parts.deadlines[how](tx, each.id, act));
  }

  async tell(tx: EntityManager, news: readonly EventDraft[]): Promise<void> {
    await appendEvents(tx, 'participation', news);
  }

  async tellCitizens(
    tx: EntityManager,
    recruitment: RecruitmentEntity,
    whom: readonly { readonly citizenId: string }[],
    news: (payload: ReturnType<typeof monitoringPayload>) => EventDraft,
  ): Promise<void> {
    await this.tell(
      tx,
      whom.map(({ citizenId }) => news(monitoringPayload(recruitment, citizenId))),
    );
  }
}
