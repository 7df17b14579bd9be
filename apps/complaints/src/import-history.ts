import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { WorkingCalendar, computeDeadline, localDate } from '@charter/calendar';
import { type ComplaintRecord, complaintRecord } from '@charter/contracts';
import {
  type Deadline,
  DeadlineEntity,
  DeadlineHistoryEntity,
  Deadlines,
  DeclaredHolidays,
  fromDeadline,
  keepHolidays,
  nextAction,
} from '@charter/deadlines';
import { type PrivacyKeys, normaliseEmail, normalisePhone } from '@charter/privacy';
import { versionOn } from './domain/catalogue/versions';
import type { StepName } from './domain/handling';
import { ACCEPTANCE, CHARTER, DEADLINE_KINDS, INTERIM_REPORT, LIMITS, STATUTORY } from './domain/deadline-kinds';
import { ServiceItemEntity } from './store/catalogue.entity';
import { ComplaintEntity, ComplaintHistoryEntity, PetitionerEntity, UNHANDLED } from './store/complaint.entity';
import { learnAnswers } from './store/knowledge/routing.store';
import { indexComplaints, withDuration } from './store/knowledge/search.store';
import { Petitioners } from './store/petitioners';
import { StatisticsStore } from './store/statistics/statistics.store';

type Line = Omit<ComplaintHistoryEntity, 'id' | 'recordedAt'>;

const SYSTEM = 'system';
const PLANS = new Map(DEADLINE_KINDS.map(({ kind, plan }) => [kind, plan]));

/** A record, and the service it asked for. */
interface Told extends ComplaintRecord {
  readonly service: ServiceItemEntity;
}

