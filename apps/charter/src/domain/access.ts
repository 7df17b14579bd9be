import { type Caller, hasRole } from '@charter/service';

/** Standards of the whole city are the administrator's; a department's own also its manager's. */
export const maySaveStandard = (caller: Caller, departmentCode: string | null): boolean =>
  hasRole(caller, 'ADMIN') ||
  (hasRole(caller, 'MANAGER') && departmentCode !== null && caller.departmentCode === departmentCode);
