import { createHash } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import { type UserError, registerLate, sevenDayService } from '../../src/story';

const PROMISE_MS = 30_000;

interface Claim {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
}
interface Batch {
  readonly id: string;
  readonly number: string;
  readonly payOn: string;
  readonly status: string;
  readonly rows: number;
  readonly total: number;
}
interface Budget {
  readonly available: number;
  readonly reserved: number;
  readonly inTransit: number;
  readonly spent: number;
}

/** The bank's answer in the format of docs/bank-file.md, written by nobody's code but this. */
function bankSays({ number, payOn, rows, total }: Batch, code: string): string {
  const amount = String(total / rows).padStart(13, '0');
  const lines = Array.from({ length: rows }, (_, at) => `C${String(at + 1).padStart(7, '0')}${code}${amount}\n`);
  const body = `R01${number}${payOn.replaceAll('-', '')}\n${lines.join('')}`;
  const figures = `${String(rows).padStart(7, '0')}${String(total).padStart(15, '0')}`;
  return `${body}T${figures}${createHash('sha256').update(body).digest('hex')}\n`;
}

/** Compensation from lateness to the citizen's account, with one failure, through the public endpoint. */
export function paysForItsFailures(running: () => RunningStack): void {
  async function does<T>(who: Person, name: string, input: object, fields: string): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { result } = await running().get<{ result: T & { errors: UserError[] } }>(
      who,
      `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} errors { code } } }`,
      { input },
    );
    expect([name, result.errors]).toEqual([name, []]);
    return result;
  }
  const claimOf = async (complaint: string): Promise<Claim | undefined> =>
    (
      await running().get<{ complaint: { compensationClaims: Claim[] | null } }>(
        'citizen',
        'query ($id: ID!) { complaint(id: $id) { compensationClaims { id status amount } } }',
        { id: complaint },
      )
    ).complaint.compensationClaims?.[0];
  const becomes = (complaint: string, status: string) =>
    eventually(
      () => claimOf(complaint),
      (claim) => claim?.status === status,
      PROMISE_MS,
    );
  const budget = async (): Promise<Budget> =>
    (
      await running().get<{ compensationBudget: Budget[] }>(
        'manager',
        'query ($year: Int!) { compensationBudget(year: $year) { available reserved inTransit spent } }',
        { year: Number(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 4)) },
      )
    ).compensationBudget[0]!;
  const newest = async (): Promise<Batch | undefined> =>
    (
      await running().get<{ payoutBatches: { edges: { node: Batch }[] } }>(
        'admin',
        '{ payoutBatches(first: 1) { edges { node { id number payOn status rows total } } } }',
      )
    ).payoutBatches.edges[0]?.node;
  async function batch(): Promise<Batch> {
    await does('admin', 'preparePayout', {}, 'batch { id }');
    return (await eventually(newest, (each) => each?.status === 'READY', PROMISE_MS))!;
  }
  const answers = (of: Batch, code: string) =>
    does('admin', 'confirmPayout', { batchId: of.id, content: bankSays(of, code) }, 'batch { id }');

  it('opens by itself, is reviewed, approved by another, sent, failed, sent again and paid; budget, ledger and citizen know', async () => {
    const complaint = await registerLate(running(), await sevenDayService(running()));
    const { id: claimId } = (await becomes(complaint, 'OPENED'))!;
    const kinds = async () =>
      (
        await running().get<{ myNotices: { edges: { node: { kind: string; complaint: { id: string } | null } }[] } }>(
          'citizen',
          '{ myNotices(first: 100) { edges { node { kind complaint { id } } } } }',
        )
      ).myNotices.edges
        .filter(({ node }) => node.complaint?.id === complaint && node.kind.startsWith('claim.'))
        .map(({ node }) => node.kind);
    await does('officer', 'reviewClaim', { claimId, note: '기한을 넘긴 사실을 확인하였습니다.' }, 'claim { id }');
    const { amount } = (await claimOf(complaint))!;
    const before = await budget();
    await does('manager', 'approveClaim', { claimId }, 'claim { id }');
    expect(await budget()).toEqual({
      ...{ ...before, available: before.available - amount, reserved: before.reserved + amount },
    });
    const account = { bankCode: '032', holder: '홍길동' };
    await does('citizen', 'giveAccount', { ...account, number: '111-2223-3344' }, 'account { masked }');
    const first = await batch();
    expect(first).toMatchObject({ rows: 1, total: amount });
    const { file } = await does<{ file: { content: string } }>(
      'admin',
      'issueBankFile',
      { batchId: first.id },
      'file { content }',
    );
    expect(file.content).toContain(`D000000103211122233344     ${String(amount).padStart(13, '0')}`);
    await answers(first, '0102');
    await becomes(complaint, 'RETURNED');
    // Told before the account is mended: after that there is nothing to ask for any more.
    await eventually(kinds, (all) => all.includes('claim.returned.v1'), PROMISE_MS);
    expect(await budget()).toMatchObject({ reserved: before.reserved + amount, inTransit: 0 });
    await does('citizen', 'giveAccount', { ...account, number: '555-6667-7788' }, 'account { masked }');
    await answers(await batch(), '0000');
    await becomes(complaint, 'PAID');
    expect(await budget()).toEqual({ ...before, available: before.available - amount, spent: before.spent + amount });
    const { ledgerAudit } = await running().get<{ ledgerAudit: object }>(
      'auditor',
      '{ ledgerAudit { firstBroken balanced } }',
    );
    expect(ledgerAudit).toEqual({ firstBroken: null, balanced: true });
    const told = await eventually(kinds, (all) => all.includes('claim.paid.v1'), PROMISE_MS);
    expect([...told].sort()).toEqual(['claim.approved.v1', 'claim.opened.v1', 'claim.paid.v1', 'claim.returned.v1']);
  });
}
