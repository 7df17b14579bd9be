import { randomUUID } from 'node:crypto';
import { RetentionLoop } from '@charter/service';
import { citizen, everythingIn, heldOn } from '@charter/service/testing';
import { claimThatIs } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, balances } from './fixtures/ledger';
import { giveAccount, prepared } from './fixtures/payouts';

const MONTH_MS = 31 * 24 * 3_600_000;

describe('people in claims', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service, { yearlyCeiling: null });
    await setBudget(service, 100_000);
  });

  const ask = async () => {
    const requestId = randomUUID();
    const requestedAt = service.clock.now().toISOString();
    await service.hear('compensation-erasure', 'erasure.requested.v1', {
      requestId,
      citizenId: citizen.id,
      requestedAt,
    });
    return (await service.told('erasure.done.v1')).find((one) => one.requestId === requestId)!;
  };
  const expire = () => (service.parts.loops.find((one) => one instanceof RetentionLoop) as RetentionLoop).runOnce();

  it('are kept while something is to be paid, and for five years after; the ledger stays sound and equal', async () => {
    const id = await claimThatIs(service, 'APPROVED');
    await giveAccount(service);
    await prepared(service);
    expect((await ask()).kept).toMatchObject([
      { kind: 'compensation-claim', article: '지방재정법 제82조', until: null },
      { kind: 'payout-account', until: null },
    ]);
    await service.dataSource.query(
      `UPDATE compensation_claim SET status = 'PAID', paid_at = $2, statement = '홍길동의 진술' WHERE id = $1`,
      [id, service.clock.now()],
    );
    service.clock.advance(1_000);
    const { erased, kept } = await ask();
    expect(erased).toEqual([{ kind: 'payout-account', count: 1 }]);
    expect(kept).toMatchObject([{ kind: 'compensation-claim', count: 1, until: expect.stringMatching(/^20/) }]);
    const [{ account }] = await service.dataSource.query('SELECT account FROM payout_item');
    const before = [await balances(service), await audited(service)];
    service.clock.advance(60 * MONTH_MS);
    expect(await expire()).toBe(1);
    const left = await everythingIn(service.dataSource);
    for (const gone of [account, '홍길동의 진술']) expect(left).not.toContain(gone);
    expect(await heldOn(service, citizen.id)).toEqual([]);
    expect([await balances(service), await audited(service)]).toEqual(before);
  });

  it('of a claim that was refused go as well, with what they objected', async () => {
    const id = await claimThatIs(service, 'REFUSED');
    await service.dataSource.query(`UPDATE compensation_claim SET objection = '제 탓이 아니었습니다.' WHERE id = $1`, [
      id,
    ]);
    service.clock.advance(61 * MONTH_MS);
    expect((await ask()).erased).toEqual([{ kind: 'compensation-claim', count: 1 }]);
    expect(await everythingIn(service.dataSource)).not.toContain('제 탓이 아니었습니다');
  });
});
