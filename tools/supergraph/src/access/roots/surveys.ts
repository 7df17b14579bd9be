import { ADMIN, ANYBODY, MONEY, OFFICE, type ServiceRules, rule } from '../rule';

/** Who may ask the service surveys for what. */
export const surveys: ServiceRules = {
  Query: {
    publishedResults: rule(ANYBODY, 'SurveyPublication', 'OPEN'),
    satisfaction: rule(ANYBODY),
    satisfactionCampaigns: rule(OFFICE),
    survey: rule(ANYBODY, 'Survey', 'OPEN'),
    surveyInvitation: rule(ANYBODY),
    surveyResults: rule(MONEY, 'Survey', 'OPEN'),
    surveys: rule(ANYBODY),
  },
  Mutation: {
    closeSurvey: rule(ADMIN, 'Survey'),
    importSurvey: rule(ADMIN),
    inviteAudience: rule(ADMIN, 'Survey'),
    publishResults: rule(ADMIN, 'Survey'),
    publishSurvey: rule(ADMIN, 'Survey'),
    saveDraftResponse: rule(ANYBODY, 'SurveyInvitation'),
    saveSurvey: rule(ADMIN),
    startSatisfactionCampaign: rule(ADMIN, 'Survey'),
    submitResponse: rule(ANYBODY, 'SurveyInvitation'),
  },
};
