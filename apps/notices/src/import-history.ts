import type { DataSource, EntityManager } from 'typeorm';
import { type NoticeRecord, type ProfileRecord, historyRecords } from '@charter/contracts';
import { type PrivacyKeys, seal } from '@charter/privacy';
import { decideProfile } from './domain/profile';
import { TEMPLATE_VERSION } from './domain/templates';
import { NoticeEntity, ProfileEntity } from './store/notice.entity';

/**
 * Takes profiles of citizens, and notices that they had in their inboxes. Nothing is sent. What is there already is left as
 * it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { PRIVACY_KEYS: PrivacyKeys }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => historyRecords.notices.parse(record));
  const profiles = parsed.flatMap((record) => (record.kind === 'profile' ? [profileOf(record, env.PRIVACY_KEYS)] : []));
  const notices = parsed.flatMap((record) => (record.kind === 'notice' ? [noticeOf(record)] : []));
  await dataSource.transaction(async (tx) => {
    await insertNew(tx, ProfileEntity, profiles);
    await insertNew(tx, NoticeEntity, notices);
  });
}

async function insertNew<T extends object>(tx: EntityManager, entity: new () => T, rows: T[]): Promise<void> {
  if (rows.length > 0) await tx.createQueryBuilder().insert().into(entity).values(rows).orIgnore().execute();
}

function profileOf({ citizenId, name, phone, email, language, at }: ProfileRecord, keys: PrivacyKeys): ProfileEntity {
  const decided = decideProfile({ name, phone, email, language: language === 'ko' ? 'KO' : 'EN' });
  if (!decided.ok) throw new Error(decided.refusals[0]?.message.en);
  const sealed = (column: string, value: string): string =>
    seal(keys, { table: 'profile', column, row: citizenId }, value);
  const { value } = decided;
  return {
    ...{ personId: citizenId, kind: 'CITIZEN', departmentCode: null, roles: ['CITIZEN'], language: value.language },
    name: sealed('name', value.name),
    email: value.email && sealed('email', value.email),
    phone: value.phone && sealed('phone', value.phone),
    updatedAt: new Date(at),
  };
}

/** No event brought it: its own id stands for one. */
function noticeOf({ id, eventType, recipientId, complaintId, receiptNumber, ...record }: NoticeRecord): NoticeEntity {
  const at = new Date(record.at);
  return {
    ...{ id, eventId: id, eventType, recipientId, audience: 'CITIZEN', channel: 'INBOX', state: 'DELIVERED' },
    ...{ subjectType: 'COMPLAINT', subjectId: complaintId, complaintId, departmentCode: record.departmentCode },
    ...{ deadlineId: null, words: { receiptNumber, ...record.words }, failure: null, attempts: 1, nextAttemptAt: null },
    ...{ createdAt: at, deliveredAt: at, readAt: record.readAt ? new Date(record.readAt) : null },
    templateVersion: TEMPLATE_VERSION,
  };
}
