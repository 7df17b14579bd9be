import type { z } from 'zod';
import { CONVERTED_PROPOSAL_PATH } from '@charter/contracts';
import { DeadlineSweep, Deadlines, DeclaredHolidays, deadlineGaugeHelp, readDeadlineGauges } from '@charter/deadlines';
import { type Composition, DeadlineResolver, type Platform } from '@charter/service';
import { ConversionService } from './conversion.service';
import { DEADLINE_KINDS } from './domain/deadline-kinds';
import type { participationEnv } from './env';
import { CitizenResolver } from './graph/citizen.resolver';
import { type ParticipationContext, createContext } from './graph/context';
import { ConversionResolver } from './graph/conversions/conversion.resolver';
import { ProposalResolver } from './graph/proposal.resolver';
import { conversionsConsumer } from './jobs/conversions/conversions.consumer';
import { convertedProposalRoute } from './jobs/conversions/converted-proposal.route';
import { charterConsumer } from './jobs/charter.consumer';
import { type DeadlineNews, announce } from './jobs/deadline-news';
import { factsBySubject } from './jobs/facts-by-subject';
import { proposalFactsRoute } from './jobs/notice-facts.route';
import { recomputeProvisional } from './jobs/recompute-provisional.job';
import { ProposalService } from './proposal.service';
import { DepartmentStore } from './store/department.store';
import { ProposalStore } from './store/proposal.store';

type Env = z.output<typeof participationEnv>;

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Platform<Env>): Promise<Composition<ParticipationContext>> {
  const store = new ProposalStore(dataSource, cursors, env.PRIVACY_KEYS);
  const departments = new DepartmentStore();
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const proposals = new ProposalService(dataSource, store, departments, clock, env.CURSOR_SECRET);
  const conversions = new ConversionService({ dataSource, proposals: store, services, clock });
  const news: readonly DeadlineNews[] = [];
  return {
    resolvers: [
      new ProposalResolver(proposals),
      new ConversionResolver(conversions),
      new CitizenResolver(proposals),
      new DeadlineResolver(),
    ],
    context: createContext({ dataSource, proposals: store, deadlines, clock }),
    handlers: [charterConsumer({ departments, deadlines, holidays, news, clock }), conversionsConsumer(conversions)],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'participation', announce: announce(news), logger: log }),
      recomputeProvisional({ dataSource, deadlines, news, clock }),
    ],
    internal: {
      '/internal/notice-facts': factsBySubject({ PROPOSAL: proposalFactsRoute(store) }),
      [CONVERTED_PROPOSAL_PATH]: convertedProposalRoute(store),
    },
    gauges: { help: deadlineGaugeHelp, read: () => readDeadlineGauges(dataSource) },
  };
}
