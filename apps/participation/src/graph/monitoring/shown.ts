import type { ReadingOf } from '@charter/personal-data';

/** A monitor, in the log of who read whose data. @param subjectId the application, the report or the statement where it was read */
export const ofMonitor = (subjectId: string, citizenId: string): ReadingOf => ({
  ...{ subjectType: 'MONITOR', subjectId, citizenId },
});
