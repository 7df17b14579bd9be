import { type Refusal, refusal } from '@charter/contracts';
import type { Form } from '../rule';

/** Forms that are handed over, and of which there is a stock. */
export const STOCK_FORMS = ['GIFT_CERTIFICATE', 'LOCAL_CURRENCY'] as const satisfies readonly Form[];
export type StockForm = (typeof STOCK_FORMS)[number];

export const isStockForm = (form: Form): form is StockForm => form !== 'CASH';

/** A kind of piece: what it is, and what it is worth in KRW. Local currency is charged to the won: its pieces are worth one. */
export interface Lot {
  readonly form: StockForm;
  readonly faceValue: number;
}

/** So many pieces of one face value. */
export interface Pieces {
  readonly faceValue: number;
  readonly pieces: number;
}

/** What gift certificates are worth is a multiple of it: no stock makes up less. */
export const CERTIFICATE_UNIT = 1_000;
const MOST_FACE_VALUE = 500_000;
/** What is received or written off at once, at face value, in KRW. */
const MOST = 10_000_000_000;

/** The faults of what is received, or written off. */
export function* lotFaults({ form, faceValue, pieces }: Lot & { readonly pieces: number }): Generator<Refusal> {
  if (form === 'LOCAL_CURRENCY' && faceValue !== 1)
    yield refusal(
      'INVALID_VALUE',
      '지역화폐는 원 단위로 충전하므로 액면가가 1입니다. 수량에 금액을 적어 주십시오.',
      'Local currency is charged to the won: its face value is 1, and the number of pieces is the amount.',
      'faceValue',
    );
  if (
    form === 'GIFT_CERTIFICATE' &&
    (!Number.isInteger(faceValue / CERTIFICATE_UNIT) || faceValue < CERTIFICATE_UNIT || faceValue > MOST_FACE_VALUE)
  )
    yield refusal(
      'INVALID_VALUE',
      '상품권 액면가는 1,000원 단위로 1,000원 이상 500,000원 이하입니다.',
      'A gift certificate is worth 1,000 to 500,000 KRW, in steps of 1,000.',
      'faceValue',
    );
  if (!Number.isInteger(pieces) || pieces < 1 || pieces * faceValue > MOST)
    yield refusal(
      'INVALID_VALUE',
      '수량은 1 이상, 액면 합계는 100억 원 이하입니다.',
      'There is at least one piece, and at most 10,000,000,000 KRW in all.',
      'pieces',
    );
}

/**
 * Makes up an amount from what is in stock, to the won, the largest pieces first.
 * @returns undefined when the stock cannot
 */
export function makeUp(amount: number, stock: readonly Pieces[]): Pieces[] | undefined {
  const lots = stock.filter(({ pieces }) => pieces > 0).sort((a, b) => b.faceValue - a.faceValue);
  const hopeless = new Set<string>();
  function from(at: number, rest: number): Pieces[] | undefined {
    if (rest === 0) return [];
    const lot = lots[at];
    const key = `${at} ${rest}`;
    if (!lot || hopeless.has(key)) return undefined;
    for (let pieces = Math.min(lot.pieces, Math.floor(rest / lot.faceValue)); pieces >= 0; pieces -= 1) {
      const others = from(at + 1, rest - pieces * lot.faceValue);
      if (others) return pieces > 0 ? [{ faceValue: lot.faceValue, pieces }, ...others] : others;
    }
    hopeless.add(key);
    return undefined;
  }
  return from(0, amount);
}
