import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { type ComplaintRecord, complaintRecord } from '@charter/contracts';
import { type Deadline, DeadlineEntity, DeadlineHistoryEntity, fromDeadline } from '@charter/deadlines';
import { type PrivacyKeys, normaliseEmail, normalisePhone } from '@charter/privacy';
import { CHARTER, STATUTORY } from './domain/deadline-kinds';
import { ServiceItemEntity } from './store/catalogue.entity';
import { ComplaintEntity, ComplaintHistoryEntity, PetitionerEntity } from './store/complaint.entity';
import { Petitioners } from './store/petitioners';

type Line = Omit<ComplaintHistoryEntity, 'id'>;

const SYSTEM = 'system';
/** A complaint that comes in late is escalated after so many working days, as the usual plan has it. */
const ESCALATION_DAYS = 5;

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
  const calendar = new WorkingCalendar();
  const now = new Date();
  await dataSource.transaction(async (tx) => {
    const fresh = await unknownOnes(tx, parsed);
    if (fresh.length === 0) return;
    const services = new Map((await tx.find(ServiceItemEntity)).map((item) => [item.code, item]));
    const deadlines = fresh.flatMap((record) => deadlinesOf(record, services.get(record.serviceCode), calendar, now));
    await tx.insert(ComplaintEntity, fresh.map(complaintOf));
    await tx.insert(
      PetitionerEntity,
      fresh.map(({ id, petitioner: { name, phone, email } }) =>
        petitioners.seal(id, { name, phone: normalisePhone(phone) ?? null, email: normaliseEmail(email) ?? null }),
      ),
    );
    await tx.insert(ComplaintHistoryEntity, fresh.flatMap(stepsOf));
    await tx.insert(DeadlineEntity, deadlines.map(fromDeadline));
    await tx.insert(DeadlineHistoryEntity, deadlines.flatMap(changesOf));
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

function complaintOf(record: ComplaintRecord): Omit<ComplaintEntity, 'version'> {
  const { id, receiptNumber, citizenId, serviceCode, departmentCode, channel, visibility, title, body, answer } =
    record;
  const status = answer ? 'ANSWERED' : record.withdrawnAt ? 'WITHDRAWN' : record.assignedAt ? 'ASSIGNED' : 'RECEIVED';
  return {
    ...{ id, receiptNumber, citizenId, serviceCode, departmentCode, channel, visibility, title, body, status },
    officerId: record.assignedAt ? record.officerId : null,
    receivedAt: new Date(record.receivedAt),
    answer: answer?.text ?? null,
    answeredAt: answer && new Date(answer.at),
  };
}

function stepsOf({ id, citizenId, officerId, ...record }: ComplaintRecord): Line[] {
  const line = (at: string, changedBy: string, fromStatus: Line['fromStatus'], toStatus: Line['toStatus']): Line => ({
    ...{ complaintId: id, changedAt: new Date(at), changedBy, fromStatus, toStatus, reason: null },
  });
  const before = record.assignedAt ? 'ASSIGNED' : 'RECEIVED';
  return [
    line(record.receivedAt, citizenId, null, 'RECEIVED'),
    ...(record.assignedAt ? [line(record.assignedAt, officerId, 'RECEIVED', 'ASSIGNED')] : []),
    ...(record.answer ? [line(record.answer.at, officerId, before, 'ANSWERED')] : []),
    ...(record.withdrawnAt ? [line(record.withdrawnAt, citizenId, before, 'WITHDRAWN')] : []),
  ];
}

function deadlinesOf(
  record: ComplaintRecord,
  service: ServiceItemEntity | undefined,
  calendar: WorkingCalendar,
  now: Date,
): Deadline[] {
  if (!service) throw new Error(`The catalogue has no service ${record.serviceCode}.`);
  const promises = [
    { kind: STATUTORY, period: service.statutoryPeriod, dueAt: new Date(record.dueAt) },
    { kind: CHARTER, period: service.charterPeriod, dueAt: new Date(record.charterDueAt) },
  ];
  return promises.map(({ kind, period, dueAt }) => ({
    ...{
      id: randomUUID(),
      kind,
      subjectType: 'COMPLAINT',
      subjectId: record.id,
      departmentCode: record.departmentCode,
    },
    ownerId: record.assignedAt ? record.officerId : null,
    receivedAt: new Date(record.receivedAt),
    ...{ period, extension: 0, pauses: [], dueAt, announcedDueAt: dueAt, provisional: record.provisional },
    ...standing(record, dueAt, calendar, now),
  }));
}

/** How a deadline stands at the end of the history. What is still to come is left to the sweep. */
function standing(
  { answer, withdrawnAt }: ComplaintRecord,
  dueAt: Date,
  calendar: WorkingCalendar,
  now: Date,
): Pick<Deadline, 'state' | 'missedAt' | 'closedAt' | 'nextActionAt' | 'nextStage'> {
  const closedAt = answer ? new Date(answer.at) : withdrawnAt ? new Date(withdrawnAt) : null;
  const missedAt = dueAt < (closedAt ?? now) ? dueAt : null;
  const nothing = { nextActionAt: null, nextStage: null };
  if (closedAt) return { state: answer ? 'MET' : 'CANCELLED', missedAt, closedAt, ...nothing };
  if (!missedAt) return { state: 'RUNNING', missedAt, closedAt, nextActionAt: dueAt, nextStage: 'LATE' };
  const escalatedAt = atLocal(calendar.addWorkingDays(localDate(now), ESCALATION_DAYS), '09:00');
  return { state: 'MISSED', missedAt, closedAt, nextActionAt: escalatedAt, nextStage: 'ESCALATED' };
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
