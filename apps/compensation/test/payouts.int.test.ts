import { gzipSync } from 'node:zlib';
import { admin, auditor, citizen, heldOn, manager, officer, otherCitizen } from '@charter/service/testing';
import { writeConfirmation } from '../src/domain/payouts/bank-file';
import { approve, opened, review } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, balances, entries, reverse } from './fixtures/ledger';
import {
  bankFile,
  batches,
  confirm,
  confirmWith,
  giveAccount,
  outcomes,
  payoutJob,
  prepared,
  run,
} from './fixtures/payouts';

describe('paying', () => {
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

  const status = async (id: string): Promise<string> =>
    (await service.dataSource.query('SELECT status FROM compensation_claim WHERE id = $1', [id]))[0].status;
  const approved = async (citizenId: string = citizen.id) => {
    service.clock.advance(60_000); // the longest waiting is paid first
    const id = await opened(service, { citizenId });
    await review(service, id);
    await approve(service, id);
    return id;
  };
  const sound = async () => expect(await audited(service)).toMatchObject({ firstBroken: null, balanced: true });

  it('is told to whom it is paid, with their own account in full', async () => {
    const id = await approved();
    await giveAccount(service);
    await giveAccount(service, otherCitizen, { number: '99988877766' });
    await prepared(service);
    const held = await heldOn(service, citizen.id);
    expect(held.map(({ kind }) => kind)).toEqual(['compensation-claim', 'claim-step', 'payout-account', 'payout']);
    expect(held[2]!.records).toMatchObject([{ number: expect.stringMatching(/^\d+$/) }]);
    expect(held[3]!.records).toMatchObject([{ account: held[2]!.records[0]!.number, amount: '10000' }]);
    expect(JSON.stringify(held)).not.toContain('99988877766');
    expect(await status(id)).toBe('PAYING');
  });

  it('goes from the month’s batch through the bank to the citizen; a failure comes back, and is paid with the next', async () => {
    const [one, two] = [await approved(), await approved(otherCitizen.id)];
    await giveAccount(service);
    await giveAccount(service, otherCitizen, { number: '99988877766' });
    await payoutJob(service).runOnce();
    expect(await batches(service)).toEqual([]);
    service.clock.set('2026-11-30T00:30:00+09:00'); // the last working day of November
    await payoutJob(service).runOnce();
    await payoutJob(service).runOnce();
    const [batch, ...more] = await batches(service);
    expect(more).toEqual([]);
    expect(batch).toMatchObject({ number: '202611-001', payOn: '2026-11-30', status: 'READY', rows: 2, total: 20_000 });
    expect(await balances(service)).toMatchObject({ available: 80_000, reserved: 0, inTransit: 20_000 });
    const { payload } = await bankFile(service, batch!.id);
    expect(payload!.file!.content.split('\n')[1]).toBe('D000000103211122233344     0000000010000');
    expect(
      await confirm(service, batch!, [
        { seq: 1, code: '0000', amount: 10_000 },
        { seq: 2, code: '0101', amount: 10_000 },
      ]),
    ).toEqual([]);
    await payoutJob(service).runOnce();
    expect([await status(one), await status(two)]).toEqual(['PAID', 'RETURNED']);
    expect(await outcomes(service, batch!.id)).toEqual(['PAID', 'FAILED']);
    expect((await batches(service))[0]).toMatchObject({
      status: 'SETTLED',
      paidRows: 1,
      paidTotal: 10_000,
      failedRows: 1,
    });
    expect(await balances(service)).toMatchObject({ available: 80_000, reserved: 10_000, inTransit: 0, spent: 10_000 });
    expect(await service.told('claim.paid.v1')).toMatchObject([{ claimId: one }]);
    expect(await service.told('claim.returned.v1')).toMatchObject([{ claimId: two, citizenId: otherCitizen.id }]);

    await giveAccount(service, otherCitizen, { number: '55566677788' });
    expect(await status(two)).toBe('APPROVED');
    const again = await prepared(service);
    expect(again).toMatchObject({ number: '202611-002', rows: 1 });
    await confirm(service, again, [{ seq: 1, code: '0000', amount: 10_000 }]);
    await payoutJob(service).runOnce();
    expect(await status(two)).toBe('PAID');
    expect(await balances(service)).toMatchObject({ available: 80_000, reserved: 0, inTransit: 0, spent: 20_000 });
    expect((await entries(service)).map(({ kind }) => kind).reverse()).toEqual([
      'RAISE',
      'RESERVE',
      'RESERVE',
      'SEND',
      'SEND',
      'PAY',
      'FAIL',
      'SEND',
      'PAY',
    ]);
    await sound();
    const paid = await service.ask<{ _entities: { compensationPaid: object }[] }>(
      citizen,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Department { compensationPaid(period: { from: "2026-11-30", to: "2026-11-30" }) { count amount } } } }`,
      {
        of: [
          { __typename: 'Department', code: 'ROADS' },
          { __typename: 'Department', code: 'WATER' },
        ],
      },
    );
    expect(paid.data!._entities).toEqual([
      { compensationPaid: { count: 2, amount: 20_000 } },
      { compensationPaid: { count: 0, amount: 0 } },
    ]);
  });

  it('begins the month’s batch by itself beside further ones, and late when nobody was there on its day', async () => {
    await giveAccount(service);
    await approved();
    expect(await prepared(service)).toMatchObject({ number: '202611-001', rows: 1 }); // by hand, early in the month
    await approved();
    service.clock.set('2026-12-01T08:00:00+09:00'); // no worker ran on 30 November
    await approved();
    await payoutJob(service).runOnce();
    expect(await batches(service)).toMatchObject([
      { number: '202611-002', payOn: '2026-12-01', rows: 2 },
      { number: '202611-001' },
    ]);
    for (let at = 0; at < 2; at += 1) await payoutJob(service).runOnce(); // once
    await approved();
    await payoutJob(service).runOnce(); // what was approved in December waits for its own
    expect(await batches(service)).toHaveLength(2);
    service.clock.set('2026-12-31T09:00:00+09:00');
    await Promise.all([1, 2, 3].map(() => payoutJob(service).runOnce()));
    await payoutJob(service).runOnce();
    expect((await batches(service)).map(({ number, payOn, rows }) => [number, payOn, rows])).toEqual([
      ...[['202612-001', '2026-12-31', 1]],
      ...[
        ['202611-002', '2026-12-01', 2],
        ['202611-001', '2026-11-30', 1],
      ],
    ]);
    await sound();
  });

  it('waits for an account, and for the head who lets what the bank failed be tried again', async () => {
    const id = await approved();
    expect(await prepared(service)).toMatchObject({ rows: 0, status: 'SETTLED' });
    await giveAccount(service);
    const batch = await prepared(service);
    await confirm(service, batch, [{ seq: 1, code: '0199', amount: 10_000 }]);
    await payoutJob(service).runOnce();
    const retry = (who: object) =>
      service.ask<{ retryPayout: { errors: { code: string }[] } }>(
        who as never,
        'mutation ($input: ApproveClaimInput!) { retryPayout(input: $input) { errors { code } } }',
        { input: { claimId: id } },
      );
    expect((await retry(officer)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await retry(manager)).data!.retryPayout.errors).toEqual([]);
    expect(await status(id)).toBe('APPROVED');
  });

  it('takes no file that is cut, changed, of another batch, or given before; of bad rows it says which', async () => {
    const ids = [await approved(), await approved(), await approved()];
    await giveAccount(service);
    const batch = await prepared(service);
    const row = (seq: number, code = '0000', amount = 10_000) => ({ seq, code, amount });
    const good = writeConfirmation(batch, [row(1), row(9), row(1, '0101'), row(2, '0000', 9_000)]);
    expect(await confirmWith(service, batch, good.replace('C00000010000', 'C00000030000'))).toEqual(['INVALID_VALUE']);
    expect(await confirmWith(service, batch, good.slice(0, -5))).toEqual(['INVALID_VALUE']);
    expect(await confirmWith(service, { ...batch, id: 'nonsense' }, good)).toEqual(['NOT_FOUND']);
    expect(await confirmWith(service, batch, writeConfirmation({ ...batch, number: '202611-009' }, [row(1)]))).toEqual([
      'INVALID_VALUE',
    ]);
    expect(await confirmWith(service, batch, 'no gzip', true)).toEqual(['INVALID_VALUE']);
    expect(await service.count('payout_confirmation')).toBe(0);
    expect(await confirmWith(service, batch, gzipSync(good).toString('base64'), true)).toEqual([]);
    expect(await confirmWith(service, batch, good)).toEqual(['ALREADY_DONE']);
    await payoutJob(service).runOnce();
    expect(await outcomes(service, batch.id)).toEqual(['PAID', 'UNKNOWN_ROW', 'DUPLICATE_ROW', 'AMOUNT_DIFFERS']);
    expect(await Promise.all(ids.map(status))).toEqual(['PAID', 'PAYING', 'PAYING']);
    service.clock.advance(60_000);
    expect(await confirm(service, batch, [row(1), row(2, '0101')])).toEqual([]);
    await payoutJob(service).runOnce();
    expect((await outcomes(service, batch.id)).slice(4)).toEqual(['ALREADY_SETTLED', 'FAILED']);
    expect((await batches(service))[0]).toMatchObject({ status: 'READY', paidRows: 1, failedRows: 1 });
    await sound();
  });

  it('returns what the bank sent back later: the payment is taken back in the ledger', async () => {
    const id = await approved();
    await giveAccount(service);
    const batch = await prepared(service);
    await confirm(service, batch, [{ seq: 1, code: '0000', amount: 10_000 }]);
    await payoutJob(service).runOnce();
    const [payment] = await entries(service);
    expect(await reverse(service, payment!.id)).toEqual([]);
    expect(await status(id)).toBe('RETURNED');
    expect(await balances(service)).toMatchObject({ reserved: 10_000, inTransit: 0, spent: 0 });
    expect(await reverse(service, payment!.id)).toEqual(['ALREADY_DONE']);
    await giveAccount(service);
    const again = await prepared(service);
    await confirm(service, again, [{ seq: 1, code: '0000', amount: 10_000 }]);
    await payoutJob(service).runOnce();
    expect(await balances(service)).toMatchObject({ reserved: 0, spent: 10_000 });
    await sound();
  });

  it('never pays a claim twice: workers at once share it, and the database refuses a second row', async () => {
    for (let at = 0; at < 6; at += 1) await approved();
    await giveAccount(service);
    await run(service, admin, 'preparePayout', {}, 'batch { id }');
    await Promise.all(Array.from({ length: 4 }, () => payoutJob(service).runOnce()));
    await payoutJob(service).runOnce();
    expect((await batches(service))[0]).toMatchObject({ rows: 6, total: 60_000, status: 'READY' });
    expect(await service.count('payout_item')).toBe(6);
    const twice = `INSERT INTO payout_item SELECT gen_random_uuid(), batch_id, 99, claim_id, amount, bank_code, account, masked, 'SENT' FROM payout_item LIMIT 1`;
    await expect(service.dataSource.query(twice)).rejects.toThrow('payout_item_once');
    await sound();
  });

  it('begins one batch with a key, also at once', async () => {
    const key = { idempotencyKey: 'once' };
    const both = await Promise.all(
      [1, 2].map(() => run<{ batch: { id: string } }>(service, admin, 'preparePayout', key, 'batch { id }')),
    );
    expect(both[0]!.payload!.batch.id).toBe(both[1]!.payload!.batch.id);
    expect((await run(service, admin, 'preparePayout', {}, 'batch { id }')).codes).toEqual(['INVALID_STATE']);
    expect((await bankFile(service, both[0]!.payload!.batch.id)).codes).toEqual(['TOO_EARLY']);
  });

  it('keeps account numbers sealed and shows the last digits to their owner alone; who takes the file is written down', async () => {
    await approved();
    await giveAccount(service);
    const batch = await prepared(service);
    const dump = await service.dataSource.query(
      `SELECT (SELECT json_agg(a) FROM payout_account a)::text || (SELECT json_agg(i) FROM payout_item i)::text AS all`,
    );
    expect(dump[0].all).not.toMatch(/11122233344|홍길동/);
    const own = (who: object) =>
      service.ask<{ _entities: { payoutAccount: object | null }[] }>(
        who as never,
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Citizen { payoutAccount { bankCode masked } } } }',
        { of: [{ __typename: 'Citizen', id: citizen.id }] },
      );
    expect((await own(citizen)).data!._entities).toEqual([{ payoutAccount: { bankCode: '032', masked: '****3344' } }]);
    for (const who of [otherCitizen, officer, manager, auditor, admin])
      expect((await own(who)).data!._entities).toEqual([{ payoutAccount: null }]);
    for (const who of [citizen, officer, manager, auditor])
      expect((await bankFile(service, batch.id, who)).codes).toEqual(['FORBIDDEN']);
    const { payload } = await bankFile(service, batch.id);
    const [log] = await service.dataSource.query('SELECT read_by, sha256 FROM bank_file_access');
    expect(log).toEqual({ read_by: admin.id, sha256: payload!.file!.sha256 });
    expect(await service.told('personal-data.read.v1')).toMatchObject([
      {
        ...{ readerId: admin.id, readerRole: 'ADMIN', purpose: 'BANK_FILE', operation: 'bankFile' },
        subjects: [{ citizenId: citizen.id, subjectType: 'CLAIM', kinds: ['ACCOUNT'] }],
      },
    ]);
    expect(await giveAccount(service, citizen, { number: '12' })).toEqual(['INVALID_VALUE']);
  });
});
