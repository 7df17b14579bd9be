import { type Caller, hasRole } from '@charter/service';

/** What of an invitation decides who may know of it. */
export interface Invited {
  readonly citizenId: string;
  readonly departmentCode: string;
}

/** Who was asked may know of it, those who serve in the department, and auditors. What was said stands elsewhere. */
export const maySee = (caller: Caller, { citizenId, departmentCode }: Invited): boolean =>
  (caller.id !== undefined && caller.id === citizenId) ||
  (hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode) ||
  hasRole(caller, 'AUDITOR');
