import type { DataSource } from 'typeorm';
import { type NoticeRecord, type ProfileRecord, historyRecords } from '@charter/contracts';
import type { PrivacyKeys } from '@charter/privacy';
import { NO_PREFERENCES } from './domain/preferences';
import { decideProfile } from './domain/profile';
import { TEMPLATE_VERSION } from './domain/texts/versions';
import type { Words } from './domain/words';
import { departmentWords } from './store/department.store';
import { NoticeEntity } from './store/notice.entity';
import { type Profile, ProfileStore } from './store/profile.store';

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
  const profiles = parsed.flatMap((record) => (record.kind === 'profile' ? [profileOf(record)] : []));
  const notices = parsed.flatMap((record) => (record.kind === 'notice' ? [record] : []));
  await dataSource.transaction(async (tx) => {
    await new ProfileStore(dataSource, env.PRIVACY_KEYS).add(tx, profiles);
    if (notices.length === 0) return;
    const codes = notices.map(({ departmentCode }) => departmentCode);
    const wordsOf = await departmentWords(tx, codes);
    const rows = notices.map((notice) => noticeOf(notice, wordsOf(notice.departmentCode)));
    await tx.createQueryBuilder().insert().into(NoticeEntity).values(rows).orIgnore().execute();
  });
}

function profileOf({ citizenId, name, phone, email, language, at }: ProfileRecord): { profile: Profile; at: Date } {
  const decided = decideProfile({ name, phone, email, language: language === 'ko' ? 'KO' : 'EN' });
  if (!decided.ok) throw new Error(decided.refusals[0]?.message.en);
  const citizen = { personId: citizenId, kind: 'CITIZEN', departmentCode: null, roles: ['CITIZEN'] } as const;
  return { profile: { ...citizen, ...decided.value, preferences: NO_PREFERENCES }, at: new Date(at) };
}

/** No event brought it: its own id stands for one. */
function noticeOf(
  { id, eventType, recipientId, complaintId, receiptNumber, departmentCode, words, ...record }: NoticeRecord,
  department: Words,
): NoticeEntity {
  const at = new Date(record.at);
  return {
    ...{ id, eventId: id, eventType, recipientId, audience: 'CITIZEN', channel: 'INBOX', state: 'DELIVERED' },
    ...{ subjectType: 'COMPLAINT', subjectId: complaintId, complaintId, departmentCode, deadlineId: null },
    words: { receiptNumber, ...words, ...department },
    told: null,
    ...{
      failure: null,
      attempts: 1,
      nextAttemptAt: null,
      heldUntil: null,
      erasedAt: null,
      insteadOf: null,
      digestId: null,
      unreachedAt: null,
      postedAt: null,
      postedBy: null,
      templateVersion: TEMPLATE_VERSION,
    },
    ...{ createdAt: at, deliveredAt: at, readAt: record.readAt ? new Date(record.readAt) : null },
  };
}
