import { type Caller, hasRole } from '@charter/service';
import type { CommandType } from './proposals/command';
import type { Visibility } from './moderation/moderation';

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

/** The head of that department. */
export const heads = (caller: Caller, { departmentCode }: Pick<Owned, 'departmentCode'>): boolean =>
  hasRole(caller, 'MANAGER') && caller.departmentCode === departmentCode;

/** Those whom a proposal concerns: its citizen, its department, and the auditor. */
export const isConcerned = (caller: Caller, proposal: Owned): boolean =>
  owns(caller, proposal) || examines(caller, proposal) || hasRole(caller, 'AUDITOR');

/** A public one that is not hidden. */
export const isSeenByAll = (proposal: { readonly public: boolean; readonly visibility: Visibility }): boolean =>
  proposal.public && proposal.visibility === 'VISIBLE';

/**
 * Everybody sees a public one that is not hidden; others only those whom it concerns, and the departments that were asked
 * for their opinion.
 */
export const maySee = (
  caller: Caller,
  proposal: Owned & {
    readonly public: boolean;
    readonly visibility: Visibility;
    readonly consulted: readonly string[];
  },
): boolean => isSeenByAll(proposal) || isConcerned(caller, proposal) || isConsulted(caller, proposal.consulted);

/** Whether the caller speaks for a department that was asked. */
export const isConsulted = (caller: Caller, consulted: readonly string[]): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') &&
  caller.departmentCode !== undefined &&
  consulted.includes(caller.departmentCode);

/** Who gives which command of a proposal. */
export type Actor = 'PROPOSER' | 'DEPARTMENT' | 'HEAD' | 'CONSULTED';
export const ACTORS: Readonly<Record<CommandType, Actor>> = {
  examine: 'DEPARTMENT',
  giveOpinion: 'CONSULTED',
  seekExpert: 'DEPARTMENT',
  recordExpert: 'DEPARTMENT',
  requestSupplement: 'DEPARTMENT',
  submitSupplement: 'PROPOSER',
  extendReview: 'DEPARTMENT',
  answer: 'DEPARTMENT',
  decide: 'DEPARTMENT',
  exclude: 'DEPARTMENT',
  withdraw: 'PROPOSER',
  merge: 'DEPARTMENT',
  convert: 'DEPARTMENT',
  award: 'HEAD',
  plan: 'DEPARTMENT',
  report: 'DEPARTMENT',
  reReview: 'PROPOSER',
};

const IS: Readonly<Record<Actor, (caller: Caller, proposal: Owned & { consulted: readonly string[] }) => boolean>> = {
  PROPOSER: owns,
  DEPARTMENT: examines,
  HEAD: heads,
  CONSULTED: (caller, { consulted }) => isConsulted(caller, consulted),
};

/** Whether the caller may give a command of this proposal. */
export const mayGive = (
  caller: Caller,
  command: CommandType,
  proposal: Owned & { readonly consulted: readonly string[] },
): boolean => IS[ACTORS[command]](caller, proposal);
