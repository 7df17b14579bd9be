import { type Caller, hasRole } from '@charter/service';
import type { ClaimCommand } from './claims/claim';

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

/** The department that a claim is against, and the auditor: they read what the review found. */
export const isOffice = (caller: Caller, { departmentCode }: Pick<Owned, 'departmentCode'>): boolean =>
  isStaffOf(caller, departmentCode) || hasRole(caller, 'AUDITOR');

/** The citizen concerned, and the department that a claim is against: the letter as a file has the citizen's name in full. */
export const mayTakeLetter = (caller: Caller, { citizenId, departmentCode }: Owned): boolean =>
  (caller.id !== undefined && caller.id === citizenId) || isStaffOf(caller, departmentCode);

/** Whose claims a list shows; undefined for callers who have none to see. */
export function scopeOf(caller: Caller): { citizenId?: string; departmentCode?: string } | undefined {
  if (hasRole(caller, 'AUDITOR')) return {};
  if (hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode) return { departmentCode: caller.departmentCode };
  if (hasRole(caller, 'CITIZEN') && caller.id) return { citizenId: caller.id };
  return undefined;
}

/** Whether the caller may give a command of this claim; who took which step before is the four eyes' rule. */
export function mayGive(caller: Caller, command: ClaimCommand, claim: Owned): boolean {
  if (command === 'object') return caller.id !== undefined && caller.id === claim.citizenId;
  if (command === 'review' || command === 'handOver') return isStaffOf(caller, claim.departmentCode);
  const decides = ['approve', 'refuse', 'retry', 'takeBack'].includes(command);
  return decides && hasRole(caller, 'MANAGER') && isStaffOf(caller, claim.departmentCode);
}

/** Whose stock a caller reads: who hands it over sees their own department's; undefined for callers who read none. */
export function stockScopeOf(caller: Caller): { readonly departmentCode?: string } | undefined {
  const wide = moneyScopeOf(caller);
  if (wide || !hasRole(caller, 'OFFICER') || !caller.departmentCode) return wide;
  return { departmentCode: caller.departmentCode };
}

/** Whose budgets and entries a caller reads: one department's, or all; undefined for callers who read none. */
export function moneyScopeOf(caller: Caller): { readonly departmentCode?: string } | undefined {
  if (hasRole(caller, 'ADMIN', 'AUDITOR')) return {};
  if (hasRole(caller, 'MANAGER') && caller.departmentCode) return { departmentCode: caller.departmentCode };
  return undefined;
}
