import type { z } from 'zod';
import {
  AttachmentResolver,
  SignedAddresses,
  attachmentGaugeHelp,
  openAttachments,
  readAttachmentGauges,
} from '@charter/attachments';
import {
  CLAIMED_COMPLAINT_PATH,
  IMPROVEMENT_SOURCE_PATH,
  LETTER_ADDRESSEE_PATH,
  LIVE_TIMELINE_PATH,
  MY_DATA_PATH,
} from '@charter/contracts';
import {
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  Successions,
  deadlineGaugeHelp,
  readDeadlineGauges,
} from '@charter/deadlines';
import { Eraser, erasureConsumer, MyData, ReadingLog } from '@charter/personal-data';
import {
  type Composition,
  DeadlineResolver,
  type Platform,
  RetentionLoop,
  SuccessionLoop,
  factsBySubject,
  sourcesByKind,
} from '@charter/service';
import { AppealsService } from './appeals.service';
import { BulkService } from './bulk.service';
import { CatalogueSheetService } from './catalogue-sheet.service';
import { CatalogueService } from './catalogue.service';
import { ConsultationsService } from './consultations.service';
import { ConversionService } from './conversion.service';
import { Desk } from './desk';
import { DEADLINE_KINDS } from './domain/deadline-kinds';
import type { complaintsEnv } from './env';
import { ExportService } from './export.service';
import { FilingService } from './filing.service';
import { ForwardingService } from './forwarding.service';
import {
  AttachmentOperations,
  ComplaintAttachmentsResolver,
  mayDownload,
} from './graph/attachments/attachment.resolver';
import { BulkMutations } from './graph/bulk/bulk.mutations';
import { CatalogueSheetResolver } from './graph/catalogue/sheet.resolver';
import { CatalogueResolver } from './graph/catalogue.resolver';
import { ComplaintMutations } from './graph/complaint.mutations';
import { ComplaintQueries } from './graph/complaint.queries';
import { ComplaintResolver } from './graph/complaint.resolver';
import { type ComplaintsContext, createContext } from './graph/context';
import { CitizenResolver, DepartmentResolver } from './graph/contributions.resolver';
import {
  ComplaintDunningResolver,
  DepartmentDunningResolver,
  InspectionResolver,
} from './graph/dunning/dunning.resolver';
import { ConversionResolver } from './graph/conversions/conversion.resolver';
import {
  ComplaintOriginResolver,
  EntryComplaintsResolver,
  ReportComplaintsResolver,
} from './graph/origins/origin.resolver';
import { ExportResolver } from './graph/exports/export.resolver';
import { FilterResolver } from './graph/filters/filter.resolver';
import { TimelineStreams } from './graph/live/timeline-streams';
import { HandlingMutations } from './graph/handling/handling.mutations';
import { HandlingResolver } from './graph/handling/handling.resolver';
import { PeriodMutations } from './graph/handling/period.mutations';
import { ObjectionMutations } from './graph/objections/objection.mutations';
import { ObjectionQueries } from './graph/objections/objection.queries';
import {
  ComplaintObjectionsResolver,
  DepartmentObjectionsResolver,
  ObjectionResolver,
} from './graph/objections/objection.resolver';
import { ConsultationOperations } from './graph/consultations/consultation.operations';
import {
  CitizenConsultationsResolver,
  ConsultationResolver,
  SlotResolver,
} from './graph/consultations/consultation.resolver';
import { RevealMutations } from './graph/reveals/reveal.mutations';
import { FaultResolver } from './graph/faults/fault.resolver';
import { NoteResolver } from './graph/notes/note.resolver';
import { PublicationResolver } from './graph/publication/publication.resolver';
import { StatisticsResolver } from './graph/statistics/statistics.resolver';
import { KnowledgeMutations } from './graph/knowledge/knowledge.mutations';
import { KnowledgeQueries } from './graph/knowledge/knowledge.queries';
import { ArticleResolver, SimilarResolver, SuggestedServiceResolver } from './graph/knowledge/knowledge.resolver';
import { Suggestions } from './graph/knowledge/suggestions';
import { ForesightService } from './foresight.service';
import { HandlingService } from './handling.service';
import { InterimService } from './interim.service';
import { announceStages } from './jobs/announce';
import { announceObjections } from './jobs/announce-objections';
import { PartiesResolver } from './graph/parties/parties.resolver';
import { charterConsumer } from './jobs/charter.consumer';
import { complaintEstates } from './jobs/estates';
import { consultationFactsRoute } from './jobs/consultation-facts';
import { ConsultationReminders } from './jobs/consultation-reminders.job';
import { claimedComplaintRoute } from './jobs/claimed-complaint.route';
import { letterAddresseeRoute } from './jobs/letter-addressee.route';
import { conversionRoutes } from './jobs/conversions/conversion.routes';
import { conversionsConsumer } from './jobs/conversions/conversions.consumer';
import { countUncounted } from './jobs/count-uncounted.job';
import { exportRoutes } from './jobs/export.routes';
import { complaintSource } from './jobs/improvement-source';
import { InspectionJob } from './jobs/inspection.job';
import { complaintFactsRoute } from './jobs/notice-facts.route';
import { objectionFactsRoute } from './jobs/objection-facts';
import { recomputeProvisional } from './jobs/recompute-provisional.job';
import { FaultsService } from './faults.service';
import { NotesService } from './notes.service';
import { LearningJob } from './jobs/learning.job';
import { KnowledgeService } from './knowledge.service';
import { ObjectionsService } from './objections.service';
import { PeriodService } from './period.service';
import { RepeatService } from './repeat.service';
import { CatalogueStore } from './store/catalogue.store';
import { Concerned } from './store/knowledge/concerned';
import { PublicationStore } from './store/publication/publication.store';
import { ConsultationStore } from './store/consultations/consultation.store';
import { DunningStore } from './store/dunning/dunning.store';
import { ComplaintStore } from './store/complaint.store';
import { GuessCounter } from './store/guesses/guess-counter';
import { Origins } from './origins';
import { ConversionStore } from './store/conversions/conversion.store';
import { OriginStore } from './store/origins/origin.store';
import { ArticleStore } from './store/knowledge/article.store';
import { RoutingStore } from './store/knowledge/routing.store';
import { SearchStore } from './store/knowledge/search.store';
import { ObjectionStore } from './store/objections/objection.store';
import { ExportStore } from './store/exports/export.store';
import { Parties } from './store/parties/parties';
import { Petitioners } from './store/petitioners';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';
import { StatisticsStore } from './store/statistics/statistics.store';
import { RevealService } from './reveal.service';
import { SavedFilterService } from './saved-filter.service';
import { SavedFilterStore } from './store/filters/saved-filter.store';
import { SupplementService } from './supplement.service';

