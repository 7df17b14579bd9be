import type { z } from 'zod';
import {
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  Successions,
  announce,
  deadlineGaugeHelp,
  readDeadlineGauges,
  recomputeProvisional,
} from '@charter/deadlines';
import { SignedAddresses } from '@charter/attachments';
import { MY_DATA_PATH } from '@charter/contracts';
import { Eraser, erasureConsumer, MyData, ReadingLog } from '@charter/personal-data';
import { type Composition, DeadlineResolver, type Platform, RetentionLoop, SuccessionLoop } from '@charter/service';
import { CitizenClaimService } from './citizen-claim.service';
import { ClaimDesk } from './claim-desk';
import { ClaimService } from './claim.service';
import { DecidingService } from './deciding.service';
import { DEADLINE_KINDS } from './domain/deadline-kinds';
import type { compensationEnv } from './env';
import { ClaimMutations } from './graph/claim.mutations';
import { CitizenResolver, ClaimResolver, ComplaintResolver } from './graph/claim.resolver';
import { type CompensationContext, createContext } from './graph/context';
import { HistoryResolver } from './graph/history/history.resolver';
import { LedgerMutations } from './graph/ledger/ledger.mutations';
import { BudgetResolver, LedgerEntryResolver, LedgerResolver } from './graph/ledger/ledger.resolver';
import { DepartmentResolver, StandardPaidResolver } from './graph/payouts/paid.resolver';
import { ClaimLettersResolver, LetterResolver } from './graph/letters/letter.resolver';
import { PayoutMutations } from './graph/payouts/payout.mutations';
import { PayoutResolver } from './graph/payouts/payout.resolver';
import { RuleResolver } from './graph/rule.resolver';
import { StockMutations } from './graph/stock/stock.mutations';
import { ClaimHandoutsResolver, HandoutResolver, StockResolver } from './graph/stock/stock.resolver';
import { StandardResolver } from './graph/standard.resolver';
import { charterConsumer } from './jobs/charter.consumer';
import { claimNews } from './jobs/claim-news';
import { claimsConsumer } from './jobs/claims.consumer';
import { compensationEstates } from './jobs/estates';
import { LetterJob } from './jobs/letter.job';
import { letterRoutes } from './jobs/letter.routes';
import { claimFactsRoute } from './jobs/notice-facts.route';
import { PayoutJob } from './jobs/payout.job';
import { LedgerService } from './ledger.service';
import { LetterService } from './letter.service';
import { PayoutService } from './payout.service';
import { RuleService } from './rule.service';
import { StockService } from './stock.service';
import { ClaimStore } from './store/claim.store';
import { HistoryStore } from './store/history/history.store';
import { LedgerStore } from './store/ledger/ledger.store';
import { LetterStore } from './store/letters/letter.store';
import { PayoutStore } from './store/payouts/payout.store';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';
import { RuleStore } from './store/rule.store';
import { StockStore } from './store/stock/stock.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Platform<z.output<typeof compensationEnv>>): Promise<Composition<CompensationContext>> {
  const secret = env.CURSOR_SECRET;
  const rules = new RuleStore(dataSource);
  const store = new ClaimStore(dataSource, cursors);
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const estates = compensationEstates;
  const successions = new Successions({ dataSource, service: 'compensation', deadlines, estates, clock });
  const claims = new ClaimService(store);
  const desk = new ClaimDesk({ dataSource, claims: store, deadlines, clock });
  const ledger = new LedgerStore(dataSource, cursors);
  const payouts = new PayoutStore(dataSource, cursors, env.PRIVACY_KEYS);
  const stocks = new StockStore(dataSource, env.PRIVACY_KEYS);
  const stock = new StockService({ dataSource, ledger, stock: stocks, desk, clock, secret });
  const money = new LedgerService({ dataSource, ledger, stocks, stock, claims: store, payouts, desk, clock, secret });
  const letters = new LetterStore(dataSource, env.PRIVACY_KEYS);
  const addresses = new SignedAddresses(env.PUBLIC_URL, env.CURSOR_SECRET, 'letters');
  const readings = new ReadingLog('compensation', env.PRIVACY_KEYS);
  const apologies = new LetterService({
    ...{ dataSource, letters, claims: store, rules, deadlines, services, addresses, readings, clock },
  });
  const paying = new PayoutService({ dataSource, payouts, claims: store, desk, deadlines, readings, clock, secret });
  const news = [claimNews(store)];
  const moving = { service: 'compensation', deadlines, news, clock } as const;
  const eraser = new Eraser(RECORD_KINDS);
  return {
    resolvers: [
      new RuleResolver(new RuleService({ dataSource, rules, claims: store, deadlines, clock, secret })),
      new ClaimResolver(store),
      new ClaimMutations(
        new CitizenClaimService({ desk, claims, rules, services, secret }),
        new DecidingService(desk, claims, rules, money, apologies),
      ),
      new HistoryResolver(new HistoryStore(dataSource)),
      new LetterResolver(apologies),
      new ClaimLettersResolver(),
      new LedgerResolver(ledger),
      new LedgerMutations(money, ledger),
      new LedgerEntryResolver(),
      new BudgetResolver(),
      new StockResolver(stocks, store),
      new StockMutations(stock),
      new ClaimHandoutsResolver(),
      new HandoutResolver(),
      new PayoutResolver(payouts),
      new PayoutMutations(paying),
      new DepartmentResolver(),
      new StandardResolver(),
      new StandardPaidResolver(),
      new ComplaintResolver(),
      new CitizenResolver(),
      new DeadlineResolver(),
    ],
    context: createContext({ dataSource, store, ledger, payouts, stocks, letters, rules, deadlines, clock }),
    handlers: [
      claimsConsumer({ rules, store, claims, deadlines, clock, log }),
      charterConsumer({ ...moving, holidays, letters, successions }),
      erasureConsumer('compensation', eraser, clock),
    ],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'compensation', announce: announce(news), logger: log }),
      new PayoutJob({ dataSource, service: paying, payouts, claims: store, ledger, clock, log }),
      new LetterJob({ letters, service: apologies, clock, log }),
      new RetentionLoop({ dataSource, eraser, clock, log }),
      recomputeProvisional({ dataSource, ...moving }),
      new SuccessionLoop(successions, log),
    ],
    streamed: letterRoutes(apologies, addresses, clock, log),
    internal: {
      '/internal/notice-facts': claimFactsRoute(dataSource, store),
      [MY_DATA_PATH]: new MyData({ dataSource, holdings: HOLDINGS, keys: env.PRIVACY_KEYS }).route,
    },
    gauges: { help: deadlineGaugeHelp, read: async () => ({ ...(await readDeadlineGauges(dataSource)) }) },
  };
}
