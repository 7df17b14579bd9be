import type { z } from 'zod';
import type { Composition, Platform } from '@charter/service';
import type { participationEnv } from './env';
import { CitizenResolver } from './graph/citizen.resolver';
import { type ParticipationContext, createContext } from './graph/context';
import { ProposalResolver } from './graph/proposal.resolver';
import { departmentsConsumer } from './jobs/departments.consumer';
import { proposalFactsRoute } from './jobs/notice-facts.route';
import { ProposalService } from './proposal.service';
import { ProposalStore } from './store/proposal.store';

type Env = z.output<typeof participationEnv>;

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
}: Platform<Env>): Promise<Composition<ParticipationContext>> {
  const store = new ProposalStore(dataSource, cursors, env.PRIVACY_KEYS);
  const proposals = new ProposalService(dataSource, store, clock, env.CURSOR_SECRET);
  return {
    resolvers: [new ProposalResolver(proposals), new CitizenResolver(proposals)],
    context: createContext(store),
    handlers: [departmentsConsumer(store)],
    loops: [],
    internal: { '/internal/notice-facts': proposalFactsRoute(store) },
  };
}
