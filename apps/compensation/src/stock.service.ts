import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { localDate } from '@charter/calendar';
import { textFaults } from '@charter/privacy';
import { type Clock, type Person, once } from '@charter/service';
import type { DataSource, EntityManager } from 'typeorm';
import type { ClaimDesk, Handled } from './claim-desk';
import { type Context, type EntryDraft, move, reversalOf, stockMove } from './domain/ledger/entry';
import { type HandingOver, decideHandingOver } from './domain/stock/handing-over';
import { type Lot, type StockForm, isStockForm, lotFaults, makeUp } from './domain/stock/stock';
import { claimPayload } from './event-payload';
import type { ClaimEntity } from './store/compensation.entity';
import type { LedgerStore } from './store/ledger/ledger.store';
import type { Stock, StockStore } from './store/stock/stock.store';

const REASON_LIMIT = 1_000;

export interface StockServiceParts {
  readonly dataSource: DataSource;
  readonly ledger: LedgerStore;
  readonly stock: StockStore;
  readonly desk: ClaimDesk;
  readonly clock: Clock;
  readonly secret: string;
}

/** So many pieces of one kind, of a department, and why they came or went. */
export interface StockMovement extends Lot {
  readonly departmentCode: string;
  readonly pieces: number;
  readonly reason: string;
}

/** What people do with stocks of gift certificates and local currency: receive, write off, hand over, take back. */
export class StockService {
  constructor(private readonly parts: StockServiceParts) {}

  /** Takes in what was bought (입고), or writes off what is there no more (반품, 분실, 기한 경과). */
  async move(
    kind: 'RECEIVE' | 'WRITE_OFF',
    input: StockMovement,
    idempotencyKey: string | null,
    by: Person,
  ): Promise<Outcome<Stock>> {
    const { dataSource, ledger, stock, clock, secret } = this.parts;
    const { departmentCode, pieces, reason, form, faceValue } = input;
    const faults = [
      ...textFaults(departmentCode, 64, 'departmentCode'),
      ...lotFaults(input),
      ...textFaults(reason, REASON_LIMIT, 'reason'),
    ];
    if (faults.length > 0) return refused(...faults);
    const command = { callerId: by.id, operation: `stock ${kind}`, key: idempotencyKey, input, secret };
    const moved = await dataSource.transaction((tx) =>
      once(tx, command, async () => {
        await ledger.lockHead(tx);
        const there = (await stock.one(departmentCode, input, tx))?.balances.IN_STOCK ?? 0;
        if (kind === 'WRITE_OFF' && there < pieces * faceValue) return refused(stockExceeded(form, there, 'pieces'));
        const context = { departmentCode, claimId: null, ...said(by.id, clock.now()), reason: reason.trim() };
        await ledger.append(tx, [stockMove(kind, { form, faceValue, pieces }, context)]);
        return accepted(departmentCode);
      }),
    );
    return moved.ok ? accepted((await stock.one(departmentCode, input))!) : moved;
  }

  /**
   * What is to be set aside for a claim that is approved, to the won; nothing for cash. Writes nothing, but locks the ledger: two
   * at once never share a piece.
   */
  async plan(tx: EntityManager, claim: ClaimEntity, act: { by: string; at: Date }): Promise<Outcome<EntryDraft[]>> {
    const { form, departmentCode, amount, id: claimId } = claim;
    if (!isStockForm(form)) return accepted([]);
    const { ledger, stock } = this.parts;
    await ledger.lockHead(tx);
    const there = await stock.inStock(tx, departmentCode, form);
    const lots = makeUp(amount, there);
    if (!lots)
      return refused(
        stockExceeded(
          form,
          there.reduce((sum, each) => sum + each.faceValue * each.pieces, 0),
        ),
      );
    const context = { departmentCode, claimId, ...said(act.by, act.at) };
    return accepted(lots.map((lot) => stockMove('SET_ASIDE', { form, ...lot }, context)));
  }

