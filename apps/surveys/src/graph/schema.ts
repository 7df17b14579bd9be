import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { AudienceResolver } from './audience.resolver';
import { CampaignResolver, CampaignStepResolver, SurveyCampaignResolver } from './campaign.resolver';
import type { SurveysContext } from './context';
import { CitizenResolver, ComplaintResolver, DepartmentResolver, SatisfactionResolver } from './contributions.resolver';
import { InvitationResolver, resolveInvitation } from './invitation.resolver';
import { PublicationResolver } from './publication.resolver';
import { QuestionResultResolver, ResultsResolver, SurveyResultsResolver } from './results.resolver';
import { StandardResolver, StandardSatisfactionResolver } from './standard.resolver';
import { CitizenType, DepartmentType, StandardType } from './stubs.type';
import { QuotaResolver, SurveyResolver, resolveSurvey } from './survey.resolver';

export const buildSurveysSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<SurveysContext>({
    resolvers: [
      SurveyResolver,
      QuotaResolver,
      AudienceResolver,
      CampaignResolver,
      CampaignStepResolver,
      SurveyCampaignResolver,
      DeadlineResolver,
      InvitationResolver,
      ComplaintResolver,
      CitizenResolver,
      DepartmentResolver,
      SatisfactionResolver,
      StandardResolver,
      StandardSatisfactionResolver,
      SurveyResultsResolver,
      PublicationResolver,
      ResultsResolver,
      QuestionResultResolver,
    ],
    orphanedTypes: [CitizenType, DepartmentType, StandardType],
    references: {
      Survey: resolveSurvey,
      SurveyInvitation: resolveInvitation,
      Complaint: ({ id }: { id: string }) => ({ id }), // its invitation is shown to those who may know of it
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that this service adds checks who asks
      Department: ({ code }: { code: string }) => ({ code }), // what this service adds is published
      Standard: ({ code }: { code: string }) => ({ code }), // the same
    },
    container,
  });
