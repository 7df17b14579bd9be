import { randomBytes, randomUUID } from 'node:crypto';
import type { ProposalRecord } from '@charter/contracts';
import { termsOf } from '@charter/korean';
import { open } from '@charter/privacy';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { importHistory } from '../src/import-history';
import { EndorsementEntity, ProposalEntity, ProposerEntity } from '../src/store/proposals/proposal.entity';
import { store } from '../src/store/store';

const PRIVACY_KEYS = { current: 'k1', keys: { k1: randomBytes(32) }, lookup: randomBytes(32) };

const record = (over: Partial<ProposalRecord> = {}): ProposalRecord => ({
  ...{ kind: 'proposal', id: randomUUID(), citizenId: randomUUID(), departmentCode: 'PARKS' },
  proposer: { name: '김서연', phone: '010-2345-6782', email: 'seoyeon.kim@example.org' },
  ...{ title: '공원마다 음수대를', body: '설치해 주십시오.', submittedAt: '2026-03-02T01:00:00.000Z' },
  endorsements: [
    { citizenId: randomUUID(), at: '2026-03-03T01:00:00.000Z' },
    { citizenId: randomUUID(), at: '2026-03-04T01:00:00.000Z' },
  ],
  ...over,
});

describe('import of proposals', () => {
  let database: TestDatabase;
  const take = (...records: object[]): Promise<void> =>
    importHistory({ env: { PRIVACY_KEYS }, dataSource: database.dataSource }, records);

  beforeAll(async () => {
    database = await createTestDatabase(store);
  });
  afterAll(() => database.drop());

  it('keeps proposals with sealed proposers and counted endorsements, once', async () => {
    const one = record();
    await take(one, record({ endorsements: [] }));
    await take(one);
    const { manager } = database.dataSource;
    expect(await manager.findOneByOrFail(ProposalEntity, { id: one.id })).toMatchObject({
      ...{ title: one.title, status: 'SUBMITTED', endorsementCount: 2, submittedAt: new Date(one.submittedAt) },
      terms: expect.arrayContaining(termsOf(one.title)), // similar proposals find it too
    });
    expect(await manager.countBy(EndorsementEntity, { proposalId: one.id })).toBe(2);
    const { name } = await manager.findOneByOrFail(ProposerEntity, { proposalId: one.id });
    expect(open(PRIVACY_KEYS, { table: 'proposer', column: 'name', row: one.id }, name)).toBe('김서연');
    expect(await manager.count(ProposalEntity)).toBe(2);
  });

  it('stores nothing of a batch with a fault', async () => {
    const good = record();
    await expect(take(good, { ...record(), departmentCode: 7 })).rejects.toThrow(/departmentCode/);
    expect(await database.dataSource.manager.countBy(ProposalEntity, { id: good.id })).toBe(0);
  });
});
