import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { auditor, citizen, everythingIn, heldOn, manager, officer, otherCitizen } from '@charter/service/testing';
import { definition } from '../src/definition';
import { RetentionLoop, createDataSource, createLogger } from '@charter/service';
import { Eraser } from '@charter/personal-data';
import { RECORD_KINDS } from '../src/store/rights/record-kinds';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const STATISTICS = `{ _entities(representations: [{ __typename: "Department", code: "ROADS" }]) { ... on Department {
  complaintPerformance(period: { from: "2000-01-01", to: "2099-12-31" }) { received answered closed open inTime onTimeRate medianHours } } } }`;
const YEARS_5 = 1_827 * 24 * 3_600_000;

describe('people in records', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(new Date());
    await emptyTables(
      office.dataSource,
      'complaint',
      'petitioner',
      'complaint_history',
      'complaint_tally',
      'complaint_day',
      'complaint_speed',
      'deadline',
      'deadline_history',
      'outbox_event',
      'attachment',
    );
  });

  const loop = (): RetentionLoop => office.parts.loops.find((one) => one instanceof RetentionLoop) as RetentionLoop;
  const statistics = async () => (await office.ask<object>(auditor, STATISTICS)).data;
  const closed = async (who: typeof citizen | typeof otherCitizen = citizen): Promise<Complaint> => {
    const complaint = await file(office, { location: { address: '중앙대로 1' } }, who);
    await step(office, manager, 'assignComplaint', complaint, { officerId: officer.id });
    await answer(office, complaint);
    await step(office, who as typeof citizen, 'giveOpinion', complaint, {
      satisfied: true,
      text: '홍길동입니다. 고맙습니다.',
    });
    return complaint;
  };
  const ask = async (id = randomUUID()) => {
    await office.hear('erasure.requested.v1', {
      ...{ requestId: id, citizenId: citizen.id, requestedAt: office.clock.now().toISOString() },
    });
    return (await office.told('erasure.done.v1')).at(-1)!;
  };

  it('are kept while a complaint is open, and until its period ends, when a citizen asks; and it is said by which article', async () => {
    const one = await closed();
    await file(office);
    const { erased, kept, service } = await ask();
    expect([service, erased]).toEqual(['complaints', []]);
    const [open, done] = kept;
    expect(open).toEqual({
      kind: 'complaint',
      count: 1,
      article: '공공기록물 관리에 관한 법률 시행령 제26조',
      until: null,
    });
    expect(done).toMatchObject({ kind: 'complaint', count: 1 });
    const [{ closed_at }] = await office.dataSource.query('SELECT closed_at FROM complaint WHERE id = $1', [one.id]);
    expect(new Date(done!.until!).getUTCFullYear()).toBe(closed_at.getUTCFullYear() + 5);
    expect((await heldOn(office, citizen.id))[0]!.records).toHaveLength(2);
  });

  it('are erased when the period has ended, nothing of them is left, and the statistics are the same', async () => {
    const one = await closed();
    await closed(otherCitizen);
    await office.dataSource.query(
      `INSERT INTO attachment (id, subject_id, uploaded_by, name, bytes, sha256, media_type, scan_state, requested_at, upload_until, checked_at, attached_at)
       VALUES ($1, $2, $3, '홍길동.pdf', 1, repeat('a', 64), 'application/pdf', 'CLEAN', now(), now(), now(), now())`,
      [randomUUID(), one.id, citizen.id],
    );
    const before = await statistics();
    office.clock.advance(YEARS_5 - 3 * 24 * 3_600_000);
    expect(await loop().runOnce()).toBe(0);
    office.clock.advance(3 * 24 * 3_600_000);
    const mine = await office.dataSource.query(
      'SELECT name, phone, email, name_hash, phone_hash FROM petitioner WHERE complaint_id = $1',
      [one.id],
    );
    expect(await loop().runOnce()).toBe(2);
    expect(await loop().runOnce()).toBe(0);

    const left = await everythingIn(office.dataSource);
    for (const value of Object.values(mine[0] as Record<string, string>)) expect(left).not.toContain(value);
    for (const gone of ['도로에 구멍', '빠른 보수', '보수를 마쳤습니다', '고맙습니다', '홍길동.pdf'])
      expect(left).not.toContain(gone);
    expect(await heldOn(office, citizen.id)).toEqual([]);
    expect(await statistics()).toEqual(before);
    // What is left can be read by those who handle it.
    const { data, errors } = await office.ask<{ complaint: object }>(
      officer,
      `{ complaint(id: "${one.id}") { receiptNumber status title } }`,
    );
    expect(errors).toBeUndefined();
    expect(data!.complaint).toEqual({ receiptNumber: one.receiptNumber, status: 'ANSWERED', title: '(삭제됨)' });
    expect(
      await office.dataSource.query('SELECT kind, count, request_id FROM erasure_entry ORDER BY id DESC LIMIT 1'),
    ).toEqual([{ kind: 'complaint', count: 2, request_id: null }]);
  });

  it('are erased at once on request when the period had ended, and once for an event that comes twice', async () => {
    await closed();
    office.clock.advance(YEARS_5);
    const id = randomUUID();
    expect((await ask(id)).erased).toEqual([{ kind: 'complaint', count: 1 }]);
    expect((await ask(id)).erased).toEqual([]);
  });

  it('are erased batch by batch by another worker when one dies half-way', async () => {
    for (let index = 0; index < 3; index++) await closed();
    office.clock.advance(YEARS_5);
    const { url } = office.dataSource.options as { url: string };
    const connection = await createDataSource(url, definition.store, 'dying').initialize();
    const dying = new RetentionLoop({
      ...{ dataSource: connection, clock: office.clock, log: createLogger('complaints', 'test', 'silent') },
      eraser: new Eraser(
        RECORD_KINDS.map((kind) => ({
          ...kind,
          erase: [...(kind.erase ?? []), `SELECT pg_terminate_backend(pg_backend_pid()) WHERE $1::text[] IS NOT NULL`],
        })),
      ),
    });
    await expect(dying.runOnce()).rejects.toThrow();
    await connection.destroy();
    expect(
      await office.dataSource.query('SELECT count(*)::int AS n FROM complaint WHERE erased_at IS NOT NULL'),
    ).toEqual([{ n: 0 }]);
    expect((await heldOn(office, citizen.id))[0]!.records).toHaveLength(3);
    expect(await loop().runOnce()).toBe(3);
  });

  it('cannot be asked back: rules and entries of erasure are only added to', async () => {
    await expect(office.dataSource.query('UPDATE retention_rule SET months = 1')).rejects.toThrow('append-only');
    await closed();
    office.clock.advance(YEARS_5);
    await loop().runOnce();
    await expect(office.dataSource.query('DELETE FROM erasure_entry')).rejects.toThrow('append-only');
  });
});
