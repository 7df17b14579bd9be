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
import { MY_DATA_PATH } from '@charter/contracts';
import { Eraser, MyData, erasureConsumer } from '@charter/personal-data';
import {
  type Composition,
  DeadlineResolver,
  type Platform,
  type ServiceEnv,
  RetentionLoop,
  SuccessionLoop,
  factsBySubject,
} from '@charter/service';
import { CharterService } from './charters/charter.service';
import { DepartmentService } from './department.service';
import { DEADLINE_KINDS } from './domain/improvements/deadline-kinds';
import {
  CharterChangeResolver,
  CharterClauseResolver,
  CharterDepartmentResolver,
  CharterDutyResolver,
  CharterStandardResolver,
  CharterTextChangeResolver,
} from './graph/charter/charter-parts.resolver';
import { CharterMutations } from './graph/charter/charter.mutations';
import { CharterResolver } from './graph/charter/charter.resolver';
import { type CharterContext, createContext } from './graph/context';
import { DepartmentResolver } from './graph/department.resolver';
import { HolidayResolver } from './graph/holiday.resolver';
import {
  ComplaintImprovementsResolver,
  ContestEntryImprovementsResolver,
  MonitoringReportImprovementsResolver,
  DepartmentImprovementsResolver,
  ProposalImprovementsResolver,
  StandardImprovementsResolver,
} from './graph/improvements/contributions.resolver';
import { ImprovementMutations } from './graph/improvements/improvement.mutations';
import { ImprovementResolver } from './graph/improvements/improvement.resolver';
import { ComplianceResolver } from './graph/scorecards/compliance.resolver';
import { ScorecardDepartmentResolver, ScorecardFigureResolver } from './graph/scorecards/parts.resolver';
import { ScorecardResolver } from './graph/scorecards/scorecard.resolver';
import { StandardResolver, StandardTargetResolver } from './graph/standard.resolver';
import { HolidayService } from './holiday.service';
import { ImprovementDesk } from './improvements/improvement-desk';
import { ImprovementService } from './improvements/improvement.service';
import { OpeningService } from './improvements/opening.service';
import { improvementNews } from './jobs/improvement-news';
import { improvementFactsRoute } from './jobs/notice-facts.route';
import { openDataRoutes } from './jobs/open-data.routes';
import { SuccessionJob } from './jobs/succession.job';
import { scoresConsumer } from './jobs/scores.consumer';
import { ComplianceService } from './scorecards/compliance.service';
import { CountService } from './scorecards/count.service';
import { Owners } from './scorecards/owners';
import { ScorecardService } from './scorecards/scorecard.service';
import { charterEstates } from './estates';
import { StandardService } from './standard.service';
import { CharterStore } from './store/charter/charter.store';
import { DepartmentStore } from './store/department.store';
import { HolidayStore } from './store/holiday.store';
import { ImprovementLists } from './store/improvements/improvement-lists';
import { ImprovementStore } from './store/improvements/improvement.store';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';
import { CountStore } from './store/scorecards/count.store';
import { ScorecardStore } from './store/scorecards/scorecard.store';
import { StandardStore } from './store/standard.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Platform<ServiceEnv>): Promise<Composition<CharterContext>> {
  const secret = env.CURSOR_SECRET;
  const charters = new CharterStore(dataSource, cursors);
  const departments = new DepartmentStore(dataSource);
  const declarations = new HolidayStore(dataSource);
  const standards = new StandardStore(dataSource);
  const improvements = new ImprovementStore(dataSource);
  const lists = new ImprovementLists(dataSource, cursors, clock);
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const news = [improvementNews(improvements)];
  const moving = { dataSource, deadlines, news, clock };
  const estates = charterEstates({ departments, standards });
  const successions = new Successions({ dataSource, service: 'charter', deadlines, estates, clock });
  const departing = new DepartmentService({ dataSource, departments, successions, clock, secret });
  const desk = new ImprovementDesk({ dataSource, improvements, standards, deadlines, clock });
  const opening = new OpeningService({ desk, departments, services, secret });
  const scorecards = new ScorecardStore(dataSource);
  const counts = new CountStore(dataSource);
  const measured = { departments, counts, owners: new Owners({ services, clock }) };
  const drafts = new ScorecardService({ ...measured, dataSource, scorecards, standards, clock, secret });
  const compliances = new ComplianceService(measured);
  const read = { dataSource, charters, departments, standards, improvements, lists, deadlines, scorecards, counts };
  const shown = { ...read, drafts, compliances, clock };
  const eraser = new Eraser(RECORD_KINDS);
  return {
    resolvers: [
      new CharterResolver(charters, clock),
      new CharterMutations(new CharterService({ dataSource, charters, standards, departments, clock, secret })),
      ...[new CharterClauseResolver(), new CharterDutyResolver(), new CharterDepartmentResolver()],
      ...[new CharterStandardResolver(), new CharterChangeResolver(), new CharterTextChangeResolver()],
      new DepartmentResolver(departing),
      new HolidayResolver(new HolidayService({ ...moving, declarations, holidays })),
      new StandardResolver(new StandardService({ dataSource, standards, departments, clock, secret })),
      new StandardTargetResolver(),
      new ImprovementResolver(lists),
      new ImprovementMutations({
        opening,
        handling: new ImprovementService(desk, secret),
      }),
      new ComplianceResolver(new CountService({ dataSource, counts, standards, departments, clock, secret })),
      new ScorecardResolver(drafts, scorecards),
      new ScorecardDepartmentResolver(),
      new ScorecardFigureResolver(),
      new DepartmentImprovementsResolver(),
      new StandardImprovementsResolver(),
      new ComplaintImprovementsResolver(),
      new ProposalImprovementsResolver(),
      new ContestEntryImprovementsResolver(),
      new MonitoringReportImprovementsResolver(),
      new DeadlineResolver(),
    ],
    context: createContext(shown),
    handlers: [scoresConsumer({ standards, departments, opening, clock }), erasureConsumer('charter', eraser, clock)],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'charter', announce: announce(news), logger: log }),
      recomputeProvisional({ ...moving, service: 'charter' }),
      new SuccessionJob(departing, log),
      new RetentionLoop({ dataSource, eraser, clock, log }),
      new SuccessionLoop(successions, log),
    ],
    internal: {
      [MY_DATA_PATH]: new MyData({ dataSource, holdings: HOLDINGS }).route,
      '/internal/notice-facts': factsBySubject({
        IMPROVEMENT: improvementFactsRoute({ dataSource, improvements, services }),
        SUCCESSION: async () => ({ stillTrue: true, contact: null, words: {} }),
      }),
    },
    streamed: openDataRoutes(scorecards),
    gauges: { help: deadlineGaugeHelp, read: () => readDeadlineGauges(dataSource) },
  };
}
