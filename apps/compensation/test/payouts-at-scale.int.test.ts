import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Cursors } from '@charter/service';
import { admin, citizen, manager } from '@charter/service/testing';
import { eventually } from '@charter/testkit';
import { move } from '../src/domain/ledger/entry';
import { writeConfirmation } from '../src/domain/payouts/bank-file';
import { LedgerStore } from '../src/store/ledger/ledger.store';
import { type Compensation, MISSED, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { endOf, startWorker } from './fixtures/killable-worker';
import { audited, balances } from './fixtures/ledger';
import { bankFile, batches, confirmWith, giveAccount, run } from './fixtures/payouts';

/** From 5,000 on: before that nobody could be killed on the way. */
const CLAIMS = Number(process.env.PAYOUT_CLAIMS ?? 10_000);
/** Every hundredth fails. */
const FAILS = (seq: number) => seq % 100 === 0;
const FAILED = Math.floor(CLAIMS / 100);
const key = () => randomBytes(32).toString('base64');

describe('ten thousand claims in one batch', () => {
  const privacyKeys = JSON.stringify({ current: 'k1', keys: { k1: key() }, lookup: key() });
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation({ PRIVACY_KEYS: privacyKeys });
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
  }, 120_000);
  afterAll(() => service.close());

  /** A worker in a process of its own: one look, from which it does not come back when it dies in a transaction. */
  const worker = (diesIn: number | null) => {
    const databaseUrl = (service.dataSource.options as unknown as { url: string }).url;
    return startWorker({ databaseUrl, privacyKeys, now: MISSED, diesIn });
  };
  const took = new Map<string, number>();
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const done = await work();
    took.set(what, (took.get(what) ?? 0) + performance.now() - from);
    return done;
  }
  const newest = async () => (await batches(service))[0]!;
  const sound = async () => expect(await audited(service)).toMatchObject({ firstBroken: null, balanced: true });

  it('are sent, answered and booked, with progress; the worker killed twice (SIGKILL), the totals still match to the won', async () => {
    await run(service, admin, 'preparePayout', {}, 'batch { id }');
    // Its sixth transaction is the fifth chunk: done, and never committed. The first looked whether a pay day has come.
    expect(await timed('filled', () => endOf(worker(6)))).toBe('SIGKILL');
    expect(await newest()).toMatchObject({ status: 'PREPARING', rows: 2_000, total: 20_000_000 });
    expect(await balances(service)).toMatchObject({ reserved: CLAIMS * 10_000 - 20_000_000, inTransit: 20_000_000 });
    await sound();
    expect(await timed('filled', () => endOf(worker(null)))).toBe(0);
    const batch = await newest();
    expect(batch).toMatchObject({ status: 'READY', rows: CLAIMS, total: CLAIMS * 10_000 });
    expect(await balances(service)).toMatchObject({ available: 5_000, reserved: 0, inTransit: CLAIMS * 10_000 });

    const { payload } = await timed('file', () => bankFile(service, batch.id));
    const lines = payload!.file!.content.trimEnd().split('\n');
    expect(lines).toHaveLength(CLAIMS + 2);
    const count = String(CLAIMS).padStart(7, '0');
    expect(lines.at(-1)).toMatch(new RegExp(`^T${count}${String(CLAIMS * 10_000).padStart(15, '0')}`));

    const rows = Array.from({ length: CLAIMS }, (_, at) => ({
      seq: at + 1,
      code: FAILS(at + 1) ? '0101' : '0000',
      amount: 10_000,
    }));
    const answer = gzipSync(writeConfirmation(batch, rows)).toString('base64');
    expect(answer.length).toBeLessThan(256 * 1024);
    expect(await timed('answer taken', () => confirmWith(service, batch, answer, true))).toEqual([]);
    // Killed from outside, wherever it is: its progress is seen while it works.
    const second = worker(null);
    const answered = ({ paidRows, failedRows }: Awaited<ReturnType<typeof newest>>) => paidRows + failedRows;
    await timed('booked', async () => {
      await eventually(newest, (each) => answered(each) >= 3_000, 60_000);
      second.kill('SIGKILL');
      expect(await endOf(second)).toBe('SIGKILL');
    });
    const progress = await newest();
    expect(answered(progress) % 500).toBe(0);
    expect(answered(progress)).toBeLessThan(CLAIMS);
    expect(await balances(service)).toMatchObject({
      ...{ inTransit: (CLAIMS - answered(progress)) * 10_000, spent: progress.paidRows * 10_000 },
      reserved: progress.failedRows * 10_000,
    });
    await sound();
    expect(await timed('booked', () => endOf(worker(null)))).toBe(0);
    expect(await newest()).toMatchObject({
      ...{ status: 'SETTLED', paidRows: CLAIMS - FAILED, paidTotal: (CLAIMS - FAILED) * 10_000, failedRows: FAILED },
    });
    expect(await balances(service)).toEqual({
      ...{ appropriated: CLAIMS * 10_000 + 5_000, available: 5_000, reserved: FAILED * 10_000, inTransit: 0 },
      spent: (CLAIMS - FAILED) * 10_000,
    });
    expect(await timed('audited', () => audited(service))).toEqual({
      entries: 1 + 3 * CLAIMS,
      firstBroken: null,
      balanced: true,
    });
    const [{ told, claims }] = await service.dataSource.query(
      `SELECT count(*)::int AS told, count(DISTINCT payload->>'claimId')::int AS claims FROM outbox_event
       WHERE type IN ('claim.paid.v1', 'claim.returned.v1')`,
    );
    expect([told, claims, await service.count('payout_item')]).toEqual([CLAIMS, CLAIMS, CLAIMS]);
    const each = [...took].map(([what, ms]) => `${what} ${(ms / 1_000).toFixed(1)} s`);
    console.info(`${CLAIMS.toLocaleString('en')} claims, workers killed twice: ${each.join(', ')}`);
  }, 240_000);
});