/**
 * Takes complaints of the past with their steps and deadlines. Nobody is told of them: no event is written. One that is
 * there already is left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { PRIVACY_KEYS: PrivacyKeys }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => complaintRecord.parse(record));
  const petitioners = new Petitioners(env.PRIVACY_KEYS);
  const now = new Date();
  await dataSource.transaction(async (tx) => {
    const fresh = await withServices(tx, await unknownOnes(tx, parsed));
    if (fresh.length === 0) return;
    await keepHolidays(tx);
    const calendar = await new DeclaredHolidays().calendar(tx);
    const deadlines = fresh.flatMap((record) => deadlinesOf(record, calendar, now));
    await tx.insert(
      ComplaintEntity,
      fresh.map((record) => complaintOf(record, deadlines)),
    );
    await tx.insert(
      PetitionerEntity,
      fresh.map(({ id, petitioner: { name, phone, email } }) =>
        petitioners.seal(
          id,
          { name, phone: normalisePhone(phone) ?? null, email: normaliseEmail(email) ?? null },
          'ko',
        ),
      ),
    );
    await tx.insert(ComplaintHistoryEntity, fresh.flatMap(stepsOf));
    await tx.insert(DeadlineEntity, deadlines.map(fromDeadline));
    await tx.insert(DeadlineHistoryEntity, deadlines.flatMap(changesOf));
    const statistics = new StatisticsStore(dataSource, new Deadlines(DEADLINE_KINDS, new DeclaredHolidays()));
    await statistics.count(
      tx,
      fresh.map(({ id }) => id),
    );
    const indexed = fresh.map((record) =>
      withDuration({ ...complaintOf(record, deadlines), names: [record.petitioner.name] }, calendar),
    );
    await indexComplaints(tx, indexed);
    await learnAnswers(tx, indexed.length);
  });
}

async function unknownOnes(tx: EntityManager, records: readonly ComplaintRecord[]): Promise<ComplaintRecord[]> {
  const known = await tx.find(ComplaintEntity, {
    select: { id: true },
    where: { id: In(records.map(({ id }) => id)) },
  });
  const ids = new Set(known.map(({ id }) => id));
  return records.filter(({ id }) => !ids.has(id));
}

async function withServices(tx: EntityManager, records: readonly ComplaintRecord[]): Promise<Told[]> {
  const versions = await tx.find(ServiceItemEntity);
  return records.map((record) => {
    const own = versions.filter(({ code }) => code === record.serviceCode);
    const service = versionOn(own, localDate(new Date(record.receivedAt)));
    if (!service) throw new Error(`The catalogue has no service ${record.serviceCode}.`);
    return { ...record, service };
  });
}

function complaintOf(record: Told, deadlines: readonly Deadline[]): Omit<ComplaintEntity, 'version'> {
  const { id, receiptNumber, citizenId, serviceCode, departmentCode, channel, visibility, title, body, answer } =
    record;
  const status = answer ? 'ANSWERED' : record.withdrawnAt ? 'WITHDRAWN' : record.assignedAt ? 'ASSIGNED' : 'RECEIVED';
  const promise = (kind: string) =>
    deadlines.find((deadline) => deadline.subjectId === id && deadline.kind === kind)!.id;
  const closedAt = record.answer?.at ?? record.withdrawnAt;
  return {
    ...UNHANDLED,
    ...{ id, receiptNumber, citizenId, serviceCode, departmentCode, channel, visibility, title, body, status },
    ...{ statutoryId: promise(STATUTORY), charterId: promise(CHARTER), arrivedAt: new Date(record.receivedAt) },
    closedAt: closedAt === null ? null : new Date(closedAt),
    kind: record.service.kind,
    officerId: record.assignedAt ? record.officerId : null,
    receivedAt: new Date(record.receivedAt),
    answer: answer?.text ?? null,
    answeredAt: answer && new Date(answer.at),
  };
}

function stepsOf({ id, citizenId, officerId, ...record }: ComplaintRecord): Line[] {
  const line = (
    step: StepName,
    at: string,
    changedBy: string,
    fromStatus: Line['fromStatus'],
    toStatus: Line['toStatus'],
    reason: string | null = null,
  ): Line => ({
    ...{ complaintId: id, changedAt: new Date(at), changedBy, fromStatus, toStatus, step, reason },
    ...{ hadOfficer: fromStatus === 'ASSIGNED', dueAt: null, cause: null },
  });
  const before = record.assignedAt ? 'ASSIGNED' : 'RECEIVED';
  return [
    line('file', record.receivedAt, citizenId, null, 'RECEIVED'),
    ...(record.assignedAt ? [line('assign', record.assignedAt, officerId, 'RECEIVED', 'ASSIGNED')] : []),
    ...(record.answer ? [line('answer', record.answer.at, officerId, before, 'ANSWERED', record.answer.text)] : []),
    ...(record.withdrawnAt ? [line('withdraw', record.withdrawnAt, citizenId, before, 'WITHDRAWN')] : []),
  ];
}

function deadlinesOf(record: Told, calendar: WorkingCalendar, now: Date): Deadline[] {
  const { service, channel } = record;
  const receivedAt = new Date(record.receivedAt);
  const done = record.answer?.at ?? record.withdrawnAt;
  const dates = [
    { kind: STATUTORY, period: service.statutoryPeriod, dueAt: new Date(record.dueAt), doneAt: done },
    { kind: CHARTER, period: service.charterPeriod, dueAt: new Date(record.charterDueAt), doneAt: done },
  ];
  if (channel === 'ONLINE') {
    const { dueAt } = computeDeadline({ receivedAt, period: LIMITS.ACCEPTANCE }, calendar);
    const doneAt = record.assignedAt ?? done;
    dates.push({ kind: ACCEPTANCE, period: { firstDayCounts: true, ...LIMITS.ACCEPTANCE }, dueAt: dueAt!, doneAt });
  }
  if (done === null) {
    const { dueAt } = computeDeadline({ receivedAt, period: LIMITS.INTERIM_REPORT }, calendar);
    dates.push({
      kind: INTERIM_REPORT,
      period: { firstDayCounts: true, ...LIMITS.INTERIM_REPORT },
      dueAt: dueAt!,
      doneAt: null,
    });
  }
  return dates.map(({ kind, period, dueAt, doneAt }) => {
    const closedAt = doneAt ? new Date(doneAt) : null;
    const cancelled = doneAt !== null && doneAt === record.withdrawnAt;
    return {
      ...{ id: randomUUID(), kind, subjectType: 'COMPLAINT', subjectId: record.id },
      departmentCode: record.departmentCode,
      ownerId: record.assignedAt ? record.officerId : null,
      ...{
        receivedAt,
        period,
        extension: 0,
        pauses: [],
        dueAt,
        announcedDueAt: dueAt,
        provisional: record.provisional,
      },
      ...standing(kind, dueAt, closedAt, cancelled, calendar, now),
      ...{ reachedAt: null, version: 1 },
    };
  });
}

/** How a deadline stands at the end of the history. What is still to come is left to the sweep. */
function standing(
  kind: string,
  dueAt: Date,
  closedAt: Date | null,
  cancelled: boolean,
  calendar: WorkingCalendar,
  now: Date,
): Pick<Deadline, 'state' | 'missedAt' | 'closedAt' | 'nextActionAt' | 'nextStage'> {
  const missedAt = dueAt <= (closedAt ?? now) ? dueAt : null;
  if (closedAt) {
    return { state: cancelled ? 'CANCELLED' : 'MET', missedAt, closedAt, nextActionAt: null, nextStage: null };
  }
  const next = nextAction(PLANS.get(kind)!, dueAt, missedAt !== null, now, calendar);
  return { state: missedAt ? 'MISSED' : 'RUNNING', missedAt, closedAt, ...next };
}

function changesOf({
  id,
  receivedAt,
  dueAt,
  state,
  missedAt,
  closedAt,
}: Deadline): Omit<DeadlineHistoryEntity, 'id'>[] {
  const change = (
    at: Date,
    name: string,
    fromState: DeadlineHistoryEntity['fromState'],
    toState: DeadlineHistoryEntity['toState'],
  ): Omit<DeadlineHistoryEntity, 'id'> => ({
    ...{ deadlineId: id, changedAt: at, changedBy: SYSTEM, change: name, reason: null, fromState, toState },
    ...{ oldDueAt: fromState && dueAt, newDueAt: dueAt },
  });
  const open = missedAt ? 'MISSED' : 'RUNNING';
  return [
    change(receivedAt, 'open', null, 'RUNNING'),
    ...(missedAt ? [change(missedAt, 'LATE', 'RUNNING', 'MISSED')] : []),
    ...(closedAt ? [change(closedAt, state === 'MET' ? 'meet' : 'cancel', open, state)] : []),
  ];
}
