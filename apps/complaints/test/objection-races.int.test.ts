import { randomUUID } from 'node:crypto';
import { citizen, colleague, manager } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { GROUNDS, appeal, openPermits, outcomeOf, rejected, sendObjection } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '현장을 다시 확인하였습니다.';

describe('an objection, at once and twice', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    await openPermits(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE outbox_event, declared_holiday CASCADE');
  });

  const decide = (
    id: string,
    upheld: boolean,
    changes: object = {},
    who: typeof manager | typeof colleague = manager,
  ) => sendObjection(office, who, 'decideAppeal', { objectionId: id, upheld, reason, ...changes });

  it('is filed once for a key, and once for a basis', async () => {
    const refused = await rejected(office);
    const input = { complaintId: refused.id, reason: GROUNDS, idempotencyKey: randomUUID() };
    const both = await Promise.all([1, 2].map(() => sendObjection(office, citizen, 'appealComplaint', input)));
    expect(both[0]!.data!.result.objection!.id).toBe(both[1]!.data!.result.objection!.id);
    expect(outcomeOf(await sendObjection(office, citizen, 'appealComplaint', { ...input, reason }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    const again = { complaintId: refused.id, reason: GROUNDS };
    expect(outcomeOf(await sendObjection(office, citizen, 'appealComplaint', again))).toBe('ALREADY_DONE');
    expect(await office.told('objection.filed.v1')).toHaveLength(1);
  });

  it('is filed once when ten come at once without a key', async () => {
    const { id } = await rejected(office);
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => sendObjection(office, citizen, 'appealComplaint', { complaintId: id, reason })),
    );
    expect(sent.map(outcomeOf).sort()).toEqual([...Array(9).fill('ALREADY_DONE'), 'FILED']);
  });

  it('cannot stand twice in the register, whoever writes', async () => {
    const { id } = await appeal(office, await rejected(office));
    const columns = `complaint_id, citizen_id, department_code, basis, status, reason, filed_at, rejected_at, longest_extension`;
    await expect(
      office.dataSource.query(
        `INSERT INTO objection (id, ${columns}) SELECT gen_random_uuid(), ${columns} FROM objection WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('objection_one_pending');
  });

  it('is decided once when two decide at once', async () => {
    const refused = await rejected(office);
    const { id, version } = await appeal(office, refused);
    const whoever = await Promise.all([decide(id, true), decide(id, false, {}, colleague)]);
    expect(whoever.map(outcomeOf)).toContain('ALREADY_DONE');
    expect(await office.told('objection.decided.v1')).toHaveLength(1);
    expect(outcomeOf(await decide(id, true, { version }))).toBe('STALE_VERSION');
  });

  it('is decided or withdrawn when both come at once', async () => {
    const { id } = await appeal(office, await rejected(office));
    await Promise.all([decide(id, true), sendObjection(office, citizen, 'withdrawObjection', { objectionId: id })]);
    const told = [...(await office.told('objection.decided.v1')), ...(await office.told('objection.withdrawn.v1'))];
    expect(told).toHaveLength(1);
  });

  it.each(['assignObjection', 'decideAppeal', 'extendObjection', 'withdrawObjection'] as const)(
    '%s on an old version is refused',
    async (name) => {
      const { id, version } = await appeal(office, await rejected(office));
      const input = {
        ...{ objectionId: id, version: version + 1 },
        ...(name === 'assignObjection' && { officerId: colleague.id }),
        ...(name === 'decideAppeal' && { upheld: true, reason }),
        ...(name === 'extendObjection' && { length: 1, reason }),
      };
      const who = name === 'withdrawObjection' ? citizen : manager;
      expect(outcomeOf(await sendObjection(office, who, name, input))).toBe('STALE_VERSION');
      expect(outcomeOf(await sendObjection(office, who, name, { ...input, version }))).toMatch(/^[A-Z]+$/);
    },
  );

  it('is refused on an old version of the complaint', async () => {
    const refused = await rejected(office);
    const input = { complaintId: refused.id, reason, version: refused.version - 1 };
    expect(outcomeOf(await sendObjection(office, citizen, 'appealComplaint', input))).toBe('STALE_VERSION');
  });

  it('is decided while a holiday moves the dates of all: neither fails, and each is decided once', async () => {
    const filed = [];
    for (let made = 0; made < 8; made += 1) filed.push(await appeal(office, await rejected(office)));
    const [, ...decided] = await Promise.all([
      office.hear('holiday.declared.v1', { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' }),
      ...filed.map(({ id }) => decide(id, true)),
    ]);
    expect(decided.map(outcomeOf)).toEqual(filed.map(() => 'UPHELD'));
    expect(await office.told('complaint.reopened.v1')).toHaveLength(8);
  });

  it('is decided once when twenty decide at once, and its history is one step after the other', async () => {
    const { id } = await appeal(office, await rejected(office));
    const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => decide(id, index % 2 === 0)));
    expect(sent.map(outcomeOf).filter((outcome) => outcome === 'ALREADY_DONE')).toHaveLength(19);
    const steps = (await office.dataSource.query(
      'SELECT from_status, to_status FROM objection_history WHERE objection_id = $1 ORDER BY id',
      [id],
    )) as { from_status: string | null; to_status: string }[];
    expect(steps.map((step) => step.from_status)).toEqual([null, 'FILED']);
  });
});
