import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Clock, type Person, once } from '@charter/service';
import type { DataSource, EntityManager } from 'typeorm';
import { type ClaimDesk, openDecision } from './claim-desk';
import { decideClaimStep } from './domain/claims/claim';
import { CLAIM_DECISION, OBJECTION_DECISION_DAYS } from './domain/deadline-kinds';
import { type Entry, isReversible, move, reversalOf } from './domain/ledger/entry';
import { claimPayload } from './event-payload';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';
import type { Budget, LedgerStore } from './store/ledger/ledger.store';
import type { PayoutStore } from './store/payouts/payout.store';
import type { StockStore } from './store/stock/stock.store';
import type { StockService } from './stock.service';

const REASON_LIMIT = 1_000;
/** What a budget may be at most: ten thousand million KRW. */
const MOST = 10_000_000_000;

export interface LedgerServiceParts {
  readonly dataSource: DataSource;
  readonly ledger: LedgerStore;
  readonly claims: ClaimStore;
  readonly payouts: PayoutStore;
  readonly stock: StockService;
  readonly stocks: StockStore;
  readonly desk: ClaimDesk;
  readonly clock: Clock;
  readonly secret: string;
}

export interface SetBudget {
  readonly departmentCode: string;
  readonly year: number;
  readonly amount: number;
  readonly reason: string;
}

const budgetExceeded = (available: number): Refusal =>
  refusal(
    'BUDGET_EXCEEDED',
    `예산이 모자랍니다. 남은 예산은 ${available.toLocaleString('ko')}원입니다.`,
    `The budget does not allow it: ${available.toLocaleString('en')} KRW are left.`,
  );

/** What people do with budgets and the ledger. */
export class LedgerService {
  constructor(private readonly parts: LedgerServiceParts) {}

