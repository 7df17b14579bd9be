import {
  admin,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { claimThatIs, otherManager, step } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, balances, entries, reverse } from './fixtures/ledger';
import { giveAccount, prepared } from './fixtures/payouts';
import { handOver, stocked, stocks, tens } from './fixtures/stock';

const IN_KIND = { form: 'GIFT_CERTIFICATE', yearlyCeiling: null };

describe('gift certificates and local currency', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service, IN_KIND);
    await setBudget(service, 1_000_000);
  });

  const claim = async (id: string, who: object = citizen) =>
    (
      await service.ask<{ _entities: Record<string, unknown>[] }>(
        who as never,
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CompensationClaim { status form paidAt toHandOver { faceValue pieces }
          handouts { form amount handedBy takenBackAt takenBackWhy pieces { faceValue masked } } } } }`,
        { of: [{ __typename: 'CompensationClaim', id }] },
      )
    ).data!._entities[0]!;
  const figures = async (who = auditor) =>
    Object.fromEntries(
      (await stocks(service, who))!.map(({ form, faceValue, received, inStock, setAside, handedOut }) => [
        `${form} ${faceValue}`,
        [received, inStock, setAside, handedOut].map(({ amount }) => amount / faceValue),
      ]),
    );
  const sound = async () => expect(await audited(service)).toMatchObject({ firstBroken: null, balanced: true });
  const takeBack = (claimId: string, who: object = manager) =>
    step(service, who as never, 'takeBackHandout', { claimId, reason: '반송됨' });

  it('are received, set aside at the approval, handed over by number, and the citizen is told', async () => {
    expect(await stocked(service, 5)).toEqual([]);
    expect(await stocked(service, 4, { faceValue: 5_000 })).toEqual([]);
    service.clock.set(MISSED);
    const id = await claimThatIs(service, 'APPROVED');
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [5, 4, 1, 0], 'GIFT_CERTIFICATE 5000': [4, 4, 0, 0] });
    expect(await balances(service)).toMatchObject({ available: 990_000, reserved: 10_000, spent: 0 });
    expect(await claim(id)).toMatchObject({ status: 'APPROVED', toHandOver: [{ faceValue: 10_000, pieces: 1 }] });
    expect(await handOver(service, id, tens('GC-0001-7788'))).toEqual([]);
    expect(await claim(id)).toMatchObject({
      ...{ status: 'PAID', form: 'GIFT_CERTIFICATE', toHandOver: [], paidAt: expect.any(String) },
      handouts: [{ amount: 10_000, handedBy: null, pieces: [{ faceValue: 10_000, masked: '****7788' }] }],
    });
    expect(await claim(id, officer)).toMatchObject({ handouts: [{ handedBy: colleague.id }] });
    expect(await figures()).toMatchObject({ 'GIFT_CERTIFICATE 10000': [5, 4, 0, 1] });
    expect(await balances(service)).toMatchObject({ available: 990_000, reserved: 0, spent: 10_000 });
    expect((await entries(service)).map(({ kind }) => kind).reverse()).toEqual([
      ...['RAISE', 'RECEIVE', 'RECEIVE', 'RESERVE', 'SET_ASIDE', 'HAND_OVER', 'ISSUE'],
    ]);
    expect(await service.told('claim.handed-over.v1')).toMatchObject([
      { claimId: id, citizenId: citizen.id, amount: 10_000, thing: 'GIFT_CERTIFICATE' },
    ]);
    expect(await service.told('claim.paid.v1')).toEqual([]);
    expect(await handOver(service, id, tens('GC-0002-7788'))).toEqual(['ALREADY_DONE']);
    await sound();
  });

  it('count as paid for the department, and for each standard that the rule backed', async () => {
    await saveRule(service, { ...IN_KIND, standardCodes: ['ANSWER_IN_TIME', 'APOLOGY'], validFrom: '2026-11-01' });
    await stocked(service, 2);
    const id = await claimThatIs(service, 'APPROVED');
    await claimThatIs(service, 'APPROVED'); // not yet handed over
    await handOver(service, id, tens('HHHH0001'));
    await saveRule(service, { ...IN_KIND, standardCodes: [], validFrom: '2026-12-01' }); // later: what was decided stands
    const paid = async (to = '2026-11-30') =>
      (
        await service.ask<{ _entities: { compensationPaid: object }[] }>(
          citizen,
          `query ($of: [_Any!]!, $period: PeriodInput!) { _entities(representations: $of) {
            ... on Standard { compensationPaid(period: $period) { count amount } }
            ... on Department { compensationPaid(period: $period) { count amount } } } }`,
          {
            of: [
              ...['ANSWER_IN_TIME', 'APOLOGY', 'OTHER'].map((code) => ({ __typename: 'Standard', code })),
              { __typename: 'Department', code: 'ROADS' },
            ],
            period: { from: '2026-11-24', to },
          },
        )
      ).data!._entities.map(({ compensationPaid }) => compensationPaid);
    const [once, never] = [
      { count: 1, amount: 10_000 },
      { count: 0, amount: 0 },
    ];
    expect(await paid()).toEqual([once, once, never, once]);
    await takeBack(id);
    expect(await paid()).toEqual([never, never, never, never]);
  });

  it('are charged to a card to the won, its number sealed', async () => {
    await saveRule(service, { ...IN_KIND, form: 'LOCAL_CURRENCY', baseAmount: 10_500, validFrom: '2026-11-01' });
    expect(await stocked(service, 100_000, { form: 'LOCAL_CURRENCY', faceValue: 1 })).toEqual([]);
    const id = await claimThatIs(service, 'APPROVED');
    expect(await figures()).toEqual({ 'LOCAL_CURRENCY 1': [100_000, 89_500, 10_500, 0] });
    expect(await handOver(service, id, tens('1234'))).toEqual(['INVALID_VALUE', 'INVALID_VALUE']);
    expect(await handOver(service, id, { wallet: '9410-1234-5678-9012' })).toEqual([]);
    const again = await claimThatIs(service, 'APPROVED');
    expect(await handOver(service, again, { wallet: '9410123456789012' })).toEqual([]); // a card can be charged often
    expect(await claim(id)).toMatchObject({ handouts: [{ pieces: [{ faceValue: 10_500, masked: '****9012' }] }] });
    expect((await stocks(service))![0]).toMatchObject({ inStock: { amount: 79_000, pieces: null } });
    const [{ dump }] = await service.dataSource.query(
      `SELECT (SELECT json_agg(p)::text FROM handout_piece p) || (SELECT json_agg(o)::text FROM outbox_event o)
         || (SELECT json_agg(e)::text FROM ledger_entry e) AS dump`,
    );
    expect(dump).not.toContain('9410123456789012');
    await sound();
  });

  it('are never promised twice: of many approvals at once as many pass as the stock makes up', async () => {
    await stocked(service, 3);
    const ids = [];
    for (let at = 0; at < 6; at += 1) ids.push(await claimThatIs(service, 'REVIEWED'));
    const answers = await Promise.all(
      ids.map((claimId, at) => step(service, at % 2 ? manager : otherManager, 'approveClaim', { claimId })),
    );
    expect(answers.flat()).toEqual(['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED', 'BUDGET_EXCEEDED']);
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [3, 0, 3, 0] });
    expect(await balances(service)).toMatchObject({ available: 970_000, reserved: 30_000 }); // nothing without its pieces
    expect(await stocked(service, 1, {}, { mutation: 'writeOffStock' })).toEqual(['BUDGET_EXCEEDED']);
    await sound();
  });

  it('reserve neither money nor pieces when one of both is wanting', async () => {
    await stocked(service, 9, { faceValue: 50_000 });
    const id = await claimThatIs(service, 'REVIEWED');
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['BUDGET_EXCEEDED']);
    await stocked(service, 1);
    await setBudget(service, 9_000);
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['BUDGET_EXCEEDED']);
    expect(await figures()).toMatchObject({ 'GIFT_CERTIFICATE 10000': [1, 1, 0, 0] });
    expect(await balances(service)).toMatchObject({ available: 9_000, reserved: 0 });
    expect(await entries(service)).toHaveLength(4);
    await setBudget(service, 10_000);
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual([]);
  });

  it('are handed over once, and no number to two citizens, also at once', async () => {
    await stocked(service, 4);
    const [one, two] = [await claimThatIs(service, 'APPROVED'), await claimThatIs(service, 'APPROVED')];
    const twice = await Promise.all([
      handOver(service, one, tens('AAAA0001')),
      handOver(service, one, tens('AAAA0002')),
    ]);
    expect(twice.flat()).toEqual(['ALREADY_DONE']);
    const [{ masked }] = await service.dataSource.query('SELECT masked FROM handout_piece');
    const used = masked === '****0001' ? 'aaaa-0001' : 'aaaa-0002';
    expect(await handOver(service, two, tens(used))).toEqual(['ALREADY_DONE']);
    const three = await claimThatIs(service, 'APPROVED');
    const both = await Promise.all([two, three].map((id) => handOver(service, id, tens('BBBB0001'))));
    expect(both.flat()).toEqual(['ALREADY_DONE']);
    const again = `INSERT INTO handout SELECT gen_random_uuid(), claim_id, form, amount, handed_by, handed_at FROM handout LIMIT 1`;
    await expect(service.dataSource.query(again)).rejects.toThrow('handout_once');
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [4, 1, 1, 2] });
    await sound();
  });

  it('come back: money reserved, pieces set aside again, the citizen told; handed over anew, the same number too', async () => {
    await stocked(service, 1);
    const id = await claimThatIs(service, 'APPROVED');
    await handOver(service, id, tens('CCCC0001'));
    expect(await takeBack(id, officer)).toEqual(['FORBIDDEN']);
    expect((await Promise.all([takeBack(id), takeBack(id, otherManager)])).flat()).toEqual(['ALREADY_DONE']);
    expect(await claim(id)).toMatchObject({
      ...{ status: 'RETURNED', paidAt: null, toHandOver: [{ faceValue: 10_000, pieces: 1 }] },
      handouts: [{ takenBackAt: expect.any(String), takenBackWhy: '반송됨' }],
    });
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [1, 0, 1, 0] });
    expect(await balances(service)).toMatchObject({ reserved: 10_000, spent: 0 });
    expect(await service.told('claim.taken-back.v1')).toMatchObject([{ claimId: id, thing: 'GIFT_CERTIFICATE' }]);
    await giveAccount(service); // an account sends cash again, not certificates
    expect(await claim(id)).toMatchObject({ status: 'RETURNED' });
    const retry = await service.ask<{ retryPayout: { errors: object[] } }>(
      manager,
      'mutation ($input: ApproveClaimInput!) { retryPayout(input: $input) { errors { code } } }',
      { input: { claimId: id } },
    );
    expect(retry.data!.retryPayout.errors).toEqual([]);
    expect(await prepared(service)).toMatchObject({ rows: 0 }); // no bank pays it
    expect(await handOver(service, id, tens('CCCC0001'))).toEqual([]);
    expect((await claim(id)).handouts).toHaveLength(2);
    expect(await balances(service)).toMatchObject({ reserved: 0, spent: 10_000 });
    await sound();
  });

  it('go back into stock with the approval that is taken back; a receipt is taken back while it is there', async () => {
    await stocked(service, 1);
    const id = await claimThatIs(service, 'APPROVED');
    const kinds = async () => Object.fromEntries((await entries(service)).map((entry) => [entry.kind, entry.id]));
    const before = await kinds();
    expect(await reverse(service, before.RECEIVE!)).toEqual(['BUDGET_EXCEEDED']);
    expect(await reverse(service, before.SET_ASIDE!)).toEqual(['INVALID_STATE']);
    expect(await reverse(service, before.RESERVE!)).toEqual([]);
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [1, 1, 0, 0] });
    expect(await claim(id)).toMatchObject({ status: 'REVIEWED', toHandOver: [] });
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual([]);
    await handOver(service, id, tens('DDDD0001'));
    const handed = await kinds();
    for (const kind of ['HAND_OVER', 'ISSUE']) expect(await reverse(service, handed[kind]!)).toEqual(['INVALID_STATE']);
    await stocked(service, 2, { faceValue: 50_000 });
    expect(await reverse(service, (await entries(service))[0]!.id)).toEqual([]);
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [1, 0, 0, 1], 'GIFT_CERTIFICATE 50000': [0, 0, 0, 0] });
    await sound();
  });

  it('are handed over by somebody of the department who did not approve, exactly as set aside', async () => {
    await stocked(service, 2);
    const id = await claimThatIs(service, 'APPROVED');
    expect(await handOver(service, id, tens('EEEE0001'), manager)).toEqual(['SAME_PERSON']);
    expect(await handOver(service, id, tens('EEEE0001'), otherOfficer)).toEqual(['NOT_FOUND']);
    for (const who of [citizen, auditor, admin])
      expect(await handOver(service, id, tens('EEEE0001'), who)).toEqual(['FORBIDDEN']);
    expect(await handOver(service, id, tens('EEEE0001', 'EEEE0002'))).toEqual(['INVALID_VALUE']);
    expect(await handOver(service, id, {})).toEqual(['INVALID_VALUE']);
    expect(await handOver(service, id, { ...tens('EEEE0001'), version: 1 })).toEqual(['STALE_VERSION']);
    expect(await handOver(service, 'nonsense', tens('EEEE0001'))).toEqual(['NOT_FOUND']);
    expect(await service.count('handout')).toBe(0);
    expect(await handOver(service, id, tens('EEEE0001'), otherManager)).toEqual([]);
  });

  it('are not handed over for cash, which no bank gets twice', async () => {
    await saveRule(service, { yearlyCeiling: null, validFrom: '2026-11-01' });
    await stocked(service, 2);
    const id = await claimThatIs(service, 'APPROVED');
    expect(await handOver(service, id, tens('FFFF0001'))).toEqual(['INVALID_STATE']);
  });

  it('are received and written off by administrators, once for a key, in whole pieces', async () => {
    await Promise.all([1, 2].map(() => stocked(service, 3, { idempotencyKey: 'once' })));
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [3, 3, 0, 0] });
    expect(await stocked(service, 4, { idempotencyKey: 'once' })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await stocked(service, 2, { reason: '기한 경과' }, { mutation: 'writeOffStock' })).toEqual([]);
    expect(await figures()).toEqual({ 'GIFT_CERTIFICATE 10000': [1, 1, 0, 0] });
    expect(await stocked(service, 0, { faceValue: 1_500, reason: ' ' })).toEqual([
      ...['INVALID_VALUE', 'INVALID_VALUE', 'INVALID_VALUE'],
    ]);
    for (const who of [citizen, officer, manager, auditor])
      expect(await stocked(service, 1, {}, { who })).toEqual(['FORBIDDEN']);
  });

  it('are counted for those who hand them over, for their department; for administrators and auditors whole', async () => {
    await stocked(service, 3);
    await stocked(service, 5, { departmentCode: 'WATER' });
    const seen = async (who: object, of?: string) =>
      (await stocks(service, who as never, of))?.map(({ inStock }) => inStock.pieces);
    expect(await Promise.all([officer, manager, auditor, admin].map((who) => seen(who)))).toEqual([
      ...[[3], [3], [3, 5], [3, 5]],
    ]);
    expect([await seen(officer, 'WATER'), await seen(admin, 'WATER')]).toEqual([[], [5]]);
    expect(await seen(citizen)).toBeUndefined();
  });

  it('are found by their number by the auditor alone', async () => {
    await stocked(service, 1);
    const id = await claimThatIs(service, 'APPROVED');
    await handOver(service, id, tens('GGGG-0001'));
    const found = (who: object, number: string) =>
      service.ask<{ handedOutAs: { id: string }[] | null }>(
        who as never,
        'query ($number: String!) { handedOutAs(form: GIFT_CERTIFICATE, number: $number) { id } }',
        { number },
      );
    expect((await found(auditor, 'gggg 0001')).data!.handedOutAs).toEqual([{ id }]);
    expect((await found(auditor, 'GGGG0002')).data!.handedOutAs).toEqual([]);
    for (const who of [citizen, otherCitizen, officer, manager, admin])
      expect((await found(who, 'GGGG0001')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('are kept by the database itself from being overdrawn, broken into parts, or written by hand', async () => {
    await stocked(service, 1);
    const all = (...statements: string[]) =>
      service.dataSource.transaction(async (tx) => {
        for (const sql of statements) await tx.query(sql);
      });
    const entry = `INSERT INTO ledger_entry VALUES (3, gen_random_uuid(), 'SET_ASIDE', 'ROADS', 2026, NULL, NULL, now(), 'x', NULL, 'p', 'h', 'GIFT_CERTIFICATE', 10000)`;
    const posting = (account: string, side: string, amount: number) =>
      `INSERT INTO ledger_posting VALUES (3, '${account}', '${side}', ${amount})`;
    const move = (amount: number) => [
      entry,
      posting('SET_ASIDE', 'DEBIT', amount),
      posting('IN_STOCK', 'CREDIT', amount),
    ];
    await expect(all(...move(20_000))).rejects.toThrow('stock_account_not_overdrawn');
    await expect(all(...move(5_000))).rejects.toThrow('stock_account_whole_pieces');
    await expect(all(entry, posting('AVAILABLE', 'DEBIT', 10_000))).rejects.toThrow('stock_account_account_check');
    await expect(all(entry.replace(`'SET_ASIDE'`, `'RESERVE'`))).rejects.toThrow('ledger_entry_of_stock');
    for (const table of ['stock_account', 'ledger_account']) {
      await expect(all(`UPDATE ${table} SET balance = balance + 10000`)).rejects.toThrow('follows the ledger');
      await expect(all(`DELETE FROM ${table}`)).rejects.toThrow('follows the ledger');
      await expect(all(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
    }
    await expect(all(`INSERT INTO ledger_account VALUES ('PARKS', 2026, 'AVAILABLE', 5)`)).rejects.toThrow('follows');
    await expect(all('DELETE FROM ledger_head')).rejects.toThrow('append-only');
    for (const table of ['ledger_head', 'compensation_claim_history', 'bank_file_access'])
      await expect(all(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
  });
});