  /** Hands over what was set aside, each piece by its number: paid without a bank, once. */
  handOver(claimId: string, given: HandingOver, version: number | null, by: Person): Promise<Handled> {
    const { desk, ledger, stock } = this.parts;
    return desk.handle('handOver', { id: claimId, version, by }, async ({ tx, claim, to, now, act }) => {
      const { form, departmentCode, amount } = claim;
      if (!isStockForm(form)) return refused(paidByBank());
      await ledger.lockHead(tx);
      const [lots] = await ledger.setAside([claimId], tx);
      const decided = decideHandingOver(form, amount, lots!, given);
      if (!decided.ok) return decided;
      const pieces = decided.value;
      if (form === 'GIFT_CERTIFICATE' && (await stock.taken(tx, pieces)).length > 0) return refused(numberTaken());
      await stock.handOver(tx, { claimId, form, amount, handedBy: by.id, handedAt: now }, pieces);
      const context = { departmentCode, claimId, ...said(by.id, now) };
      await ledger.append(tx, [
        move('HAND_OVER', amount, { ...context, year: claim.budgetYear! }),
        ...lots!.map((lot) => stockMove('ISSUE', { form, ...lot }, context)),
      ]);
      const paid = await desk.parts.claims.step(tx, claim, act, { status: to, paidAt: now });
      await desk.tell(tx, { type: 'claim.handed-over.v1', payload: { ...claimPayload(paid), thing: form } });
      return accepted(claimId);
    });
  }

  /** Takes back what was handed over: money is reserved and stock set aside again, to be handed over anew or revoked. */
  takeBack(claimId: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    const { desk, ledger, stock } = this.parts;
    return desk.handle('takeBack', { id: claimId, version, by }, async ({ tx, claim, to, now, act }) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const { form } = claim;
      if (!isStockForm(form)) return refused(paidByBank());
      const why = reason.trim();
      await ledger.lockHead(tx);
      const handed = await ledger.standing(tx, claimId, 'HAND_OVER');
      const issued = await ledger.standing(tx, claimId, 'ISSUE');
      const reversing = { postedAt: now, postedBy: by.id, reason: why };
      await ledger.append(
        tx,
        [...handed, ...issued].map((entry) => reversalOf(entry, reversing)),
      );
      await stock.takeBack(tx, claimId, { by: by.id, at: now, why });
      const back = await desk.parts.claims.step(tx, claim, { ...act, reason: why }, { status: to, paidAt: null });
      await desk.tell(tx, { type: 'claim.taken-back.v1', payload: { ...claimPayload(back), thing: form } });
      return accepted(claimId);
    });
  }
}

/** A stock has no year: its entries stand in the year in which they are written. */
const said = (postedBy: string, postedAt: Date): Pick<Context, 'postedBy' | 'postedAt' | 'year'> => ({
  ...{ postedBy, postedAt, year: Number(localDate(postedAt).slice(0, 4)) },
});

const NAMES: Readonly<Record<StockForm, readonly [ko: string, en: string]>> = {
  GIFT_CERTIFICATE: ['상품권', 'gift certificates'],
  LOCAL_CURRENCY: ['지역화폐', 'local currency'],
};

const stockExceeded = (form: StockForm, left: number, field = 'stock'): Refusal =>
  refusal(
    'BUDGET_EXCEEDED',
    `${NAMES[form][0]} 재고로 맞출 수 없습니다. 남은 재고는 액면 ${left.toLocaleString('ko')}원입니다. receiveStock으로 채우거나 권종을 확인해 주십시오.`,
    `The stock of ${NAMES[form][1]} does not make it up: ${left.toLocaleString('en')} KRW are left. Fill it with receiveStock, or look at its face values.`,
    field,
  );

const paidByBank = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '현금 보상은 은행으로 지급합니다. 상품권과 지역화폐만 건네줄 수 있습니다.',
    'Cash is paid through the bank: gift certificates and local currency are handed over.',
  );

const numberTaken = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이미 다른 분께 드린 상품권 번호가 있습니다. 번호를 확인해 주십시오.',
    'A certificate with such a number was handed to somebody already: look at the numbers.',
    'certificates',
  );
