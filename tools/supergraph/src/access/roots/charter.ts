import { ADMIN, ANYBODY, HEADS, HEADS_AND_ADMIN, STAFF, type ServiceRules, rule } from '../rule';

/** Who may ask the service charter for what. */
export const charter: ServiceRules = {
  Query: {
    charter: rule(ANYBODY),
    charters: rule(ANYBODY),
    deadlinePreview: rule(ANYBODY),
    department: rule(ANYBODY),
    departments: rule(ANYBODY),
    holidays: rule(ANYBODY),
    improvementAction: rule(ANYBODY, 'ImprovementAction'),
    improvementActions: rule(ANYBODY),
    scorecard: rule(ANYBODY, 'Scorecard', 'OPEN'),
    scorecardDictionary: rule(ANYBODY),
    scorecards: rule(ANYBODY),
    standards: rule(ANYBODY),
  },
  Mutation: {
    assignImprovementAction: rule(HEADS, 'ImprovementAction'),
    cancelImprovementAction: rule(HEADS, 'ImprovementAction'),
    completeImprovementAction: rule(STAFF, 'ImprovementAction'),
    declareHoliday: rule(ADMIN),
    extendImprovementAction: rule(HEADS, 'ImprovementAction'),
    openImprovementAction: rule(STAFF),
    publishCharter: rule(ADMIN),
    publishImprovementAction: rule(HEADS, 'ImprovementAction'),
    publishScorecard: rule(ADMIN),
    recordStandardCount: rule(STAFF),
    reportImprovementProgress: rule(STAFF, 'ImprovementAction'),
    revokeHoliday: rule(ADMIN),
    saveCharter: rule(ADMIN),
    saveDepartment: rule(ADMIN),
    saveStandard: rule(HEADS_AND_ADMIN),
    updateImprovementAction: rule(STAFF, 'ImprovementAction'),
  },
};
