import { type Caller, hasRole } from '@charter/service';

/** What of an invitation decides who may know of it. */
export interface Invited {
  readonly citizenId: string;
  readonly departmentCode: string | null;
  /** Null for one that follows from no complaint: no department knows who was drawn for a sample. */
  readonly complaintId: string | null;
}

/** Who was asked may know of it, those who serve in the department, and auditors. What was said stands elsewhere. */
export const maySee = (caller: Caller, { citizenId, departmentCode, complaintId }: Invited): boolean =>
  (caller.id !== undefined && caller.id === citizenId) ||
  (complaintId !== null && hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode) ||
  hasRole(caller, 'AUDITOR');