type Env = z.output<typeof complaintsEnv>;

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Platform<Env>): Promise<Composition<ComplaintsContext>> {
  const complaints = new ComplaintStore(dataSource, cursors);
  const objections = new ObjectionStore(dataSource, cursors);
  const dunnings = new DunningStore(dataSource, cursors);
  const consultations = new ConsultationStore(dataSource, cursors, env.PRIVACY_KEYS);
  const catalogue = new CatalogueStore(dataSource);
  const petitioners = new Petitioners(env.PRIVACY_KEYS);
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const statistics = new StatisticsStore(dataSource, deadlines);
  const kept = openAttachments({ dataSource, clock, env, log, kind: 'attachments' });
  const attachments = kept.service;
  const filed = {
    attachments: kept.store,
    parties: new Parties(env.PRIVACY_KEYS),
    guesses: new GuessCounter(dataSource, env.CURSOR_SECRET),
  };
  const originStore = new OriginStore(dataSource);
  const filing = new FilingService({
    ...{
      dataSource,
      complaints,
      catalogue,
      petitioners,
      parties: filed.parties,
      deadlines,
      statistics,
      attachments,
      origins: new Origins(services, originStore),
      clock,
    },
    secret: env.CURSOR_SECRET,
  });
  const desk = new Desk({ dataSource, complaints, deadlines, statistics, clock });
  const handling = new HandlingService(desk);
  const forwarding = new ForwardingService(desk, catalogue);
  const supplements = new SupplementService(desk, attachments);
  const periods = new PeriodService(desk);
  const interim = new InterimService(desk);
  const repeats = new RepeatService(desk);
  const conversions = new ConversionStore(dataSource);
  const converting = new ConversionService({ desk, filing, conversions, services });
  const secret = env.CURSOR_SECRET;
  const appeals = new AppealsService({ dataSource, complaints, objections, deadlines, clock, secret });
  const deciding = new ObjectionsService({
    ...{ dataSource, complaints, objections, deadlines, clock },
    reopening: handling,
  });
  const consulting = new ConsultationsService({ dataSource, consultations, complaints, deadlines, clock, secret });
  const notes = new NotesService({ dataSource, complaints, clock, secret });
  const faults = new FaultsService({ dataSource, complaints, clock, secret });
  const concerned = new Concerned(petitioners, filed.parties);
  const filters = new SavedFilterStore(dataSource, cursors);
  const savedFilters = new SavedFilterService({ dataSource, filters, clock, secret });
  const addresses = new SignedAddresses(env.PUBLIC_URL, env.CURSOR_SECRET, 'exports');
  const exports = new ExportStore(dataSource, cursors);
  const readings = new ReadingLog('complaints', env.PRIVACY_KEYS);
  const exporting = new ExportService({
    ...{ dataSource, complaints, catalogue, petitioners, exports, addresses, clock },
    readings,
  });
  const stagesOf = [announceStages(complaints, dunnings, clock), announceObjections({ objections, complaints })];
  const articles = new ArticleStore(dataSource, cursors);
  const routing = new RoutingStore(dataSource);
  const knowledge = new KnowledgeService({ dataSource, articles, complaints, concerned, clock, secret });
  const foresight = new ForesightService({
    ...{ dataSource, search: new SearchStore(dataSource), routing, complaints, articles, concerned, clock },
  });
  const suggestions = new Suggestions(cursors);
  const estates = complaintEstates({ complaints, catalogue, statistics });
  const eraser = new Eraser(RECORD_KINDS);
  const timelines = new TimelineStreams({ dataSource, complaints, clock, log });
  const successions = new Successions({ dataSource, service: 'complaints', deadlines, estates, clock });
  return {
    resolvers: [
      new ComplaintQueries(complaints, savedFilters),
      new FilterResolver(savedFilters, filters),
      new ComplaintResolver(),
      new ComplaintMutations(filing, handling, suggestions),
      new HandlingMutations({ handling, forwarding, repeats }),
      new PeriodMutations({ supplements, periods, interim }),
      new RevealMutations(
        new RevealService({ ...{ dataSource, complaints, consultations }, petitioners, readings, clock }),
      ),
      new BulkMutations(new BulkService(handling, forwarding)),
      new HandlingResolver(),
      new ExportResolver(exporting, exports),
      new StatisticsResolver(dataSource),
      new NoteResolver(notes),
      new FaultResolver(faults),
      new PublicationResolver(new PublicationStore(dataSource, cursors)),
      new ConsultationOperations(dataSource, consultations, consulting),
      new ConsultationResolver(),
      new SlotResolver(),
      new CitizenConsultationsResolver(),
      new ConversionResolver(converting),
      new ComplaintOriginResolver(),
      new ReportComplaintsResolver(),
      new EntryComplaintsResolver(),
      new ObjectionQueries(objections),
      new ObjectionMutations(appeals, deciding),
      new ObjectionResolver(),
      new ComplaintObjectionsResolver(),
      new DepartmentObjectionsResolver(),
      new ComplaintDunningResolver(),
      new DepartmentDunningResolver(),
      new InspectionResolver(dunnings),
      new CatalogueResolver(new CatalogueService({ dataSource, catalogue, clock, secret })),
      new CatalogueSheetResolver(new CatalogueSheetService({ dataSource, catalogue, clock, secret })),
      new AttachmentOperations(attachments),
      new AttachmentResolver(attachments, mayDownload),
      new ComplaintAttachmentsResolver(),
      new PartiesResolver(),
      new KnowledgeQueries({ articles, foresight, routing, suggestions }),
      new KnowledgeMutations(knowledge),
      new ArticleResolver(),
      new SimilarResolver(),
      new SuggestedServiceResolver(),
      new CitizenResolver(),
      new DepartmentResolver(),
      new DeadlineResolver(),
    ],
    context: createContext({
      ...{ dataSource, complaints, catalogue, petitioners, deadlines, clock },
      ...{ repeats, objections, dunnings, consultations, notes, faults, concerned, articles, filed, conversions },
      origins: originStore,
    }),
    handlers: [
      charterConsumer({ catalogue, complaints, objections, deadlines, holidays, consulting, successions, clock }),
      conversionsConsumer(converting),
      erasureConsumer('complaints', eraser, clock),
    ],
    loops: [
      new DeadlineSweep({
        dataSource,
        deadlines,
        service: 'complaints',
        announce: async (tx, reached) => {
          const news = [];
          for (const announce of stagesOf) news.push(...(await announce(tx, reached)));
          return news;
        },
        logger: log,
      }),
      recomputeProvisional({ dataSource, complaints, objections, deadlines, clock }),
      new InspectionJob({ dunnings, clock, log }),
      new SuccessionLoop(successions, log),
      countUncounted(statistics),
      new RetentionLoop({ dataSource, eraser, clock, log }),
      new ConsultationReminders({ dataSource, log }),
      kept.job,
      new LearningJob({ dataSource, deadlines, log, concerned }),
    ],
    streamed: (scope) => {
      kept.streamed?.(scope);
      exportRoutes(exporting, addresses, clock)(scope);
    },
    live: { routes: { [LIVE_TIMELINE_PATH]: timelines.open }, close: () => timelines.close() },
    internal: {
      '/internal/notice-facts': factsBySubject({
        COMPLAINT: complaintFactsRoute(dataSource, complaints, petitioners),
        OBJECTION: objectionFactsRoute({ dataSource, objections, petitioners }),
        CONSULTATION: consultationFactsRoute(dataSource, consultations),
      }),
      [IMPROVEMENT_SOURCE_PATH]: sourcesByKind({ COMPLAINT: complaintSource(complaints) }),
      [CLAIMED_COMPLAINT_PATH]: claimedComplaintRoute(complaints),
      [LETTER_ADDRESSEE_PATH]: letterAddresseeRoute(dataSource, complaints, petitioners),
      [MY_DATA_PATH]: new MyData({ dataSource, holdings: HOLDINGS, keys: env.PRIVACY_KEYS }).route,
      ...conversionRoutes({ dataSource, complaints, petitioners, catalogue, clock }),
    },
    gauges: {
      help: { ...deadlineGaugeHelp, ...attachmentGaugeHelp },
      read: async () => ({
        ...(await readDeadlineGauges(dataSource)),
        ...(await readAttachmentGauges(kept.store)),
      }),
    },
  };
}
