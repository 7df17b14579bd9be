import type { z } from 'zod';
import type { Composition, Platform } from '@charter/service';
import { InvitationKey } from './domain/invitation-key';
import type { surveysEnv } from './env';
import { type SurveysContext, createContext } from './graph/context';
import {
  CitizenResolver,
  ComplaintResolver,
  DepartmentResolver,
  SatisfactionResolver,
} from './graph/contributions.resolver';
import { InvitationResolver } from './graph/invitation.resolver';
import { SurveyResolver } from './graph/survey.resolver';
import { answeredConsumer } from './jobs/answered.consumer';
import { invitationFactsRoute } from './jobs/notice-facts.route';
import { ResponseService } from './response.service';
import { InvitationStore } from './store/invitation.store';
import { ResponseStore } from './store/response.store';
import { SurveyStore } from './store/survey.store';
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
  return {
    resolvers: [
      new SurveyResolver(new SurveyService(dataSource, surveys, clock), clock),
      new InvitationResolver(new ResponseService({ dataSource, responses, surveys, clock, key }), clock, key),
      new ComplaintResolver(),
      new CitizenResolver(),
      new DepartmentResolver(),
      new SatisfactionResolver(),
    ],
    context: createContext({ surveys, invitations, responses }),
    handlers: [answeredConsumer({ surveys, invitations, clock, log })],
    loops: [],
    internal: { '/internal/notice-facts': invitationFactsRoute(invitations, clock, key) },
  };
}
