import { ADMIN, AUDIT, AUDITOR, CITIZEN, SIGNED_IN, type ServiceRules, rule } from '../rule';

/** Who may ask the service notices for what. */
export const notices: ServiceRules = {
  Query: {
    accessLog: rule(SIGNED_IN),
    accessLogMonths: rule(AUDITOR),
    adminActions: rule(AUDIT),
    dataRequests: rule(CITIZEN),
    deadLetter: rule(AUDIT, 'DeadLetter', 'OPEN'),
    deadLetters: rule(AUDIT, 'Queue'),
    keyRotation: rule(AUDIT),
    me: rule(SIGNED_IN),
    myNotices: rule(SIGNED_IN),
    noticeChannels: rule(AUDIT),
    queues: rule(AUDIT),
    settings: rule(AUDIT),
  },
  Mutation: {
    discardDeadLetters: rule(ADMIN, 'Queue'),
    eraseMyData: rule(CITIZEN),
    exportMyData: rule(CITIZEN),
    markNoticesRead: rule(SIGNED_IN),
    pauseQueue: rule(ADMIN, 'Queue'),
    resumeQueue: rule(ADMIN, 'Queue'),
    registerPushDevice: rule(SIGNED_IN),
    removePushDevice: rule(SIGNED_IN, 'PushDevice'),
    retryDeadLetters: rule(ADMIN, 'Queue'),
    reviewAccessLog: rule(AUDITOR),
    rotateKeys: rule(ADMIN),
    saveNoticeChannel: rule(ADMIN),
    saveSetting: rule(ADMIN),
    updateProfile: rule(SIGNED_IN),
  },
};
