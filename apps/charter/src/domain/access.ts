import { type Caller, hasRole } from '@charter/service';

/** What is being written is for those who write and check it. */
export const maySeeCharterDrafts = (caller: Caller): boolean => hasRole(caller, 'ADMIN', 'AUDITOR');

/** Standards of the whole city are the administrator's; a department's own also its manager's. */
export const maySaveStandard = (caller: Caller, departmentCode: string | null): boolean =>
  hasRole(caller, 'ADMIN') ||
  (hasRole(caller, 'MANAGER') && departmentCode !== null && caller.departmentCode === departmentCode);
