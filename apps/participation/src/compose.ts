import type { z } from 'zod';
import { CONVERTED_PROPOSAL_PATH } from '@charter/contracts';
import type { Composition, Platform } from '@charter/service';
import { ConversionService } from './conversion.service';
import type { participationEnv } from './env';
import { CitizenResolver } from './graph/citizen.resolver';
import { type ParticipationContext, createContext } from './graph/context';
import { ConversionResolver } from './graph/conversions/conversion.resolver';
import { ProposalResolver } from './graph/proposal.resolver';
import { conversionsConsumer } from './jobs/conversions/conversions.consumer';
import { convertedProposalRoute } from './jobs/conversions/converted-proposal.route';
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
  services,
}: Platform<Env>): Promise<Composition<ParticipationContext>> {
  const store = new ProposalStore(dataSource, cursors, env.PRIVACY_KEYS);
  const proposals = new ProposalService(dataSource, store, clock, env.CURSOR_SECRET);
  const conversions = new ConversionService({ dataSource, proposals: store, services, clock });
  return {
    resolvers: [new ProposalResolver(proposals), new ConversionResolver(conversions), new CitizenResolver(proposals)],
    context: createContext(store),
    handlers: [departmentsConsumer(store), conversionsConsumer(conversions)],
    loops: [],
    internal: {
      '/internal/notice-facts': proposalFactsRoute(store),
      [CONVERTED_PROPOSAL_PATH]: convertedProposalRoute(store),
    },
  };
}
