import { seal, verifyRecord } from '@charter/record';
import { manager, officer, recordGaps } from '@charter/service/testing';
import { store } from '../src/store/store';
import { openCatalogue } from './fixtures/catalogue';
import { file, send, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const REASON = '홍길동 010-1234-5678: 서류가 갖추어지지 않았습니다.';

describe('the record of complaints', () => {
  let office: Office;
  const verdict = () => verifyRecord(office.dataSource, store.recorded!);
  const behindTheBack = (statement: string) =>
    office.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(statement);
    });

  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  it('has every history table, as the store says', async () => {
    expect(await recordGaps(office.dataSource, store)).toEqual([]);
  });

  it('holds what was done to a complaint, lets go of what is personal, and names a line that was changed', async () => {
    const filed = await file(office);
    await send(office, manager, 'assignComplaint', { complaintId: filed.id, officerId: officer.id });
    await step(office, officer, 'rejectComplaint', filed, { reason: REASON });
    await seal(office.dataSource);
    const whole = await verdict();
    expect(whole).toMatchObject({ waiting: 0, broken: 0, links: whole.holding });
    const linked = (await office.dataSource.query(
      `SELECT DISTINCT "table_name" AS "table" FROM "record_link" ORDER BY 1`,
    )) as { table: string }[];
    expect(linked.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['complaint_history', 'deadline_history', 'service_item_history']),
    );

    const [line] = (await office.dataSource.query(
      'SELECT "id"::text, "reason" FROM "complaint_history" WHERE "complaint_id" = $1 ORDER BY "complaint_history"."id" DESC LIMIT 1',
      [filed.id],
    )) as [{ id: string; reason: string }];
    expect(line.reason).toBe(REASON);
    await office.dataSource.query(
      `SELECT "record_erase"('complaint_history', $1, ARRAY['reason'], '개인정보 보호법 제21조')`,
      [line.id],
    );
    await seal(office.dataSource);
    expect(await verdict()).toMatchObject({ links: whole.links + 1, holding: whole.links + 1, erasures: 1, broken: 0 });

    await behindTheBack(`UPDATE "complaint_history" SET "changed_by" = gen_random_uuid() WHERE "id" = ${line.id}`);
    expect(await verdict()).toMatchObject({
      broken: 2, // the line as it was written, and its erasure
      first: { fault: 'CHANGED', table: 'complaint_history', row: line.id },
    });
  });
});
