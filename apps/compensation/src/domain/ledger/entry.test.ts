import fc from 'fast-check';
import {
  ENTRY_KINDS,
  type EntryDraft,
  GENESIS,
  MOVES,
  type Move,
  STOCK_MOVES,
  type StockMove,
  chain,
  chainHash,
  isReversible,
  move,
  reversalOf,
  stockMove,
} from './entry';

const context = {
  ...{ departmentCode: 'ROADS', year: 2026, claimId: null, postedBy: 'somebody' },
  postedAt: new Date('2026-12-01T00:00:00Z'),
};
const balance = ({ postings }: Pick<EntryDraft, 'postings'>) =>
  postings.reduce((sum, { side, amount }) => sum + (side === 'DEBIT' ? amount : -amount), 0);
const kinds = [...(Object.keys(MOVES) as Move[]), ...(Object.keys(STOCK_MOVES) as StockMove[])];
const moves = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 10 ** 9 }));
const written = (kind: Move | StockMove, amount: number): EntryDraft =>
  kind in MOVES
    ? move(kind as Move, amount, context)
    : stockMove(kind as StockMove, { form: 'GIFT_CERTIFICATE', faceValue: 5_000, pieces: amount }, context);

it('balances every entry and its reversal, which together move nothing', () => {
  fc.assert(
    fc.property(moves, ([kind, amount]) => {
      const [entry] = chain([written(kind, amount)], { seq: 0, hash: GENESIS }, ['a']);
      const back = reversalOf(entry!, { postedAt: context.postedAt, postedBy: 'other', reason: 'wrong' });
      expect([balance(entry!), balance(back), back.reverses]).toEqual([0, 0, 1]);
      for (const { account, side, amount: moved } of back.postings)
        expect(entry!.postings).toContainEqual({ account, side: side === 'DEBIT' ? 'CREDIT' : 'DEBIT', amount: moved });
    }),
  );
});

it('takes back budgets, reservations and payments, not what the bank settles, nor a reversal', () =>
  expect(ENTRY_KINDS.filter(isReversible)).toEqual(['RAISE', 'CUT', 'RESERVE', 'PAY', 'RECEIVE', 'WRITE_OFF']));

it('hashes an entry of a budget as before there were stocks: old chains stay whole', () => {
  const [entry] = chain([move('RAISE', 1_000, context)], { seq: 0, hash: GENESIS }, ['a']);
  expect(entry!.hash).toBe('b3b2b6a590fd705bedf7f021b04c6a862e619d2128bad612a269803778785cad');
});

it('chains entries so that a change of any of them shows', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 1, maxLength: 20 }), fc.nat(), (list, pick) => {
      const drafts = list.map(([kind, amount]) => written(kind, amount));
      const entries = chain(
        drafts,
        { seq: 0, hash: GENESIS },
        drafts.map((_, at) => `id-${at}`),
      );
      expect(entries.map(({ seq }) => seq)).toEqual(drafts.map((_, at) => at + 1));
      entries.forEach(({ hash, ...entry }, at) => {
        expect(chainHash(entry)).toBe(hash);
        expect(entry.previousHash).toBe(entries[at - 1]?.hash ?? GENESIS);
      });
      const { hash, ...changed } = entries[pick % entries.length]!;
      for (const change of [
        { year: 2025 },
        { postedBy: 'x' },
        { reason: 'x' },
        { previousHash: 'x' },
        { form: 'LOCAL_CURRENCY' as const, faceValue: 1 },
        { postings: changed.postings.slice(1) },
      ])
        expect(chainHash({ ...changed, ...change })).not.toBe(hash);
    }),
  );
});
