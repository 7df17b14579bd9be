import { gzipSync } from 'node:zlib';
import { writeConfirmation } from '../src/domain/payouts/bank-file';
import { type Compensation, MISSED, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, balances } from './fixtures/ledger';
import { bankFile, batches, confirmWith, giveAccount, payoutJob, run } from './fixtures/payouts';
import { LedgerStore } from '../src/store/ledger/ledger.store';
import { move } from '../src/domain/ledger/entry';
import { Cursors } from '@charter/service';
import { admin, citizen, manager } from '@charter/service/testing';

const CLAIMS = 10_000;
/** Every hundredth fails. */
const FAILS = (seq: number) => seq % 100 === 0;

describe('ten thousand claims in one batch', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
    service.clock.set(MISSED);
    await saveRule(service);
    await setBudget(service, CLAIMS * 10_000 + 5_000);
    await giveAccount(service);
    await service.dataSource.query(
      `INSERT INTO compensation_claim (id, complaint_id, receipt_number, citizen_id, department_code, breach, rule_code, rule_version, form,
         amount, status, missed_at, late_working_days, opened_at, decided_by, decided_at, budget_year)
       SELECT gen_random_uuid(), gen_random_uuid(), 'R-' || n, $1, 'ROADS', 'LATE_STATUTORY', 'LATE', 1, 'CASH', 10000, 'APPROVED', $3, 1, $3, $2, $3, 2026
       FROM generate_series(1, ${CLAIMS}) n`,
      [citizen.id, manager.id, MISSED],
    );
    const ids = (await service.dataSource.query('SELECT id FROM compensation_claim')) as { id: string }[];
    const context = { departmentCode: 'ROADS', year: 2026, postedAt: new Date(MISSED), postedBy: manager.id };
    const ledger = new LedgerStore(service.dataSource, new Cursors('x'.repeat(32)));
    for (let at = 0; at < CLAIMS; at += 1_000)
      await service.dataSource.transaction((tx) =>
        ledger.append(
          tx,
          ids.slice(at, at + 1_000).map(({ id }) => move('RESERVE', 10_000, { ...context, claimId: id })),
        ),
      );
  }, 60_000);
  afterAll(() => service.close());

  /** The worker is killed after so many chunks, in the middle of one: its work is done, its commit never comes. */
  async function killedAfter(chunks: number): Promise<void> {
    const { dataSource } = service;
    const transaction = dataSource.transaction as unknown as (
      work: (tx: never) => Promise<unknown>,
    ) => Promise<unknown>;
    let left = chunks;
    Object.assign(dataSource, {
      transaction: (work: (tx: never) => Promise<unknown>) =>
        transaction.call(dataSource, (async (tx: never) => {
          const done = await work(tx);
          if ((left -= 1) < 0) throw new Error('killed');
          return done;
        }) as never),
    });
    await expect(payoutJob(service).runOnce()).rejects.toThrow('killed');
    Object.assign(dataSource, { transaction });
  }

  it('are sent, answered and booked, with progress; killed on the way, totals still match to the won', async () => {
    await run(service, admin, 'preparePayout', {}, 'batch { id }');
    await killedAfter(5);
    const [half] = await batches(service);
    expect(half).toMatchObject({ status: 'PREPARING', rows: 2_000, total: 20_000_000 }); // four chunks: the first look was at the day
    await payoutJob(service).runOnce();
    const [batch] = await batches(service);
    expect(batch).toMatchObject({ status: 'READY', rows: CLAIMS, total: CLAIMS * 10_000 });
    expect(await balances(service)).toMatchObject({ available: 5_000, reserved: 0, inTransit: CLAIMS * 10_000 });

    const { payload } = await bankFile(service, batch!.id);
    const lines = payload!.file!.content.trimEnd().split('\n');
    expect(lines).toHaveLength(CLAIMS + 2);
    expect(lines.at(-1)).toMatch(/^T0010000000000100000000/);

    const rows = Array.from({ length: CLAIMS }, (_, at) => ({
      seq: at + 1,
      code: FAILS(at + 1) ? '0101' : '0000',
      amount: 10_000,
    }));
    const answer = gzipSync(writeConfirmation(batch!, rows)).toString('base64');
    expect(answer.length).toBeLessThan(256 * 1024);
    expect(await confirmWith(service, batch!, answer, true)).toEqual([]);
    await killedAfter(8);
    const [progress] = await batches(service);
    expect(progress!.paidRows + progress!.failedRows).toBe(3_000); // beside two looks that found nothing to begin or fill
    await payoutJob(service).runOnce();
    expect((await batches(service))[0]).toMatchObject({
      status: 'SETTLED',
      paidRows: 9_900,
      paidTotal: 99_000_000,
      failedRows: 100,
    });
    expect(await balances(service)).toEqual({
      ...{
        appropriated: CLAIMS * 10_000 + 5_000,
        available: 5_000,
        reserved: 1_000_000,
        inTransit: 0,
        spent: 99_000_000,
      },
    });
    expect(await audited(service)).toEqual({ entries: 1 + 3 * CLAIMS, firstBroken: null, balanced: true });
    const [{ told }] = await service.dataSource.query(
      `SELECT count(DISTINCT payload->>'claimId')::int AS told FROM outbox_event WHERE type IN ('claim.paid.v1', 'claim.returned.v1')`,
    );
    expect([told, await service.count('payout_item')]).toEqual([CLAIMS, CLAIMS]);
  }, 120_000);
});
