import {
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  announce,
  deadlineGaugeHelp,
  readDeadlineGauges,
  recomputeProvisional,
} from '@charter/deadlines';
import { type Composition, DeadlineResolver, type Platform, type ServiceEnv } from '@charter/service';
import { CitizenClaimService } from './citizen-claim.service';
import { ClaimDesk } from './claim-desk';
import { ClaimService } from './claim.service';
import { DecidingService } from './deciding.service';
import { DEADLINE_KINDS } from './domain/deadline-kinds';
import { ClaimMutations } from './graph/claim.mutations';
import { CitizenResolver, ClaimResolver, ComplaintResolver } from './graph/claim.resolver';
import { type CompensationContext, createContext } from './graph/context';
import { LedgerMutations } from './graph/ledger/ledger.mutations';
import { BudgetResolver, LedgerEntryResolver, LedgerResolver } from './graph/ledger/ledger.resolver';
import { RuleResolver } from './graph/rule.resolver';
import { charterConsumer } from './jobs/charter.consumer';
import { claimNews } from './jobs/claim-news';
import { claimsConsumer } from './jobs/claims.consumer';
import { claimFactsRoute } from './jobs/notice-facts.route';
import { LedgerService } from './ledger.service';
import { RuleService } from './rule.service';
import { ClaimStore } from './store/claim.store';
import { LedgerStore } from './store/ledger/ledger.store';
import { RuleStore } from './store/rule.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Platform<ServiceEnv>): Promise<Composition<CompensationContext>> {
  const secret = env.CURSOR_SECRET;
  const rules = new RuleStore(dataSource);
  const store = new ClaimStore(dataSource, cursors);
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const claims = new ClaimService(store);
  const desk = new ClaimDesk({ dataSource, claims: store, deadlines, clock });
  const ledger = new LedgerStore(dataSource, cursors);
  const money = new LedgerService({ dataSource, ledger, claims: store, desk, clock, secret });
  const news = [claimNews(store)];
  const moving = { service: 'compensation', deadlines, news, clock } as const;
  return {
    resolvers: [
      new RuleResolver(new RuleService({ dataSource, rules, clock, secret })),
      new ClaimResolver(store),
      new ClaimMutations(
        new CitizenClaimService({ desk, claims, rules, services, secret }),
        new DecidingService(desk, claims, rules, money),
      ),
      new LedgerResolver(ledger),
      new LedgerMutations(money, ledger),
      new LedgerEntryResolver(),
      new BudgetResolver(),
      new ComplaintResolver(),
      new CitizenResolver(),
      new DeadlineResolver(),
    ],
    context: createContext({ dataSource, store, ledger, deadlines, clock }),
    handlers: [
      claimsConsumer({ rules, store, claims, deadlines, clock, log }),
      charterConsumer({ ...moving, holidays }),
    ],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'compensation', announce: announce(news), logger: log }),
      recomputeProvisional({ dataSource, ...moving }),
    ],
    internal: { '/internal/notice-facts': claimFactsRoute(dataSource, store) },
    gauges: { help: deadlineGaugeHelp, read: async () => ({ ...(await readDeadlineGauges(dataSource)) }) },
  };
}