  /** Sets what a department has for a year: the difference is an entry. Never below what is reserved and spent. */
  async setBudget(input: SetBudget, idempotencyKey: string | null, by: Person): Promise<Outcome<Budget>> {
    const { dataSource, ledger, clock, secret } = this.parts;
    const { departmentCode, year, amount, reason } = input;
    const faults = [...textFaults(reason, REASON_LIMIT, 'reason'), ...textFaults(departmentCode, 64, 'departmentCode')];
    if (!Number.isInteger(amount) || amount < 0 || amount > MOST)
      faults.push(
        refusal(
          'INVALID_VALUE',
          '예산은 0원 이상 100억 원 이하입니다.',
          'A budget is 0 to 10,000,000,000 KRW.',
          'amount',
        ),
      );
    if (!Number.isInteger(year) || year < 2020 || year > 2050)
      faults.push(refusal('INVALID_VALUE', '연도는 2020~2050년입니다.', 'A year is 2020 to 2050.', 'year'));
    if (faults.length > 0) return refused(...faults);
    const command = { callerId: by.id, operation: 'setBudget', key: idempotencyKey, input, secret };
    const set = await dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const available = await ledger.lockedAvailable(tx, departmentCode, year);
        const { balances } = await ledger.budget(departmentCode, year, tx);
        const more = amount - balances.APPROPRIATION;
        if (available + more < 0) return refused(budgetExceeded(available));
        const context = {
          departmentCode,
          year,
          claimId: null,
          postedAt: clock.now(),
          postedBy: by.id,
          reason: reason.trim(),
        };
        if (more !== 0) await ledger.append(tx, [move(more > 0 ? 'RAISE' : 'CUT', Math.abs(more), context)]);
        return accepted(departmentCode);
      }),
    );
    return set.ok ? accepted(await ledger.budget(departmentCode, year)) : set;
  }

  /** Reserves what an approved claim is worth, of the budget of the department and year, and of its stock. Two at once never overspend. */
  async reserve(
    tx: EntityManager,
    claim: ClaimEntity,
    year: number,
    act: { by: string; at: Date },
  ): Promise<Outcome<null>> {
    const { ledger } = this.parts;
    const { departmentCode, amount, id: claimId } = claim;
    const available = await ledger.lockedAvailable(tx, departmentCode, year);
    if (available < amount) return refused(budgetExceeded(available));
    const planned = await this.parts.stock.plan(tx, claim, act);
    if (!planned.ok) return planned;
    const context = { departmentCode, year, claimId, postedAt: act.at, postedBy: act.by };
    await ledger.append(tx, [move('RESERVE', amount, context), ...planned.value]);
    return accepted(null);
  }

  /**
   * Takes an entry back by another one. A reservation that is taken back revokes the approval of its claim;
   * a payment that is taken back, because the bank sent the money back, returns it.
   */
  reverse(entryId: string, reason: string, by: Person): Promise<Outcome<string> | 'NOT_FOUND'> {
    const { dataSource, ledger, claims, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Outcome<string> | 'NOT_FOUND'> => {
      const entry = await ledger.find(entryId, tx);
      if (!entry) return 'NOT_FOUND';
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      if (!isReversible(entry.kind)) return refused(notReversible());
      const claim = entry.claimId ? await claims.lock(tx, entry.claimId) : undefined;
      const available = await ledger.lockedAvailable(tx, entry.departmentCode, entry.year);
      if (await ledger.isReversed(tx, entry.seq)) return refused(reversedAlready());
      const act = { by: by.id, at: clock.now(), reason: reason.trim() };
      const short = entry.kind === 'RAISE' ? available : await this.stockLeft(tx, entry);
      if (short !== undefined && short < entry.postings[0]!.amount) return refused(budgetExceeded(short));
      const undone = claim ? await this.undo(tx, entry.kind === 'PAY' ? 'fail' : 'revoke', claim, act) : accepted(null);
      if (!undone.ok) return undone;
      const said = { postedAt: act.at, postedBy: by.id, reason: act.reason };
      const { departmentCode, year, claimId } = entry;
      // Sent back by the bank, it is reserved again: for the account that the citizen gives next.
      const further =
        claim && entry.kind === 'PAY' ? [move('FAIL', claim.amount, { departmentCode, year, claimId, ...said })] : [];
      const setAside = entry.kind === 'RESERVE' ? await ledger.standing(tx, entry.claimId!, 'SET_ASIDE') : [];
      const back = [entry, ...setAside].map((each) => reversalOf(each, said));
      const [written] = await ledger.append(tx, [...back, ...further]);
      return accepted(written!.id);
    });
  }

  /** What is left of the stock that an entry filled; undefined for any other. */
  private async stockLeft(
    tx: EntityManager,
    { kind, form, faceValue, departmentCode }: Entry,
  ): Promise<number | undefined> {
    if (kind !== 'RECEIVE') return undefined;
    const stock = await this.parts.stocks.one(departmentCode, { form: form!, faceValue: faceValue! }, tx);
    return stock?.balances.IN_STOCK ?? 0;
  }

  /** A claim whose reservation is taken back is to be decided again; one whose payment came back is returned. */
  private async undo(
    tx: EntityManager,
    command: 'revoke' | 'fail',
    claim: ClaimEntity,
    act: { readonly by: string; readonly at: Date; readonly reason: string },
  ): Promise<Outcome<null>> {
    const { claims, desk, payouts } = this.parts;
    const decided = decideClaimStep(claim.status, command, { ...claim, by: act.by, now: act.at });
    if (!decided.ok) return decided;
    if (command === 'fail') {
      await claims.step(tx, claim, act, { status: decided.value, paidAt: null });
      await payouts.sentBack(tx, claim.id);
      await desk.tell(tx, { type: 'claim.returned.v1', payload: claimPayload(claim) });
      return accepted(null);
    }
    const decision = { kind: CLAIM_DECISION, workingDays: OBJECTION_DECISION_DAYS, act };
    const { id: decisionId } = await openDecision(tx, desk.parts.deadlines, claim, decision);
    const undone = { decidedBy: null, decidedAt: null, budgetYear: null };
    await claims.step(tx, claim, act, { ...undone, decisionId, status: decided.value });
    await desk.tell(tx, { type: 'claim.revoked.v1', payload: claimPayload(claim) });
    return accepted(null);
  }
}

const notReversible = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '은행으로 보낸 돈은 은행의 결과로만 바뀌고, 건네준 상품권·지역화폐는 takeBackHandout으로 돌려받으며, 취소 분개는 다시 취소할 수 없습니다.',
    'What went to the bank is settled by the bank’s answer, what was handed over is taken back by takeBackHandout, and a reversal is not reversed.',
  );

const reversedAlready = (): Refusal =>
  refusal('ALREADY_DONE', '이미 취소된 분개입니다.', 'This entry was taken back already.');
