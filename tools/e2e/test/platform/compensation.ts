import { type Budget, CompensationDesk, bankSays } from '../../src/compensation';
import { readsItsLetter } from '../../src/letter';
import type { RunningStack } from '../../src/running-stack';
import { registerLate, sevenDayService } from '../../src/story';

/** Compensation from lateness to the citizen's account, with one failure; and by gift certificate. Through the public endpoint. */
export function paysForItsFailures(running: () => RunningStack): void {
  const desk = new CompensationDesk(running);
  const account = (number: string) =>
    desk.does('citizen', 'giveAccount', { bankCode: '032', holder: '홍길동', number }, 'account { masked }');
  const figures = (wanted: Partial<Budget>) => async () => expect(await desk.budget()).toMatchObject(wanted);

  it('opens by itself, is reviewed, approved by another, paid by the month’s batch, one fails and is paid again; ledger, budget and citizen know', async () => {
    const service = await sevenDayService(running());
    const complaints = [await registerLate(running(), service), await registerLate(running(), service)] as const;
    const before = await desk.budget();
    const claims = [];
    for (const complaint of complaints) {
      const { id: claimId } = await desk.becomes(complaint, 'OPENED');
      await desk.hears(complaint, 'claim.opened.v1');
      await desk.does(
        'officer',
        'reviewClaim',
        { claimId, note: '기한을 넘긴 사실을 확인하였습니다.' },
        'claim { id }',
      );
      expect(await desk.booked(claimId)).toEqual([]);
      const { amount } = (await desk.claimOf(complaint))!;
      await desk.does('manager', 'approveClaim', { claimId }, 'claim { id }');
      await desk.hears(complaint, 'claim.approved.v1');
      expect(await desk.booked(claimId)).toEqual(['RESERVE']);
      claims.push({ complaint, claimId, amount });
    }
    const [earlier, later] = claims as [(typeof claims)[0], (typeof claims)[0]];
    const total = earlier.amount + later.amount;
    await figures({ available: before.available - total, reserved: before.reserved + total })();

    await account('111-2223-3344');
    const first = await desk.batch();
    expect(first).toMatchObject({ rows: 2, total });
    await figures({ reserved: before.reserved, inTransit: total })();
    expect((await desk.claimOf(earlier.complaint))!.status).toBe('PAYING');
    expect(await desk.booked(earlier.claimId)).toEqual(['RESERVE', 'SEND']);
    const issue = { batchId: first.id };
    const { file } = await desk.does<{ file: { content: string } }>(
      'admin',
      'issueBankFile',
      issue,
      'file { content }',
    );
    expect(file.content.split('\n')[1]).toBe(`D000000103211122233344     ${String(earlier.amount).padStart(13, '0')}`);
    const answer = bankSays(first, [
      { code: '0000', amount: earlier.amount },
      { code: '0102', amount: later.amount },
    ]);
    const cut = { batchId: first.id, content: answer.replace('0102', '0000') };
    expect((await desk.tries('admin', 'confirmPayout', cut, 'batch { id }')).errors).toMatchObject([
      { code: 'INVALID_VALUE' },
    ]);
    await desk.does('admin', 'confirmPayout', { batchId: first.id, content: answer }, 'batch { id }');

    // Which of the two the batch takes first hangs on whether something else holds a claim at that moment.
    const { status } = await desk.becomes(earlier.complaint, 'PAID', 'RETURNED');
    const [one, two] = status === 'PAID' ? [earlier, later] : [later, earlier];
    await desk.becomes(one.complaint, 'PAID');
    await desk.becomes(two.complaint, 'RETURNED');
    expect(await desk.newest()).toMatchObject({ status: 'SETTLED', paidRows: 1, failedRows: 1 });
    await desk.hears(one.complaint, 'claim.paid.v1');
    await desk.hears(two.complaint, 'claim.returned.v1'); // told before the account is mended: after that there is nothing to ask for
    expect(await desk.booked(one.claimId)).toEqual(['RESERVE', 'SEND', 'PAY']);
    expect(await desk.booked(two.claimId)).toEqual(['RESERVE', 'SEND', 'FAIL']);
    await figures({
      ...{ available: before.available - total, reserved: before.reserved + two.amount, inTransit: 0 },
      spent: before.spent + one.amount,
    })();

    await account('555-6667-7788');
    const second = await desk.batch();
    expect(second).toMatchObject({ rows: 1, total: two.amount });
    const paid = bankSays(second, [{ code: '0000', amount: two.amount }]);
    await desk.does('admin', 'confirmPayout', { batchId: second.id, content: paid }, 'batch { id }');
    await desk.becomes(two.complaint, 'PAID');
    await desk.hears(two.complaint, 'claim.paid.v1');
    expect(await desk.booked(two.claimId)).toEqual(['RESERVE', 'SEND', 'FAIL', 'SEND', 'PAY']);
    expect(await desk.budget()).toEqual({
      ...{ ...before, available: before.available - total, spent: before.spent + total },
    });
    await desk.isSound();
    for (const { complaint, claimId } of [one, two]) {
      await desk.hears(complaint, 'claim.apologised.v1');
      await readsItsLetter(running(), claimId);
    }
  });

  it('hands a gift certificate over from the department’s stock, once', async () => {
    const justNow = new Date(Date.now() - 60_000).toISOString(); // in time: this claim is for something else
    const complaint = await registerLate(running(), await sevenDayService(running()), { receivedAt: justNow });
    const stock = async () =>
      (
        await running().get<{
          compensationStock: { form: string; faceValue: number; inStock: object; handedOut: object }[];
        }>('officer', '{ compensationStock { form faceValue inStock { amount } handedOut { amount } } }')
      ).compensationStock.find(({ form, faceValue }) => form === 'GIFT_CERTIFICATE' && faceValue === 5_000) as {
        inStock: { amount: number };
        handedOut: { amount: number };
      };
    const [before, money] = [await stock(), await desk.budget()];
    const day = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const filing = {
      complaintId: complaint,
      breach: 'WRONG_NOTICE',
      occurredOn: day,
      statement: '수수료를 잘못 안내받았습니다.',
    };
    const { claim } = await desk.does<{ claim: { id: string } }>(
      ...(['citizen', 'fileClaim'] as const),
      { ...filing, evidence: '안내 문자' },
      'claim { id }',
    );
    const claimId = claim.id;
    await desk.does('officer', 'reviewClaim', { claimId, note: '안내 문자를 확인하였습니다.' }, 'claim { id }');
    await desk.does('manager', 'approveClaim', { claimId }, 'claim { id }');
    expect((await desk.claimOf(complaint, 'WRONG_NOTICE'))!.toHandOver).toEqual([{ faceValue: 5_000, pieces: 1 }]);
    const number = `GC${Date.now()}`;
    const given = { claimId, certificates: [{ faceValue: 5_000, numbers: [number] }] };
    const handOver = (who: 'officer' | 'manager') => desk.tries(who, 'handOverCompensation', given, 'claim { status }');
    expect((await handOver('manager')).errors).toMatchObject([{ code: 'SAME_PERSON' }]);
    expect(await handOver('officer')).toEqual({ claim: { status: 'PAID' }, errors: [] });
    expect((await handOver('officer')).errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    await desk.hears(complaint, 'claim.handed-over.v1');
    expect(await desk.booked(claimId)).toEqual(['RESERVE', 'SET_ASIDE', 'HAND_OVER', 'ISSUE']);
    expect(await stock()).toMatchObject({
      inStock: { amount: before.inStock.amount - 5_000 },
      handedOut: { amount: before.handedOut.amount + 5_000 },
    });
    expect(await desk.budget()).toMatchObject({ available: money.available - 5_000, spent: money.spent + 5_000 });
    await desk.isSound();
  });
}
