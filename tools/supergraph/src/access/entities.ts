import type { EntityRules } from './rule';

/** What each service answers to a reference, by entity: a service that can be asked for one has a line here. */
export const ENTITIES: EntityRules = {
  Citizen: { notices: 'MASKED', participation: 'KEY', complaints: 'KEY', compensation: 'KEY', surveys: 'KEY' },
  CompensationClaim: { compensation: 'ROW' },
  Complaint: { complaints: 'ROW', charter: 'KEY', compensation: 'KEY', notices: 'KEY', surveys: 'KEY' },
  ContestEntry: { participation: 'ROW', charter: 'KEY', complaints: 'KEY' },
  Department: {
    ...{ charter: 'PUBLISHED', compensation: 'KEY', complaints: 'KEY' },
    ...{ participation: 'KEY', surveys: 'KEY' },
  },
  ImprovementAction: { charter: 'ROW' },
  MonitoringReport: { participation: 'ROW', charter: 'KEY', complaints: 'KEY', notices: 'KEY' },
  Notice: { notices: 'ROW' },
  Proposal: { participation: 'ROW', charter: 'KEY', notices: 'KEY' },
  Standard: { charter: 'PUBLISHED', compensation: 'KEY', participation: 'KEY', surveys: 'KEY' },
  Survey: { surveys: 'ROW' },
  SurveyInvitation: { surveys: 'ROW' },
};
