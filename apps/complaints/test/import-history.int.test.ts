import { randomBytes, randomUUID } from 'node:crypto';
import type { ComplaintRecord } from '@charter/contracts';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { importHistory } from '../src/import-history';
import { KnownDepartmentEntity, ServiceCodeEntity, ServiceItemEntity } from '../src/store/catalogue.entity';
import { ComplaintEntity, PetitionerEntity } from '../src/store/complaint.entity';
import { Petitioners } from '../src/store/petitioners';
import { store } from '../src/store/store';

const PRIVACY_KEYS = { current: 'k1', keys: { k1: randomBytes(32) }, lookup: randomBytes(32) };

const record = (over: Partial<ComplaintRecord>): ComplaintRecord => ({
  ...{ kind: 'complaint', id: randomUUID(), receiptNumber: `2026-${Math.random()}`, citizenId: randomUUID() },
  petitioner: { name: '홍길동', phone: '010-2345-6781', email: 'Gildong@example.org' },
  ...{ channel: 'VISIT', visibility: 'PRIVATE', serviceCode: 'ROAD_REPAIR', departmentCode: 'ROADS' },
  ...{ officerId: randomUUID(), title: '도로에 구멍이 생겼습니다', body: '빠른 조치를 부탁드립니다.' },
  ...{ receivedAt: '2026-03-02T01:00:00.000Z', assignedAt: '2026-03-02T01:30:00.000Z', provisional: false },
  ...{ dueAt: '2026-03-10T15:00:00.000Z', charterDueAt: '2026-03-06T09:00:00.000Z', answer: null, withdrawnAt: null },
  ...over,
});

describe('import of complaints', () => {
  let database: TestDatabase;
  const take = (...records: object[]): Promise<void> =>
    importHistory({ env: { PRIVACY_KEYS }, dataSource: database.dataSource }, records);

  beforeAll(async () => {
    database = await createTestDatabase(store);
    const { manager } = database.dataSource;
    await manager.insert(KnownDepartmentEntity, {
      code: 'ROADS',
      nameKo: '도로안전과',
      nameEn: 'Roads',
      asOf: new Date(),
    });
    await manager.insert(ServiceCodeEntity, { code: 'ROAD_REPAIR' });
    await manager.insert(ServiceItemEntity, {
      ...{
        code: 'ROAD_REPAIR',
        kind: 'GRIEVANCE',
        departmentCode: 'ROADS',
        nameKo: '도로 보수',
        nameEn: 'Road repair',
      },
      ...{ guidanceKo: '안내', guidanceEn: 'Guide', documents: [], fee: 0, validFrom: '2020-01-01' },
      ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
    });
  });
  afterAll(() => database.drop());

  const deadlinesOf = (
    id: string,
  ): Promise<{ kind: string; state: string; late: boolean; next_stage: string | null }[]> =>
    database.dataSource.query(
      `SELECT kind, state, missed_at IS NOT NULL AS late, next_stage FROM deadline WHERE subject_id = $1 ORDER BY kind`,
      [id],
    );

  it('tells answered, withdrawn and open ones with their deadlines, late ones late', async () => {
    const answered = record({ answer: { at: '2026-03-09T02:00:00.000Z', text: '조치하였습니다.' } });
    const withdrawn = record({ withdrawnAt: '2026-03-03T02:00:00.000Z' });
    const openLate = record({});
    const openYet = record({
      dueAt: '2049-03-10T15:00:00.000Z',
      charterDueAt: '2049-03-05T09:00:00.000Z',
      assignedAt: null,
    });
    await take(answered, withdrawn, openLate, openYet);
    expect(await deadlinesOf(answered.id)).toEqual([
      { kind: 'CHARTER', state: 'MET', late: true, next_stage: null },
      { kind: 'STATUTORY', state: 'MET', late: false, next_stage: null },
    ]);
    expect(await deadlinesOf(withdrawn.id)).toEqual(
      ['CHARTER', 'STATUTORY'].map((kind) => ({ kind, state: 'CANCELLED', late: false, next_stage: null })),
    );
    const interim = { kind: 'INTERIM_REPORT', state: 'MISSED', late: true, next_stage: null };
    expect(await deadlinesOf(openLate.id)).toEqual([
      ...[{ kind: 'CHARTER', state: 'MISSED', late: true, next_stage: 'ESCALATED' }, interim],
      { kind: 'STATUTORY', state: 'MISSED', late: true, next_stage: 'ESCALATED' },
    ]);
    const running = { state: 'RUNNING', late: false, next_stage: 'THREE_DAYS_BEFORE' };
    expect(await deadlinesOf(openYet.id)).toEqual([
      ...[{ kind: 'CHARTER', ...running }, interim, { kind: 'STATUTORY', ...running }],
    ]);
    const statuses = await database.dataSource.query(
      `SELECT c.status, count(h.id)::int AS steps FROM complaint c JOIN complaint_history h ON h.complaint_id = c.id
       WHERE c.id = ANY($1) GROUP BY c.id ORDER BY c.status`,
      [[answered.id, withdrawn.id, openLate.id, openYet.id]],
    );
    expect(statuses).toEqual([
      { status: 'ANSWERED', steps: 3 },
      { status: 'ASSIGNED', steps: 2 },
      { status: 'RECEIVED', steps: 1 },
      { status: 'WITHDRAWN', steps: 3 },
    ]);
  });

  it('tells when an online filing was accepted, and that one which nobody took on is late', async () => {
    const accepted = record({ channel: 'ONLINE' });
    const waiting = record({ channel: 'ONLINE', assignedAt: null });
    await take(accepted, waiting);
    const acceptance = async ({ id }: ComplaintRecord) =>
      (await deadlinesOf(id)).find(({ kind }) => kind === 'ACCEPTANCE');
    expect(await acceptance(accepted)).toMatchObject({ state: 'MET', late: false });
    expect(await acceptance(waiting)).toMatchObject({ state: 'MISSED', late: true, next_stage: null });
  });

  it('seals the petitioner, in the form that filings have', async () => {
    const one = record({});
    await take(one);
    const row = await database.dataSource.manager.findOneByOrFail(PetitionerEntity, { complaintId: one.id });
    expect(JSON.stringify(row)).not.toContain('홍길동');
    expect(new Petitioners(PRIVACY_KEYS).open(row)).toEqual({
      ...{ name: '홍길동', phone: '01023456781', email: 'gildong@example.org', language: 'ko' },
    });
  });

  it('leaves what is there as it is, writes no event, and stores nothing of a batch with a fault', async () => {
    const one = record({});
    await take(one);
    await take({ ...one, title: 'another' }, record({}));
    expect((await database.dataSource.manager.findOneByOrFail(ComplaintEntity, { id: one.id })).title).toBe(one.title);
    expect(await deadlinesOf(one.id)).toHaveLength(3);
    const [{ events }] = await database.dataSource.query('SELECT count(*)::int AS events FROM outbox_event');
    expect(events).toBe(0);
    const good = record({});
    await expect(take(good, record({ serviceCode: 'NONE' }))).rejects.toThrow('The catalogue has no service NONE.');
    await expect(take(good, { ...record({}), receivedAt: 'yesterday' })).rejects.toThrow(/receivedAt/);
    expect(await database.dataSource.manager.countBy(ComplaintEntity, { id: good.id })).toBe(0);
  });
});
