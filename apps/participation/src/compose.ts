import type { z } from 'zod';
import { AttachmentResolver, attachmentGaugeHelp, openAttachments, readAttachmentGauges } from '@charter/attachments';
import { CONVERTED_PROPOSAL_PATH, IMPROVEMENT_SOURCE_PATH, MY_DATA_PATH } from '@charter/contracts';
import {
  type DeadlineNews,
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  Successions,
  announce,
  deadlineGaugeHelp,
  readDeadlineGauges,
  recomputeProvisional,
} from '@charter/deadlines';
import { Eraser, MyData, erasureConsumer } from '@charter/personal-data';
import {
  type Composition,
  DeadlineResolver,
  type Platform,
  RetentionLoop,
  SuccessionLoop,
  factsBySubject,
  sourcesByKind,
} from '@charter/service';
import { AnsweringService } from './answering.service';
import { CommentService } from './comment.service';
import { ContestDesk } from './contests/contest-desk';
import { ContestEntryService } from './contests/contest-entry.service';
import { ContestJudgingService } from './contests/contest-judging.service';
import { ContestService } from './contests/contest.service';
import { composeMonitoring } from './compose-monitoring';
import { ConversionService } from './conversion.service';
import { DEADLINE_KINDS } from './domain/deadline-kinds';
import type { participationEnv } from './env';
import { ExaminationService } from './examination.service';
import { CitizenResolver } from './graph/citizen.resolver';
import { CommentMutations, CommentResolver, ProposalCommentsResolver } from './graph/comments/comment.resolver';
import { type ParticipationContext, createContext } from './graph/context';
import { ContestMutations } from './graph/contests/contest.mutations';
import { CitizenContestsResolver, ContestEntryResolver, ContestResolver } from './graph/contests/contest.resolver';
import { ConversionResolver } from './graph/conversions/conversion.resolver';
import { ExaminationMutations } from './graph/examination/examination.mutations';
import { MilestoneResolver, ProposalExaminationResolver } from './graph/examination/examination.resolver';
import { ImplementationMutations } from './graph/examination/implementation.mutations';
import { ModerationMutations } from './graph/moderation/moderation.mutations';
import { DepartmentResolver } from './graph/performance.resolver';
import { ProposalMutations } from './graph/proposal.mutations';
import { ProposalQueries } from './graph/proposal.queries';
import { ProposalResolver } from './graph/proposal.resolver';
import { downloadRule } from './graph/uploads/download.rule';
import { UploadMutations } from './graph/uploads/upload.mutations';
import { ImplementationService } from './implementation.service';
import { charterConsumer } from './jobs/charter.consumer';
import { commentFactsRoute } from './jobs/comment-facts.route';
import { ContestClock } from './jobs/contest-clock.job';
import { contestFactsRoute } from './jobs/contest-facts.route';
import { contestNews } from './jobs/contest-news';
import { conversionsConsumer } from './jobs/conversions/conversions.consumer';
import { convertedProposalRoute } from './jobs/conversions/converted-proposal.route';
import { contestEntrySource, proposalSource } from './jobs/improvement-sources';
import { participationEstates } from './jobs/estates';
import { proposalFactsRoute } from './jobs/notice-facts.route';
import { proposalNews } from './jobs/proposal-news';
import { MergingService } from './merging.service';
import { ModerationService } from './moderation.service';
import { ProposalDesk } from './proposal-desk';
import { ProposalService } from './proposal.service';
import { CommentStore } from './store/comments/comment.store';
import { ContestStore } from './store/contests/contest.store';
import { EntryStore } from './store/contests/entry.store';
import { JudgingStore } from './store/contests/judging.store';
import { DepartmentStore } from './store/department.store';
import { EndorsementStore } from './store/proposals/endorsement.store';
import { ExaminationStore } from './store/proposals/examination.store';
import { ProposalStore } from './store/proposals/proposal.store';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';
import { StandardStore } from './store/standard.store';
import { Thresholds } from './thresholds';

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
  const secret = env.CURSOR_SECRET;
  const proposals = new ProposalStore(dataSource, cursors, env.PRIVACY_KEYS);
  const endorsements = new EndorsementStore(dataSource);
  const examinations = new ExaminationStore(dataSource);
  const comments = new CommentStore(dataSource, cursors);
  const entries = new EntryStore(dataSource, cursors, env.PRIVACY_KEYS);
  const contests = new ContestStore(dataSource, cursors, entries, new JudgingStore(dataSource));
  const attachments = openAttachments({ dataSource, clock, env, log, kind: 'participation-files' });
  const departments = new DepartmentStore();
  const standards = new StandardStore();
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const estates = participationEstates;
  const successions = new Successions({ dataSource, service: 'participation', deadlines, estates, clock });
  const thresholds = new Thresholds(endorsements, deadlines, clock);
  const stored = { dataSource, proposals, endorsements, examinations, deadlines, clock };
  const desk = new ProposalDesk(stored);
  const service = new ProposalService({ ...stored, departments, thresholds, secret });
  const conversions = new ConversionService({ desk, services });
  const contestDesk = new ContestDesk({ dataSource, contests, deadlines, clock });
  const monitoring = composeMonitoring({
    ...{ dataSource, cursors, clock, log, keys: env.PRIVACY_KEYS, secret },
    ...{ deadlines, departments, standards, attachments },
  });
  const news: readonly DeadlineNews[] = [proposalNews(proposals), contestNews(contests), monitoring.news];
  const eraser = new Eraser(RECORD_KINDS);
  return {
    resolvers: [
      new ProposalQueries({ service, proposals, endorsements, examinations }),
      new ProposalMutations(service),
      new ProposalResolver(),
      new ExaminationMutations({
        examination: new ExaminationService(desk, departments),
        answering: new AnsweringService(desk),
        merging: new MergingService(desk, thresholds),
      }),
      new ImplementationMutations(new ImplementationService(desk)),
      new ProposalExaminationResolver(),
      new MilestoneResolver(),
      new CommentMutations(new CommentService({ ...stored, comments, secret })),
      new ProposalCommentsResolver(),
      new CommentResolver(),
      new ModerationMutations(new ModerationService({ ...stored, comments })),
      new ContestMutations({
        contest: new ContestService(contestDesk, departments, secret),
        entry: new ContestEntryService(contestDesk, secret),
        judging: new ContestJudgingService(contestDesk),
      }),
      new ContestResolver(contests),
      new ContestEntryResolver(),
      new CitizenContestsResolver(contests),
      ...monitoring.resolvers,
      new ConversionResolver(conversions),
      new UploadMutations(attachments.service),
      new AttachmentResolver(attachments.service, downloadRule(monitoring.mayReadPhotos)),
      new CitizenResolver(service),
      new DepartmentResolver(),
      new DeadlineResolver(),
    ],
    context: createContext({ ...stored, comments, contests, monitoring: monitoring.stores }),
    handlers: [
      charterConsumer({ departments, standards, deadlines, holidays, successions, news, clock }),
      conversionsConsumer(conversions),
      erasureConsumer('participation', eraser, clock),
    ],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'participation', announce: announce(news), logger: log }),
      new ContestClock(contestDesk, log),
      monitoring.clock,
      recomputeProvisional({ dataSource, service: 'participation', deadlines, news, clock }),
      attachments.job,
      new RetentionLoop({ dataSource, eraser, clock, log }),
      new SuccessionLoop(successions, log),
    ],
    internal: {
      '/internal/notice-facts': factsBySubject({
        PROPOSAL: proposalFactsRoute(dataSource, proposals),
        ...monitoring.facts,
        CONTEST: contestFactsRoute(dataSource, contests),
        COMMENT: commentFactsRoute(dataSource, { proposals, comments }),
      }),
      [MY_DATA_PATH]: new MyData({ dataSource, holdings: HOLDINGS, keys: env.PRIVACY_KEYS }).route,
      [CONVERTED_PROPOSAL_PATH]: convertedProposalRoute(proposals),
      [IMPROVEMENT_SOURCE_PATH]: sourcesByKind({
        PROPOSAL: proposalSource(proposals),
        CONTEST_ENTRY: contestEntrySource(contests),
        MONITORING_REPORT: monitoring.source,
      }),
    },
    streamed: attachments.streamed,
    gauges: {
      help: { ...deadlineGaugeHelp, ...attachmentGaugeHelp },
      read: async () => ({
        ...(await readDeadlineGauges(dataSource)),
        ...(await readAttachmentGauges(attachments.store)),
      }),
    },
  };
}
