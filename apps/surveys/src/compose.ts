import type { z } from 'zod';
import {
  type DeadlineNews,
  DeadlineSweep,
  Deadlines,
  DeclaredHolidays,
  Successions,
  type MovingParts,
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
  RetentionLoop,
  SuccessionLoop,
  factsBySubject,
} from '@charter/service';
import { Admissions } from './admission.service';
import { AudienceService } from './audience.service';
import { CampaignMachine } from './campaigns/campaign-machine.job';
import { CampaignService } from './campaigns/campaign.service';
import { CampaignSteps } from './campaigns/campaign-steps';
import { DEADLINE_KINDS } from './domain/campaigns/steps';
import { DraftService } from './draft.service';
import { InvitationKey } from './domain/invitations/invitation-key';
import type { surveysEnv } from './env';
import { AudienceResolver } from './graph/audience.resolver';
import { CampaignResolver, CampaignStepResolver, SurveyCampaignResolver } from './graph/campaign.resolver';
import { type SurveysContext, createContext } from './graph/context';
import {
  CitizenResolver,
  ComplaintResolver,
  DepartmentResolver,
  SatisfactionResolver,
} from './graph/contributions.resolver';
import { InvitationResolver } from './graph/invitation.resolver';
import { PublicationResolver } from './graph/publication.resolver';
import { QuestionResultResolver, ResultsResolver, SurveyResultsResolver } from './graph/results.resolver';
import { StandardResolver, StandardSatisfactionResolver } from './graph/standard.resolver';
import { QuotaResolver, SurveyResolver } from './graph/survey.resolver';
import { AnswerMixer } from './jobs/answer-mixer.job';
import { answeredConsumer } from './jobs/answered.consumer';
import { Counting } from './jobs/counting.job';
import { Telling } from './jobs/telling.job';
import { campaignFactsRoute } from './jobs/campaign-facts.route';
import { campaignNews } from './jobs/campaign-news';
import { charterConsumer } from './jobs/charter.consumer';
import { Inviting } from './jobs/inviting.job';
import { surveyEstates } from './jobs/estates';
import { invitationFactsRoute } from './jobs/notice-facts.route';
import { ResponseService } from './response.service';
import { ResultsService } from './results.service';
import { AudienceStore } from './store/audience.store';
import { CountStore } from './store/count.store';
import { CampaignStore } from './store/campaign.store';
import { DepartmentStore } from './store/department.store';
import { InvitationStore } from './store/invitation.store';
import { PublicationStore } from './store/publication.store';
import { ResponseStore } from './store/response.store';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';
import { SurveyStore } from './store/survey.store';
import { ToldStore } from './store/told.store';
import { Teller } from './teller';
import { SurveyService } from './survey.service';

type Env = z.output<typeof surveysEnv>;

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
}: Platform<Env>): Promise<Composition<SurveysContext>> {
  const key = new InvitationKey(env.PRIVACY_KEYS.lookup);
  const surveys = new SurveyStore(dataSource);
  const invitations = new InvitationStore(dataSource, cursors, key);
  const responses = new ResponseStore(dataSource);
  const told = new ToldStore(dataSource);
  const audiences = new AudienceStore(dataSource);
  const admissions = new Admissions(key);
  const teller = new Teller({ dataSource, surveys, told, clock, log });
  const answering = { dataSource, surveys, responses, teller, admissions, clock, key };
  const drafts = new DraftService({ ...answering, keys: env.PRIVACY_KEYS });
  const publications = new PublicationStore(dataSource);
  const counts = new CountStore();
  const results = new ResultsService({
    dataSource,
    surveys,
    counts,
    told,
    publications,
    clock,
    secret: env.CURSOR_SECRET,
  });
  const campaigns = new CampaignStore(dataSource, cursors);
  const holidays = new DeclaredHolidays();
  const deadlines = new Deadlines(DEADLINE_KINDS, holidays);
  const departments = new DepartmentStore();
  const inviting = new AudienceService({
    dataSource,
    surveys,
    audiences,
    departments,
    clock,
    secret: env.CURSOR_SECRET,
  });
  const estates = surveyEstates;
  const successions = new Successions({ dataSource, service: 'surveys', deadlines, estates, clock });
  const starting = { dataSource, surveys, campaigns, audiences: inviting, deadlines, clock, secret: env.CURSOR_SECRET };
  const steps = new CampaignSteps({ surveys, audiences, campaigns, publications, results, clock });
  const news: readonly DeadlineNews[] = [campaignNews(campaigns)];
  const moving: MovingParts = { service: 'surveys', deadlines, news, clock };
  const eraser = new Eraser(RECORD_KINDS);
  return {
    resolvers: [
      new SurveyResolver(new SurveyService(dataSource, surveys, clock), clock),
      new QuotaResolver(),
      new AudienceResolver(inviting),
      new CampaignResolver(new CampaignService(starting), campaigns),
      new CampaignStepResolver(),
      new SurveyCampaignResolver(),
      new DeadlineResolver(),
      new InvitationResolver({ responses: new ResponseService(answering), drafts }, clock, key),
      new ComplaintResolver(),
      new CitizenResolver(),
      new DepartmentResolver(),
      new SatisfactionResolver(),
      new StandardResolver(),
      new StandardSatisfactionResolver(),
      new SurveyResultsResolver(results),
      new PublicationResolver(),
      new ResultsResolver(),
      new QuestionResultResolver(),
    ],
    context: createContext({
      ...{ surveys, invitations, responses, told, audiences, drafts, published: publications },
      ...{ campaigns, dataSource, deadlines, clock },
    }),
    handlers: [
      answeredConsumer({ surveys, audiences, invitations, clock, log }),
      charterConsumer({ departments, holidays, successions, moving }),
      erasureConsumer('surveys', eraser, clock),
    ],
    loops: [
      new DeadlineSweep({ dataSource, deadlines, service: 'surveys', announce: announce(news), logger: log }),
      new CampaignMachine({ dataSource, campaigns, steps, deadlines, clock, log }),
      recomputeProvisional({ dataSource, ...moving }),
      new Inviting({ dataSource, surveys, audiences, invitations, clock, log }),
      new AnswerMixer({ dataSource, clock, log }),
      new Telling(teller, log),
      new Counting(results, log),
      new RetentionLoop({ dataSource, eraser, clock, log }),
      new SuccessionLoop(successions, log),
    ],
    internal: {
      [MY_DATA_PATH]: new MyData({ dataSource, holdings: HOLDINGS }).route,
      '/internal/notice-facts': factsBySubject({
        SURVEY_INVITATION: invitationFactsRoute({ surveys, invitations, clock, key }),
        SURVEY_CAMPAIGN: campaignFactsRoute(dataSource, { surveys, campaigns }),
      }),
    },
    gauges: { help: deadlineGaugeHelp, read: () => readDeadlineGauges(dataSource) },
  };
}
