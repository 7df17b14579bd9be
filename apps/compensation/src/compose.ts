import type { Composition, Platform, ServiceEnv } from '@charter/service';
import { ClaimService } from './claim.service';
import { CitizenResolver, ClaimResolver, ComplaintResolver } from './graph/claim.resolver';
import { type CompensationContext, createContext } from './graph/context';
import { RuleResolver } from './graph/rule.resolver';
import { claimFactsRoute } from './jobs/notice-facts.route';
import { overdueConsumer } from './jobs/overdue.consumer';
import { RuleService } from './rule.service';
import { ClaimStore } from './store/claim.store';
import { RuleStore } from './store/rule.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
}: Platform<ServiceEnv>): Promise<Composition<CompensationContext>> {
  const rules = new RuleStore(dataSource);
  const claims = new ClaimStore(dataSource, cursors);
  return {
    resolvers: [
      new RuleResolver(new RuleService({ dataSource, rules, clock, secret: env.CURSOR_SECRET })),
      new ClaimResolver(claims),
      new ComplaintResolver(),
      new CitizenResolver(),
    ],
    context: createContext(claims),
    handlers: [overdueConsumer({ rules, claims: new ClaimService(claims), clock, log })],
    loops: [],
    internal: { '/internal/notice-facts': claimFactsRoute(claims) },
  };
}
