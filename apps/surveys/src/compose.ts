import type { Composition, Platform, ServiceEnv } from '@charter/service';
import { type SurveysContext, createContext } from './graph/context';
import { CitizenResolver, ComplaintResolver, DepartmentResolver, InvitationResolver } from './graph/response.resolver';
import { SurveyResolver } from './graph/survey.resolver';
import { answeredConsumer } from './jobs/answered.consumer';
import { invitationFactsRoute } from './jobs/notice-facts.route';
import { ResponseService } from './response.service';
import { ResponseStore } from './store/response.store';
import { SurveyStore } from './store/survey.store';
import { SurveyService } from './survey.service';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
}: Platform<ServiceEnv>): Promise<Composition<SurveysContext>> {
  const surveys = new SurveyStore(dataSource);
  const responses = new ResponseStore(dataSource, cursors);
  const secret = env.CURSOR_SECRET;
  return {
    resolvers: [
      new SurveyResolver(new SurveyService(dataSource, surveys, clock)),
      new InvitationResolver(new ResponseService({ dataSource, surveys, responses, clock, secret }), clock, secret),
      new ComplaintResolver(clock),
      new CitizenResolver(responses, clock),
      new DepartmentResolver(),
    ],
    context: createContext(surveys, responses),
    handlers: [answeredConsumer({ surveys, responses, clock, log })],
    loops: [],
    internal: { '/internal/notice-facts': invitationFactsRoute(responses, clock, secret) },
  };
}
