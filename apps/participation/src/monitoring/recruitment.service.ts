import { randomUUID } from 'node:crypto';
import { localDate, periodUntil } from '@charter/calendar';
import { type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import { textFaults } from '@charter/privacy';
import { type Person, once } from '@charter/service';
import { examines, heads } from '../domain/access';
import { MONITOR_APPLICATIONS } from '../domain/deadline-kinds';
import { departmentFaults } from '../domain/department';
import {
  type Application,
  appliedAlready,
  decideApplication,
  decideApplicationStep,
  nobodyChosen,
  notOfRecruitment,
  quotaFaults,
} from '../domain/monitoring/application';
import { type Recruitment, decideRecruitment } from '../domain/monitoring/recruitment';
import { monitoringPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { DepartmentStore } from '../store/department.store';
import type { ApplicationEntity, RecruitmentEntity } from '../store/monitoring/recruitment.entity';
import { type RecruitmentDesk, type RecruitmentStep, termOf } from './recruitment-desk';

const REASON_LIMIT = 2_000;
const anybody = () => true;
const head = (by: Person) => (recruitment: RecruitmentEntity) => heads(by, recruitment);

const ownApplication = (): Refusal =>
  refusal(
    'SAME_PERSON',
    '자신의 신청은 다른 부서장이 결정해야 합니다.',
    'Another head of the department decides on your own application.',
    'applicationIds',
  );

export interface Appointment {
  readonly recruitmentId: string;
  readonly applicationIds: readonly string[];
  /** Whether selecting ends with it: who was not appointed is told so. */
  readonly complete: boolean;
  readonly version: number | null;
}

/** Recruiting monitors, from the announcement to the end of their term. */
export class RecruitmentService {
  constructor(
    private readonly desk: RecruitmentDesk,
    private readonly departments: DepartmentStore,
    private readonly secret: string,
  ) {}

  /** @returns the recruitment's id */
  announce(recruitment: Recruitment, idempotencyKey: string | null, by: Person): Promise<Handled> {
    const { dataSource, recruitments, deadlines, clock } = this.desk.parts;
    const { departmentCode } = recruitment;
    const command = {
      ...{ callerId: by.id, operation: 'recruitMonitors', key: idempotencyKey, secret: this.secret },
      input: recruitment,
    };
    return dataSource.transaction(async (tx): Promise<Handled> => {
      if (!examines(by, { departmentCode })) return 'FORBIDDEN';
      return once(tx, command, async () => {
        const act = { by: by.id, at: clock.now() };
        const today = localDate(act.at);
        const faults = departmentFaults(departmentCode, await this.departments.find(tx, departmentCode), today);
        const decided = decideRecruitment(recruitment, today, faults);
        if (!decided.ok) return decided;
        const { appliesUntil, districts, ...rest } = decided.value;
        const id = randomUUID();
        const closing = await deadlines.open(
          tx,
          {
            ...{ kind: MONITOR_APPLICATIONS, subjectType: 'RECRUITMENT', subjectId: id, departmentCode },
            ...{ ownerId: by.id, receivedAt: act.at, period: periodUntil(act.at, appliesUntil) },
          },
          act,
        );
        await recruitments.insert(
          tx,
          {
            ...{ ...rest, id, districts: [...districts], status: 'RECRUITING', announcedBy: by.id },
            ...{ announcedAt: act.at, closingId: closing.id, appointmentId: null, cancelledReason: null },
          },
          act,
        );
        return accepted(id);
      });
    });
  }

  /** @returns the application's id */
  apply(recruitmentId: string, application: Application, key: string | null, by: Person): Promise<Handled> {
    const { dataSource, recruitments } = this.desk.parts;
    const command = {
      ...{ callerId: by.id, operation: 'applyAsMonitor', key, secret: this.secret },
      input: { recruitmentId, ...application },
    };
    const call = { id: recruitmentId, version: null, by, may: anybody };
    return dataSource.transaction(async (tx): Promise<Handled> => {
      if (!(await recruitments.byIds([recruitmentId], tx))[0]) return 'NOT_FOUND';
      return once(tx, command, async () => {
        const handled = await this.desk.handleIn(tx, 'apply', call, async ({ recruitment, now }) => {
          const decided = decideApplication(application, recruitment.districts);
          if (!decided.ok) return decided;
          const row = { id: randomUUID(), recruitmentId, citizenId: by.id, appliedAt: now };
          if (!(await recruitments.apply(tx, row, decided.value))) return refused(appliedAlready());
          const dueAt = (await findDeadline(tx, recruitment.closingId))!.dueAt!.toISOString();
          const payload = { ...monitoringPayload(recruitment, by.id), dueAt };
          await this.desk.tell(tx, [{ type: 'monitoring.applied.v1', payload }]);
          return accepted(row.id);
        });
        if (typeof handled === 'string') throw new Error('A recruitment that anybody may apply for was refused.');
        return handled;
      });
    });
  }

  /** Takes one's application back, until it is decided. */
  withdraw(applicationId: string, by: Person): Promise<Handled> {
    return this.ofApplication(applicationId, 'withdraw', by, (application) => application.citizenId === by.id, {
      step: 'withdraw',
      carryOut: async ({ tx }, application) => {
        await this.desk.parts.recruitments.setStatus(tx, [application.id], { status: 'WITHDRAWN' });
        return accepted(applicationId);
      },
    });
  }

  /** The head appoints, within the quota of each district; two at once come one after the other. */
  appoint({ recruitmentId, applicationIds, complete, version }: Appointment, by: Person): Promise<Handled> {
    const { recruitments } = this.desk.parts;
    const call = { id: recruitmentId, version, by, may: head(by) };
    return this.desk.handle(complete ? 'complete' : 'appoint', call, async (step) => {
      const { tx, recruitment, to, act } = step;
      const chosen = await recruitments.applications([...new Set(applicationIds)], tx);
      const faults = await this.appointmentFaults(step, chosen, by);
      if (faults.length > 0) return refused(...faults);
      const appointed = chosen as ApplicationEntity[];
      const [serving] = await recruitments.servingIn([recruitmentId], tx);
      if (appointed.length === 0 && !(complete && Object.keys(serving!).length > 0)) return refused(nobodyChosen());
      const ids = appointed.map(({ id }) => id);
      await recruitments.setStatus(tx, ids, { status: 'APPOINTED', appointedAt: act.at });
      await this.desk.tellCitizens(tx, recruitment, appointed, (payload) => ({
        type: 'monitoring.appointed.v1',
        payload: { ...payload, ...termOf(recruitment) },
      }));
      if (complete) await this.passOver(step);
      await recruitments.step(tx, recruitment, complete ? 'complete' : 'appoint', act, { status: to });
      return accepted(recruitmentId);
    });
  }

  private async appointmentFaults(
    { tx, recruitment }: RecruitmentStep,
    chosen: readonly (ApplicationEntity | undefined)[],
    by: Person,
  ): Promise<Refusal[]> {
    const own = chosen.filter((each): each is ApplicationEntity => each?.recruitmentId === recruitment.id);
    if (own.length < chosen.length) return [notOfRecruitment()];
    if (own.some(({ citizenId }) => citizenId === by.id)) return [ownApplication()];
    const decided = own.map(({ status }) => decideApplicationStep(status, 'appoint'));
    const refusedStep = decided.find(({ ok }) => !ok);
    if (refusedStep && !refusedStep.ok) return [...refusedStep.refusals];
    const [serving] = await this.desk.parts.recruitments.servingIn([recruitment.id], tx);
    return quotaFaults(
      recruitment.districts,
      serving!,
      own.map(({ district }) => district),
    );
  }

  /** Selecting is over: its date is kept, and who was not appointed is told. */
  private async passOver({ tx, recruitment, act }: RecruitmentStep): Promise<void> {
    const { recruitments } = this.desk.parts;
    await this.desk.closeOpen(tx, recruitment.id, 'meet', act);
    const others = await recruitments.inStatus(tx, recruitment.id, 'APPLIED');
    await recruitments.setStatus(
      tx,
      others.map(({ id }) => id),
      { status: 'NOT_APPOINTED' },
    );
    await this.desk.tellCitizens(tx, recruitment, others, (payload) => ({
      type: 'monitoring.not-appointed.v1',
      payload,
    }));
  }

  /** A monitor gives it up; their place can be given to a substitute. */
  resign(applicationId: string, reason: string, by: Person): Promise<Handled> {
    return this.leave(applicationId, 'resign', reason, by, (application) => application.citizenId === by.id);
  }

  /** The head dismisses a monitor, with the reason. */
  dismiss(applicationId: string, reason: string, by: Person): Promise<Handled> {
    return this.leave(applicationId, 'dismiss', reason, by, (_, recruitment) => heads(by, recruitment));
  }

  private leave(
    applicationId: string,
    step: 'resign' | 'dismiss',
    reason: string,
    by: Person,
    may: MayTouch,
  ): Promise<Handled> {
    return this.ofApplication(applicationId, 'leave', by, may, {
      step,
      carryOut: async ({ tx, recruitment, act }, { id, citizenId }) => {
        const faults = textFaults(reason, REASON_LIMIT, 'reason');
        if (faults.length > 0) return refused(...faults);
        const [status, type] =
          step === 'resign'
            ? (['RESIGNED', 'monitoring.resigned.v1'] as const)
            : (['DISMISSED', 'monitoring.dismissed.v1'] as const);
        const ended = { status, endedAt: act.at, endedReason: reason.trim() };
        await this.desk.parts.recruitments.setStatus(tx, [id], ended);
        await this.desk.tell(tx, [{ type, payload: monitoringPayload(recruitment, citizenId) }]);
        return accepted(applicationId);
      },
    });
  }

  /** The head calls it off before anybody serves. */
  cancel(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    const { recruitments } = this.desk.parts;
    return this.desk.handle('cancel', { id, version, by, may: head(by) }, async ({ tx, recruitment, act, to }) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const cancelledReason = reason.trim();
      await this.desk.closeOpen(tx, id, 'cancel', { ...act, reason: cancelledReason });
      await recruitments.step(tx, recruitment, 'cancel', act, { status: to, cancelledReason }, cancelledReason);
      const waiting = await recruitments.inStatus(tx, id, 'APPLIED', 'APPOINTED');
      await this.desk.tellCitizens(tx, recruitment, waiting, (payload) => ({
        type: 'monitoring.cancelled.v1',
        payload,
      }));
      return accepted(id);
    });
  }

  /** A step of one application. Whose it is and the office know of it; to others there is none. */
  private async ofApplication(
    id: string,
    command: 'withdraw' | 'leave',
    by: Person,
    may: MayTouch,
    work: {
      readonly step: 'withdraw' | 'resign' | 'dismiss';
      readonly carryOut: (step: RecruitmentStep, application: ApplicationEntity) => Promise<Handled>;
    },
  ): Promise<Handled> {
    const { dataSource, recruitments } = this.desk.parts;
    const seen = await recruitments.application(dataSource.manager, id);
    const [recruitment] = seen ? await recruitments.byIds([seen.recruitmentId]) : [];
    if (!seen || !recruitment || !(seen.citizenId === by.id || examines(by, recruitment))) return 'NOT_FOUND';
    if (!may(seen, recruitment)) return 'FORBIDDEN';
    const call = { id: seen.recruitmentId, version: null, by, may: anybody };
    return this.desk.handle(command, call, async (step) => {
      const application = (await recruitments.application(step.tx, id))!; // as it is now that nobody else changes it
      const decided = decideApplicationStep(application.status, work.step);
      return decided.ok ? work.carryOut(step, application) : decided;
    });
  }
}

type MayTouch = (application: ApplicationEntity, recruitment: RecruitmentEntity) => boolean;
