import { type Caller, hasRole } from '@charter/service';

/** What of a complaint decides who may see and do what. */
export interface Owned {
  readonly citizenId: string;
  readonly departmentCode: string;
}

const isStaff = (caller: Caller): boolean => hasRole(caller, 'OFFICER', 'MANAGER');

/** Officers and managers of the department that handles it. */
export const handles = (caller: Caller, { departmentCode }: Pick<Owned, 'departmentCode'>): boolean =>
  isStaff(caller) && caller.departmentCode === departmentCode;

export const owns = (caller: Caller, { citizenId }: Pick<Owned, 'citizenId'>): boolean =>
  caller.id !== undefined && caller.id === citizenId;

/** Own complaints, one's department's, and for the auditor all. Administrators have no case content. */
export const maySee = (caller: Caller, complaint: Owned): boolean =>
  owns(caller, complaint) || handles(caller, complaint) || hasRole(caller, 'AUDITOR');

/** Name and contacts unmasked: the citizen, and who handles it. */
export const mayReadContacts = (caller: Caller, complaint: Owned): boolean =>
  owns(caller, complaint) || handles(caller, complaint);

/** Officers give out what nobody has yet, and hand on what they have themselves. Taking from a colleague is the manager's. */
export const mayAssign = (caller: Caller, complaint: Owned & { readonly officerId: string | null }): boolean =>
  handles(caller, complaint) &&
  (hasRole(caller, 'MANAGER') || complaint.officerId === null || complaint.officerId === caller.id);

/** Whose complaints a list shows; undefined for callers who have none to see. */
export function scopeOf(caller: Caller): { citizenId: string } | { departmentCode: string } | 'ALL' | undefined {
  if (hasRole(caller, 'AUDITOR')) return 'ALL';
  if (isStaff(caller) && caller.departmentCode) return { departmentCode: caller.departmentCode };
  if (hasRole(caller, 'CITIZEN') && caller.id) return { citizenId: caller.id };
  return undefined;
}
