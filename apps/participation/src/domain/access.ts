import { type Caller, hasRole } from '@charter/service';

/** What of a proposal decides who may see and do what. */
export interface Owned {
  readonly citizenId: string;
  readonly departmentCode: string;
}

export const owns = (caller: Caller, { citizenId }: Pick<Owned, 'citizenId'>): boolean =>
  caller.id !== undefined && caller.id === citizenId;

/** Officers and managers of the department that would carry it out. */
export const examines = (caller: Caller, { departmentCode }: Pick<Owned, 'departmentCode'>): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

/** Those whom a proposal concerns: its citizen, its department, and the auditor. */
export const isConcerned = (caller: Caller, proposal: Owned): boolean =>
  owns(caller, proposal) || examines(caller, proposal) || hasRole(caller, 'AUDITOR');

/** Everybody sees a public one; one that came out of a private complaint, only those whom it concerns. */
export const maySee = (caller: Caller, proposal: Owned & { readonly public: boolean }): boolean =>
  proposal.public || isConcerned(caller, proposal);
