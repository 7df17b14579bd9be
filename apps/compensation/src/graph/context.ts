import DataLoader from 'dataloader';
import { atLocal, localDate } from '@charter/calendar';
import { type Deadline, type Deadlines, deadlinesById } from '@charter/deadlines';
import {
  type Clock,
  type Connection,
  type DeadlineContext,
  type Page,
  type RequestContext,
  deadlineContext,
} from '@charter/service';
import type { DataSource } from 'typeorm';
import type { Pieces } from '../domain/stock/stock';
import type { ClaimStore } from '../store/claim.store';
import type { ClaimEntity, ClaimHistoryEntity, RuleEntity } from '../store/compensation.entity';
import type { LedgerPostingEntity } from '../store/ledger/ledger.entity';
import type { LedgerStore } from '../store/ledger/ledger.store';
import type { LetterAccessEntity } from '../store/letters/letter.entity';
import type { LetterStore, SentLetter } from '../store/letters/letter.store';
import type { PayoutAccountEntity } from '../store/payouts/payout.entity';
import type { PayoutStore } from '../store/payouts/payout.store';
import type { RuleStore } from '../store/rule.store';
import type { Handout, StockStore } from '../store/stock/stock.store';

/** A page of one citizen's claims. */
interface OwnPage extends Page {
  readonly citizenId: string;
}

/** A department or a standard, and from which day to which one, both included. */
interface PaidIn {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

interface Paid {
  readonly count: number;
  readonly amount: number;
}

export interface CompensationContext extends DeadlineContext {
  readonly claims: DataLoader<string, ClaimEntity | undefined>;
  readonly claimsOfComplaint: DataLoader<string, readonly ClaimEntity[]>;
  readonly claimsOfCitizen: DataLoader<OwnPage, Connection<ClaimEntity>, string>;
  readonly deadlines: DataLoader<string, Deadline | undefined>;
  readonly accounts: DataLoader<string, PayoutAccountEntity | undefined>;
  readonly paid: DataLoader<PaidIn, Paid, string>;
  readonly paidOfStandard: DataLoader<PaidIn, Paid, string>;
  readonly handouts: DataLoader<string, readonly Handout[]>;
  readonly setAside: DataLoader<string, readonly Pieces[]>;
  readonly postings: DataLoader<number, readonly LedgerPostingEntity[]>;
  readonly history: DataLoader<string, readonly ClaimHistoryEntity[]>;
  readonly rulesOfStandard: DataLoader<string, readonly RuleEntity[]>;
  readonly letters: DataLoader<string, readonly SentLetter[]>;
  readonly letterAccess: DataLoader<string, readonly LetterAccessEntity[]>;
}

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly store: ClaimStore;
  readonly ledger: LedgerStore;
  readonly payouts: PayoutStore;
  readonly stocks: StockStore;
  readonly letters: LetterStore;
  readonly rules: RuleStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({ dataSource, store, ledger, payouts, stocks, letters, rules, deadlines, clock }: ContextParts) =>
  (base: RequestContext): CompensationContext => ({
    ...base,
    ...deadlineContext(dataSource, deadlines, clock),
    deadlines: new DataLoader(async (ids) => {
      const found = new Map((await deadlinesById(dataSource.manager, ids)).map((each) => [each.id, each]));
      return ids.map((id) => found.get(id));
    }),
    claims: new DataLoader((ids) => store.byIds(ids)),
    claimsOfComplaint: new DataLoader((ids) => store.ofComplaints(ids)),
    // Citizens see their own alone: however often one stands in an answer, it is one page.
    claimsOfCitizen: new DataLoader(
      (pages) => Promise.all(pages.map(({ citizenId, ...page }) => store.page({ citizenId }, {}, page))),
      { cacheKeyFn: ({ citizenId, first, after }) => JSON.stringify([citizenId, first, after]) },
    ),
    accounts: new DataLoader((ids) => payouts.accountsOf(ids)),
    paid: paidLoader((codes, from, to) => payouts.paid(codes, from, to)),
    paidOfStandard: paidLoader((codes, from, to) => payouts.paidOfStandards(codes, from, to)),
    handouts: new DataLoader((ids) => stocks.ofClaims(ids)),
    setAside: new DataLoader((ids) => ledger.setAside(ids)),
    postings: new DataLoader((seqs) => ledger.postingsOf(seqs)),
    history: new DataLoader((ids) => store.historyOf(ids)),
    rulesOfStandard: new DataLoader((codes) => rules.ofStandards(codes, localDate(clock.now()))),
    letters: new DataLoader((ids) => letters.sentOf(ids)),
    letterAccess: new DataLoader((ids) => letters.accessOf(ids)),
  });

const paidLoader = (read: PayoutStore['paid']): DataLoader<PaidIn, Paid, string> =>
  new DataLoader((asked) => paidIn(read, asked), { cacheKeyFn: (asked) => JSON.stringify(asked) });

/** One statement for each period that is asked for. */
async function paidIn(read: PayoutStore['paid'], asked: readonly PaidIn[]): Promise<Paid[]> {
  const periods = new Map(asked.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  const found = new Map<string, Paid>();
  for (const [period, { from, to }] of periods) {
    const codes = asked.filter((each) => `${each.from} ${each.to}` === period).map(({ code }) => code);
    for (const row of await read(codes, atLocal(from, '00:00'), atLocal(to, '24:00')))
      found.set(`${row.code} ${period}`, { count: row.count, amount: Number(row.amount) });
  }
  return asked.map(({ code, from, to }) => found.get(`${code} ${from} ${to}`) ?? { count: 0, amount: 0 });
}
