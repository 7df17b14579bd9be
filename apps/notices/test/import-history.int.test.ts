import { randomBytes, randomUUID } from 'node:crypto';
import type { NoticeRecord, ProfileRecord } from '@charter/contracts';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { writeNotice } from '../src/domain/text';
import { importHistory } from '../src/import-history';
import { rememberDepartment } from '../src/store/department.store';
import { NoticeEntity } from '../src/store/notice.entity';
import { ProfileStore } from '../src/store/profile.store';
import { store } from '../src/store/store';

const PRIVACY_KEYS = { current: 'k1', keys: { k1: randomBytes(32) }, lookup: randomBytes(32) };

const profile = (over: Partial<ProfileRecord> = {}): ProfileRecord => ({
  ...{
    kind: 'profile',
    citizenId: randomUUID(),
    name: '박영희',
    phone: '010-3456-0001',
    email: 'Citizen1@example.org',
  },
  ...{ language: 'ko', at: '2026-01-02T01:00:00.000Z' },
  ...over,
});
const notice = (over: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...{ kind: 'notice', id: randomUUID(), eventType: 'complaint.overdue.v1', recipientId: randomUUID() },
  ...{ complaintId: randomUUID(), receiptNumber: '2026-500001-3', departmentCode: 'ROADS' },
  words: { dueAt: '2026-03-10T15:00:00.000Z', against: 'STATUTORY' },
  ...{ at: '2026-03-10T15:02:00.000Z', readAt: null },
  ...over,
});

describe('import of profiles and notices', () => {
  let database: TestDatabase;
  const take = (...records: object[]): Promise<void> =>
    importHistory({ env: { PRIVACY_KEYS }, dataSource: database.dataSource }, records);

  beforeAll(async () => {
    database = await createTestDatabase(store);
    const department = {
      code: 'ROADS',
      nameKo: '도로과',
      nameEn: 'Roads',
      phone: null,
      toldAt: new Date('2026-01-01T00:00:00Z'),
    };
    await rememberDepartment(database.dataSource.manager, department);
  });
  afterAll(() => database.drop());

  it('seals profiles, and leaves one that is there as it is', async () => {
    const one = profile();
    await take(one);
    await take({ ...one, name: '다른이름' });
    const profiles = new ProfileStore(database.dataSource, PRIVACY_KEYS);
    expect(await profiles.byIds([one.citizenId])).toMatchObject([
      { kind: 'CITIZEN', name: '박영희', phone: '01034560001', email: 'citizen1@example.org', language: 'KO' },
    ]);
    const [row] = await database.dataSource.query('SELECT * FROM profile WHERE person_id = $1', [one.citizenId]);
    expect(JSON.stringify(row)).not.toContain('박영희');
  });

  it('puts notices into the inbox once, delivered, with a text of their own, and sends nothing', async () => {
    const one = notice({ readAt: '2026-03-11T01:00:00.000Z' });
    await take(one, notice());
    await take(one);
    const found = await database.dataSource.manager.findBy(NoticeEntity, { recipientId: one.recipientId });
    expect(found).toMatchObject([
      { channel: 'INBOX', state: 'DELIVERED', readAt: new Date('2026-03-11T01:00:00.000Z') },
    ]);
    expect(writeNotice({ ...(found[0] as NoticeEntity), told: {} }, 'ko').body).toContain(
      '접수번호: 2026-500001-3\n담당 부서: 도로과\n',
    );
    const [{ pending }] = await database.dataSource.query(
      'SELECT count(*)::int AS pending FROM notice WHERE next_attempt_at IS NOT NULL',
    );
    expect(pending).toBe(0);
  });

  it('stores nothing of a batch with a fault', async () => {
    const good = notice();
    await expect(take(good, profile({ email: 'nowhere' }))).rejects.toThrow();
    expect(await database.dataSource.manager.countBy(NoticeEntity, { id: good.id })).toBe(0);
  });
});
