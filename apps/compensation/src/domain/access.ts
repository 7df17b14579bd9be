import { type Caller, hasRole } from '@charter/service';

export interface Owned {
  readonly citizenId: string;
  readonly departmentCode: string;
}

const isStaffOf = (caller: Caller, departmentCode: string): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

/** One's own claims, those against one's department, and for the auditor all. Administrators set rules and see no case. */
export const maySee = (caller: Caller, { citizenId, departmentCode }: Owned): boolean =>
  (caller.id !== undefined && caller.id === citizenId) ||
  isStaffOf(caller, departmentCode) ||
  hasRole(caller, 'AUDITOR');

/** Whose claims a list shows; undefined for callers who have none to see. */
export function scopeOf(caller: Caller): { citizenId?: string; departmentCode?: string } | undefined {
  if (hasRole(caller, 'AUDITOR')) return {};
  if (hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode) return { departmentCode: caller.departmentCode };
  if (hasRole(caller, 'CITIZEN') && caller.id) return { citizenId: caller.id };
  return undefined;
}
